using System.Security.Cryptography;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Formats;

/// <summary>Opens files for an import: each with its SHA-256, and with the tables and layers that it holds.</summary>
public static class ImportFiles
{
    /// <summary>Opens them all; the caller disposes the parts.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<ImportFile> Open(IEnumerable<string> paths, Crs? crs = null) =>
        [.. paths.Select(path => Open(path, crs))];

    private static ImportFile Open(string path, Crs? crs) =>
        new(new(Path.GetFileName(path), Fingerprint(path)), Files.Open(path, crs?.Code));

    private static string Fingerprint(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
