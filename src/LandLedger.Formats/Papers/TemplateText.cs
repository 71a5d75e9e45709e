using System.Text;
using System.Xml.Linq;

namespace LandLedger.Formats.Papers;

/// <summary>
/// A template in the form in which it is kept and reviewed: a line a paragraph. <c>#</c> is the title, <c>=</c> a centred line, <c>##</c> a
/// heading, <c>-</c> a line without indent, <c>></c> one at the right; any other is body text. Sizes are those of GB/T 9704: A4, title of 22
/// points, text of 16 in lines of 28.
/// </summary>
internal static class TemplateText
{
    private static readonly XNamespace W = WordPackage.Main;
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    /// <summary>Longest marks first.</summary>
    private static readonly (string? Mark, string? Style)[] Marks =
    [
        ("## ", "Heading"),
        ("# ", "Title"),
        ("= ", "Centred"),
        ("- ", "Flush"),
        ("> ", "Right"),
    ];

    private const string Types =
        $"""{Declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{WordPackage.Type}document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{WordPackage.Type}styles+xml"/></Types>""";

    private const string PackageRelations =
        $"""{Declaration}<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Relation}/officeDocument" Target="word/document.xml"/></Relationships>""";

    private const string DocumentRelations =
        $"""{Declaration}<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Relation}/styles" Target="styles.xml"/></Relationships>""";

    private const string Styles = $"""
        {Declaration}
        <w:styles xmlns:w="{WordPackage.Main}">
        <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>
        <w:pPrDefault><w:pPr><w:spacing w:line="560" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Body"><w:name w:val="Normal"/><w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:pPr><w:spacing w:before="240" w:after="240" w:line="600" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="宋体"/><w:b/><w:sz w:val="44"/><w:szCs w:val="44"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Heading"><w:name w:val="heading 1"/><w:pPr><w:keepNext/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Centred"><w:name w:val="Centred"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Flush"><w:name w:val="Flush"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Right"><w:name w:val="Right"/><w:pPr><w:keepNext/><w:jc w:val="right"/></w:pPr></w:style>
        </w:styles>
        """;

    public static WordPackage Package(string text) =>
        Package(text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Paragraph), []);

    /// <summary>A document of paragraphs and tables, in the same styles.</summary>
    /// <param name="namespaces">Those that the paragraphs need beside that of Word.</param>
    public static WordPackage Package(IEnumerable<XElement> parts, IEnumerable<XAttribute> namespaces) =>
        new([
            (WordPackage.ContentTypes, Encoding.UTF8.GetBytes(Types)),
            ("_rels/.rels", Encoding.UTF8.GetBytes(PackageRelations)),
            ("word/document.xml", Encoding.UTF8.GetBytes(Declaration + Document(parts, namespaces))),
            ("word/_rels/document.xml.rels", Encoding.UTF8.GetBytes(DocumentRelations)),
            ("word/styles.xml", Encoding.UTF8.GetBytes(Styles)),
        ]);

    private static string Document(IEnumerable<XElement> parts, IEnumerable<XAttribute> namespaces) =>
        new XElement(
            W + "document",
            new XAttribute(XNamespace.Xmlns + "w", W),
            namespaces,
            new XElement(W + "body", parts, Page())
        ).ToString(SaveOptions.DisableFormatting);

    /// <summary>A line with its mark.</summary>
    public static XElement Paragraph(string line)
    {
        var (mark, style) = Array.Find(Marks, one => line.StartsWith(one.Mark!, StringComparison.Ordinal));
        return new(
            W + "p",
            style is null ? null : new XElement(W + "pPr", new XElement(W + "pStyle", Value("val", style))),
            new XElement(
                W + "r",
                new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), line[(mark?.Length ?? 0)..])
            )
        );
    }

    /// <summary>A4 with margins of 37, 26, 35 and 28 mm, in twentieths of a point.</summary>
    private static XElement Page() =>
        new(
            W + "sectPr",
            new XElement(W + "pgSz", Value("w", "11906"), Value("h", "16838")),
            new XElement(
                W + "pgMar",
                Value("top", "2098"),
                Value("right", "1474"),
                Value("bottom", "1984"),
                Value("left", "1587"),
                Value("header", "851"),
                Value("footer", "992"),
                Value("gutter", "0")
            )
        );

    private static XAttribute Value(string name, string value) => new(W + name, value);
}
