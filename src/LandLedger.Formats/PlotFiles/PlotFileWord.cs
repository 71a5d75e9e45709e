using System.Xml.Linq;
using LandLedger.Formats.Papers;
using LandLedger.PlotFiles;

namespace LandLedger.Formats.PlotFiles;

/// <summary>A plot file as DOCX, in the styles of the statutory papers.</summary>
internal static class PlotFileWord
{
    private static readonly XNamespace W = WordPackage.Main;

    public static byte[] Of(PlotFile file, PlotSketch? sketch, Texts texts)
    {
        var parts = new List<XElement> { TemplateText.Paragraph("# " + XmlText.Clean(file.Title)) };
        parts.AddRange(file.Basis.Select(line => WordTable.Paragraph(line)));
        if (sketch is not null)
        {
            parts.Add(Heading(texts["plot-file.sketch"]));
            parts.Add(Centred(SketchDrawing.Of(sketch, file.Evaluation.Plot.Number, texts)));
            parts.Add(WordTable.Paragraph(texts["plot-file.sketch-note"]));
        }
        foreach (var part in file.Parts)
        {
            parts.Add(Heading(part.Title));
            if (part.Columns.Count > 0)
                parts.Add(WordTable.Of(part.Columns, part.Rows));
            else
                parts.AddRange(part.Rows.Select(row => WordTable.Paragraph(row[0])));
        }
        return TemplateText.Package(parts, Namespaces).ToBytes();
    }

    private static IEnumerable<XAttribute> Namespaces =>
        [
            new(XNamespace.Xmlns + "mc", SketchDrawing.Compatibility),
            new(XNamespace.Xmlns + "wpg", SketchDrawing.Group),
            new(XNamespace.Xmlns + "wps", SketchDrawing.Shapes),
        ];

    private static XElement Heading(string text) => TemplateText.Paragraph("## " + text);

    private static XElement Centred(XElement drawing) =>
        new(
            W + "p",
            new XElement(
                W + "pPr",
                new XElement(W + "spacing", new XAttribute(W + "line", "240"), new XAttribute(W + "lineRule", "auto")),
                new XElement(
                    W + "ind",
                    new XAttribute(W + "firstLine", "0"),
                    new XAttribute(W + "firstLineChars", "0")
                ),
                new XElement(W + "jc", new XAttribute(W + "val", "center"))
            ),
            new XElement(W + "r", drawing)
        );
}
