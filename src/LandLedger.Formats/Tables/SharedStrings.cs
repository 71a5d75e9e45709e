using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace LandLedger.Formats.Tables;

/// <summary>The table of texts that the cells of a workbook share.</summary>
internal static class SharedStrings
{
    public static IReadOnlyList<string> Read(SharedStringTablePart? part)
    {
        if (part is null)
            return [];
        var strings = new List<string>();
        using var xml = XlsxWorkbook.Xml(part);
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
                text = text.Length == 0 ? xml.Value : text + xml.Value;
        }
        return text;
    }
}
