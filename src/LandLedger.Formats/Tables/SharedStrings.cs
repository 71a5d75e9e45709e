using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace LandLedger.Formats.Tables;

/// <summary>The table of texts that the cells of a workbook share.</summary>
internal static class SharedStrings
{
    /// <summary>Bytes of the table, which is kept in memory; a million plots have some 100 MB.</summary>
    public const long MostBytes = 512L << 20;

    /// <summary>A cell of a workbook holds 32,767 characters; an outline in a text of its own may be longer.</summary>
    private const int LongestText = 32 << 20;

    [ThreadStatic]
    private static char[]? _chunk;

    public static IReadOnlyList<string> Read(SharedStringTablePart? part)
    {
        if (part is null)
            return [];
        var strings = new List<string>();
        using var xml = XlsxWorkbook.Xml(part, MostBytes);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
                strings.Add(Text(xml));
        }
        return strings;
    }

    /// <summary>All text of an item, its runs joined; readings for pronunciation (rPh) are not part of it.</summary>
    public static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var depth = xml.Depth;
        StringBuilder? more = null;
        string? text = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            while (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
                xml.Skip();
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "t")
                continue;
            var part = Content(xml);
            if (text is null)
                text = part;
            else
                (more ??= new(text)).Append(part);
        }
        return more?.ToString() ?? text ?? "";
    }

    /// <summary>Text inside the current element, which the reader then stands at the end of.</summary>
    public static string Content(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var depth = xml.Depth;
        var text = "";
        while (xml.Read() && xml.Depth > depth)
        {
            if (
                xml.NodeType
                is XmlNodeType.Text
                    or XmlNodeType.CDATA
                    or XmlNodeType.SignificantWhitespace
                    or XmlNodeType.Whitespace
            )
                text = text.Length == 0 ? Value(xml) : text + Value(xml);
        }
        return text;
    }

    /// <summary>The text in pieces, so that one of gigabytes is never in memory.</summary>
    private static string Value(XmlReader xml)
    {
        var chunk = _chunk ??= new char[4096];
        var length = 0;
        StringBuilder? before = null;
        int read;
        while ((read = xml.ReadValueChunk(chunk, length, chunk.Length - length)) > 0)
        {
            length += read;
            if (length < chunk.Length)
                continue;
            (before ??= new()).Append(chunk);
            length = 0;
            if (before.Length > LongestText)
                throw new InvalidDataException("text of a cell over limit");
        }
        return before is null ? new(chunk, 0, length) : before.Append(chunk, 0, length).ToString();
    }
}
