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
            parts.Add(WordTable.Centred(new(W + "r", SketchDrawing.Of(sketch, file.Evaluation.Plot.Number, texts))));
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
}
