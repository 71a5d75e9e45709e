using System.Globalization;

namespace LandLedger.GeoPackage.Reading;

/// <summary>
/// Tells a file apart from what it was, by its length and time. Nothing is opened for it: to close a file that SQLite has open, too, would
/// give up the locks that SQLite holds on it.
/// </summary>
internal static class FileStamp
{
    public static string Of(string path)
    {
        var file = new FileInfo(path);
        return file is { Exists: true, Length: > 0 }
            ? string.Create(CultureInfo.InvariantCulture, $"{file.Length:x}.{file.LastWriteTimeUtc.Ticks:x}")
            : "-";
    }
}
