using System.Xml.Linq;
using LandLedger.Formats.Papers;

namespace LandLedger.Formats.PlotFiles;

/// <summary>Tables and runs of a Word document, in a size that fits many columns.</summary>
internal static class WordTable
{
    private static readonly XNamespace W = WordPackage.Main;

    /// <summary>10.5 points.</summary>
    public const int HalfPoints = 21;

    public static XElement Of(IReadOnlyList<string> titles, IEnumerable<IReadOnlyList<string>> rows) =>
        new(
            W + "tbl",
            new XElement(
                W + "tblPr",
                new XElement(W + "tblW", Value("w", "5000"), Value("type", "pct")),
                new XElement(
                    W + "tblBorders",
                    ((string[])["top", "left", "bottom", "right", "insideH", "insideV"]).Select(side => new XElement(
                        W + side,
                        Value("val", "single"),
                        Value("sz", "4"),
                        Value("color", "999999")
                    ))
                )
            ),
            new XElement(W + "tblGrid", titles.Select(_ => new XElement(W + "gridCol"))),
            Row(titles, isTitle: true),
            rows.Select(row => Row(row, isTitle: false))
        );

    public static XElement Paragraph(string text, bool isBold = false) =>
        new(
            W + "p",
            new XElement(
                W + "pPr",
                new XElement(
                    W + "spacing",
                    Value("before", "20"),
                    Value("after", "20"),
                    Value("line", "280"),
                    Value("lineRule", "atLeast")
                ),
                new XElement(W + "ind", Value("firstLine", "0"), Value("firstLineChars", "0")),
                new XElement(W + "jc", Value("val", "left"))
            ),
            Run(text, HalfPoints, isBold)
        );

    /// <summary>A line of its own height, centred, without the indent of body text.</summary>
    public static XElement Centred(XElement run) =>
        new(
            W + "p",
            new XElement(
                W + "pPr",
                new XElement(W + "spacing", Value("line", "240"), Value("lineRule", "auto")),
                new XElement(W + "ind", Value("firstLine", "0"), Value("firstLineChars", "0")),
                new XElement(W + "jc", Value("val", "center"))
            ),
            run
        );

    /// <summary>A text whose line breaks are those of the document.</summary>
    public static XElement Run(string text, int halfPoints, bool isBold = false) =>
        new(
            W + "r",
            new XElement(
                W + "rPr",
                isBold ? new XElement(W + "b") : null,
                new XElement(W + "sz", Value("val", halfPoints)),
                new XElement(W + "szCs", Value("val", halfPoints))
            ),
            XmlText
                .Clean(text)
                .Split('\n')
                .SelectMany(
                    (line, index) =>
                        (XElement?[])
                            [
                                index == 0 ? null : new(W + "br"),
                                new(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), line),
                            ]
                )
        );

    private static XElement Row(IReadOnlyList<string> cells, bool isTitle) =>
        new(
            W + "tr",
            new XElement(W + "trPr", new XElement(W + "cantSplit"), isTitle ? new XElement(W + "tblHeader") : null),
            cells.Select(cell => new XElement(
                W + "tc",
                isTitle
                    ? new XElement(W + "tcPr", new XElement(W + "shd", Value("val", "clear"), Value("fill", "F3F0EC")))
                    : null,
                Paragraph(cell, isTitle)
            ))
        );

    private static XAttribute Value(string name, object value) => new(W + name, value);
}
