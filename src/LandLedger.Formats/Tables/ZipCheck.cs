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

    /// <summary>Parts that are read whole, which is more than any real workbook has.</summary>
    private static readonly string[] ReadWhole = ["[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml"];

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
            return ReadWhole.Any(part => IsOver(zip, part, FreeBytes))
                ? FileIssue.Refuse(name, "file.too-large", value: "> " + Megabytes(FreeBytes))
                : null;
        return FileIssue.Refuse(name, "file.format").With(("looks", Looks(zip)));
    }

    /// <summary>By unpacking, since the size that a ZIP declares may be untrue.</summary>
    private static bool IsOver(ZipArchive zip, string part, long limit)
    {
        using var stream = zip.GetEntry(part)?.Open();
        if (stream is null)
            return false;
        var buffer = new byte[1 << 16];
        long bytes = 0;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if ((bytes += read) > limit)
                return true;
        }
        return false;
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
