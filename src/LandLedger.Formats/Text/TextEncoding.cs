using System.Globalization;
using System.Text;
using LandLedger.Import;

namespace LandLedger.Formats.Text;

/// <summary>
/// Tells the encoding of a text file by reading all of it: UTF-8, UTF-16 with or without byte order mark, GBK, GB18030. A file is one
/// of them from the first byte to the last or it is refused; nothing is read as question marks.
/// </summary>
public static class TextEncoding
{
    /// <summary>Code page 936, what Chinese Windows calls ANSI.</summary>
    public static Encoding Gbk { get; } = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    /// <summary>GBK with its four-byte characters.</summary>
    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    private const int ChunkBytes = 64 * 1024;

    /// <summary>
    /// Reads the stream from where it stands to its end in chunks and puts it back. An encoding without an issue is certain; with
    /// an issue (<c>file.encoding-unclear</c>, a warning; <c>file.encoding-unmarked</c>, a note) it is the likeliest; no encoding means refused
    /// (<c>file.encoding</c> with byte offset and line, or <c>file.not-text</c> with what the content looks like). A mark at the start
    /// is not part of the text: read with a <see cref="StreamReader"/>, which skips it.
    /// </summary>
    /// <param name="stream">Seekable.</param>
    /// <param name="file">Name for the issue.</param>
    public static (Encoding? Encoding, ImportIssue? Issue) Detect(Stream stream, string file)
    {
        var start = stream.Position;
        try
        {
            return Detect(stream, start, file);
        }
        finally
        {
            stream.Position = start;
        }
    }

    private static (Encoding? Encoding, ImportIssue? Issue) Detect(Stream stream, long start, string file)
    {
        var buffer = new byte[ChunkBytes];
        var read = stream.ReadAtLeast(buffer, ChunkBytes, throwOnEndOfStream: false);
        var head = buffer.AsSpan(0, read);
        if (Signature.Of(head) is { } looks)
            return (null, NotText(file, looks));
        if (head.StartsWith(Encoding.Unicode.Preamble))
            return Utf16(stream, buffer, read, bigEndian: false, start, file);
        if (head.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return Utf16(stream, buffer, read, bigEndian: true, start, file);
        if (Utf16Order.Of(head) is { } bigEndian)
        {
            var (unmarked, issue) = Utf16(stream, buffer, read, bigEndian, start, file);
            return (unmarked, issue ?? Issue(file, "file.encoding-unmarked", Severity.Note));
        }

        var marked = head.StartsWith(Encoding.UTF8.Preamble);
        var utf8 = new Utf8Check();
        var gb = new GbCheck();
        for (; read > 0; read = stream.ReadAtLeast(buffer, ChunkBytes, throwOnEndOfStream: false))
        {
            var chunk = buffer.AsSpan(0, read);
            if (chunk.Contains((byte)0))
                return (null, NotText(file, Signature.Nul));
            utf8.Read(chunk);
            if (!marked)
                gb.Read(chunk);
        }
        utf8.End();
        gb.End();
        return Choose(stream, start, file, marked, utf8, gb);
    }

    private static (Encoding? Encoding, ImportIssue? Issue) Choose(
        Stream stream,
        long start,
        string file,
        bool marked,
        Utf8Check utf8,
        GbCheck gb
    )
    {
        if (utf8.FirstBad is null)
        {
            // Two-byte characters alone that UTF-8 would read as Cyrillic, Hebrew or Arabic: far likelier a few words of GBK.
            if (!marked && gb.FirstBad is null && utf8.Long == 0 && utf8.Foreign > 0)
                return (Gbk, Issue(file, "file.encoding-unclear", Severity.Warn));
            return (Encoding.UTF8, null);
        }
        if (marked || utf8.Long >= 4L * utf8.Bad)
            return (null, Undecodable(stream, start, utf8.FirstBad.Value, "UTF-8", file));
        if (gb.FirstBad is { } bad)
        {
            return bad > utf8.FirstBad
                ? (null, Undecodable(stream, start, bad, "GB18030", file))
                : (null, Undecodable(stream, start, utf8.FirstBad.Value, "UTF-8", file));
        }
        return (gb.FourByte > 0 ? Gb18030 : Gbk, null);
    }

    private static (Encoding? Encoding, ImportIssue? Issue) Utf16(
        Stream stream,
        byte[] buffer,
        int read,
        bool bigEndian,
        long start,
        string file
    )
    {
        var check = new Utf16Check(bigEndian);
        for (; read > 0; read = stream.ReadAtLeast(buffer, ChunkBytes, throwOnEndOfStream: false))
            check.Read(buffer.AsSpan(0, read));
        check.End();
        var encoding = bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode;
        return check.FirstBad is { } bad
            ? (null, Undecodable(stream, start, bad, bigEndian ? "UTF-16BE" : "UTF-16LE", file))
            : (encoding, null);
    }

    private static ImportIssue Undecodable(Stream stream, long start, long offset, string tried, string file) =>
        Issue(file, "file.encoding", Severity.Refuse) with
        {
            Line = LineAt(stream, start, offset, tried),
            Arguments = new Dictionary<string, string>
            {
                ["offset"] = offset.ToString(CultureInfo.InvariantCulture),
                ["encoding"] = tried,
            },
        };

    private static int LineAt(Stream stream, long start, long offset, string encoding)
    {
        stream.Position = start;
        var buffer = new byte[ChunkBytes];
        var wide = encoding.StartsWith("UTF-16", StringComparison.Ordinal);
        var bigEndian = encoding == "UTF-16BE";
        var fellow = 0;
        var line = 1;
        var previous = 0;
        for (long at = 0; at < offset; )
        {
            var read = stream.ReadAtLeast(
                buffer.AsSpan(0, (int)Math.Min(buffer.Length, offset - at)),
                1,
                throwOnEndOfStream: false
            );
            if (read == 0)
                break;
            for (var i = 0; i < read; i++, at++)
            {
                int value = buffer[i];
                if (wide)
                {
                    var first = fellow;
                    fellow = value;
                    if ((at & 1) == 0)
                        continue;
                    value = bigEndian ? (first << 8) | value : (value << 8) | first;
                }
                if (value == '\n' && previous != '\r' || value == '\r')
                    line++;
                previous = value;
            }
        }
        return line;
    }

    private static ImportIssue NotText(string file, string looks) =>
        Issue(file, "file.not-text", Severity.Refuse) with
        {
            Arguments = new Dictionary<string, string> { ["looks"] = looks },
        };

    private static ImportIssue Issue(string file, string code, Severity severity) =>
        new()
        {
            Code = code,
            Severity = severity,
            File = file,
        };
}
