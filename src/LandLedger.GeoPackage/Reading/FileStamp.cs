using System.Globalization;

namespace LandLedger.GeoPackage.Reading;

/// <summary>
/// Tells a file apart from what it was, by length and time of the file and of the log beside it, in which each commit leaves a
/// trace. The database is not opened for it.
/// </summary>
internal static class FileStamp
{
    public static string Of(string path) => Part(path) + Part(path + "-wal");

    private static string Part(string path)
    {
        var file = new FileInfo(path);
        return file is { Exists: true, Length: > 0 }
            ? string.Create(CultureInfo.InvariantCulture, $"{file.Length:x}.{file.LastWriteTimeUtc.Ticks:x}.")
            : "-";
    }
}
