using System.Globalization;
using System.IO.Compression;
using LandLedger.Import;

namespace LandLedger.Formats.Tables;

/// <summary>Looks into a ZIP before anything is unpacked: is it a workbook, and does it stay within bounds?</summary>
internal static class ZipCheck
{
    public const int MostEntries = 10_000;

    /// <summary>Unpacked size over all entries, in bytes.</summary>
    public const long MostBytes = 4L << 30;

    /// <summary>Unpacked to packed, once past <see cref="FreeBytes"/>; real sheets stay below 50.</summary>
    public const int MostRatio = 200;

    public const long FreeBytes = 64L << 20;

    /// <summary>Null for a workbook that may be opened.</summary>
    public static ImportIssue? Find(Stream stream, string name)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MostEntries)
            return FileIssue.Refuse(name, "file.too-large", value: $"{zip.Entries.Count} entries");
        var bytes = 0L;
        foreach (var entry in zip.Entries)
        {
            bytes += entry.Length;
            var bomb = entry.Length > FreeBytes && entry.Length / MostRatio > entry.CompressedLength;
            if (bomb || bytes > MostBytes)
                return FileIssue.Refuse(name, "file.too-large", value: Megabytes(Math.Max(bytes, entry.Length)));
        }
        if (zip.GetEntry("xl/workbook.xml") is not null)
            return null;
        return FileIssue.Refuse(name, "file.format").With(("looks", Looks(zip)));
    }

    private static string Megabytes(long bytes) => (bytes >> 20).ToString(CultureInfo.InvariantCulture) + " MB";

    private static string Looks(ZipArchive zip)
    {
        if (zip.GetEntry("xl/workbook.bin") is not null)
            return "XLSB";
        if (zip.GetEntry("word/document.xml") is not null)
            return "DOCX";
        if (zip.GetEntry("content.xml") is null || zip.GetEntry("mimetype") is not { Length: < 200 } type)
            return "ZIP";
        using var reader = new StreamReader(type.Open());
        return reader.ReadToEnd().Contains("spreadsheet", StringComparison.Ordinal) ? "ODS" : "OpenDocument";
    }
}
