using System.IO.Compression;
using System.Text;
using LandLedger.Import;

namespace LandLedger.Formats.Tables;

/// <summary>Opens ledgers by what the bytes are, not by what the name says: XLSX workbooks and separated text.</summary>
public static class TableFile
{
    private const int HeadBytes = 4096;
    private const int OleSearchBytes = 1 << 20;

    /// <summary>
    /// One <see cref="RawFile"/> a sheet, in order, with the problems of the file itself on the first. Content that cannot be read
    /// comes as one part without columns. The parts own the stream: it is closed with the last of them.
    /// </summary>
    /// <param name="stream">Seekable, from its start.</param>
    /// <param name="name">File name without folder.</param>
    public static IReadOnlyList<RawFile> Open(Stream stream, string name)
    {
        var issues = new List<ImportIssue>();
        var files = Parts(stream, name, issues);
        if (files.Count == 0)
        {
            stream.Dispose();
            var unread = UnreadFile.Of(issues[0]);
            unread.Issues.AddRange(issues.Skip(1));
            return [unread];
        }
        files[0].Issues.AddRange(issues);
        return files;
    }

    private static IReadOnlyList<RawFile> Parts(Stream stream, string name, List<ImportIssue> issues)
    {
        Span<byte> buffer = stackalloc byte[HeadBytes];
        var head = buffer[..stream.ReadAtLeast(buffer, HeadBytes, throwOnEndOfStream: false)];
        stream.Position = 0;
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8))
            return Zipped(stream, name, issues);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            if (IsEncrypted(stream))
                issues.Add(FileIssue.Refuse(name, "file.encrypted"));
            else
                issues.Add(FileIssue.Refuse(name, "file.format").With(("looks", "XLS (Excel 97-2003)")));
            return [];
        }
        if (Markup(head) is { } looks)
        {
            issues.Add(FileIssue.Refuse(name, "file.format").With(("looks", looks)));
            return [];
        }
        return CsvTable.Open(stream, name, issues) is { } table ? [table] : [];
    }

    private static IReadOnlyList<RawFile> Zipped(Stream stream, string name, List<ImportIssue> issues)
    {
        try
        {
            if (ZipCheck.Find(stream, name) is { } issue)
            {
                issues.Add(issue);
                return [];
            }
            stream.Position = 0;
            return XlsxWorkbook.Open(stream, name, issues);
        }
        catch (Exception e) when (XlsxWorkbook.IsDamage(e))
        {
            issues.Add(FileIssue.Refuse(name, "file.damaged"));
            return [];
        }
    }

    /// <summary>A workbook with a password is an OLE container that holds a stream of this name, in UTF-16.</summary>
    private static bool IsEncrypted(Stream stream)
    {
        var bytes = new byte[Math.Min(stream.Length, OleSearchBytes)];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
    }

    private static string? Markup(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head).TrimStart('ï', '»', '¿', ' ', '\r', '\n', '\t');
        if (!text.StartsWith('<'))
            return null;
        return text.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.OrdinalIgnoreCase)
                ? "XML Spreadsheet 2003"
            : text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<table", StringComparison.OrdinalIgnoreCase)
                ? "HTML"
            : "XML";
    }
}
