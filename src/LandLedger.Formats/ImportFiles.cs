using System.Security.Cryptography;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Formats;

/// <summary>Opens files for an import: each with its SHA-256, and with the tables and layers that it holds.</summary>
public static class ImportFiles
{
    private const int ReadBytes = 128 * 1024;

    /// <summary>Opens them all; the caller disposes the parts.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<ImportFile> Open(IEnumerable<string> paths, Crs? crs = null) =>
        [.. paths.Select(path => Open(path, crs))];

    /// <summary>Its digest is made on another core, as opening a text reads all of it as well.</summary>
    private static ImportFile Open(string path, Crs? crs)
    {
        var fingerprint = Task.Run(() => Fingerprint(path));
        var parts = Files.Open(path, crs?.Code);
        try
        {
            return new(new(Path.GetFileName(path), fingerprint.GetAwaiter().GetResult()), parts);
        }
        catch
        {
            foreach (var part in parts)
                part.Dispose();
            throw;
        }
    }

    private static string Fingerprint(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, ReadBytes);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
