using System.Text;
using System.Xml.Linq;
using LandLedger.Formats.Papers;
using LandLedger.PlotFiles;

namespace LandLedger.Formats.PlotFiles;

/// <summary>A plot file as one HTML page that needs nothing else, made to be printed.</summary>
internal static class PlotFileHtml
{
    private const string Style = """
        body { font: 15px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #222 }
        h1 { font-size: 1.6em } h2 { font-size: 1.15em; margin-top: 2em; border-bottom: 2px solid #a33 }
        table { border-collapse: collapse; width: 100% } th, td { border: 1px solid #bbb; padding: .25em .5em; text-align: left; vertical-align: top; white-space: pre-line }
        th { background: #f3f0ec } p { margin: .2em 0; white-space: pre-line }
        svg { width: 100%; max-width: 42em; border: 1px solid #bbb; background: #fff }
        path.plot { fill: #f6c9c0; stroke: #a33; stroke-width: 60 } path.neighbour { fill: #eee; stroke: #888; stroke-width: 25 } path.bar { fill: none; stroke: #222; stroke-width: 40 }
        text { text-anchor: middle; font-size: 380px } text.neighbour { fill: #666; font-size: 280px } text.plot { font-weight: bold }
        @media print { h2 { break-after: avoid } tr { break-inside: avoid } }
        """;

    public static byte[] Of(PlotFile file, PlotSketch? sketch, Texts texts)
    {
        var page = new XElement(
            "html",
            new XAttribute("lang", texts.Language == Language.Chinese ? "zh-CN" : "en"),
            new XElement(
                "head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("title", XmlText.Clean(file.Title)),
                new XElement("style", Style)
            ),
            new XElement(
                "body",
                new XElement("h1", XmlText.Clean(file.Title)),
                file.Basis.Select(line => new XElement("p", XmlText.Clean(line))),
                sketch is null
                    ? null
                    : (object[])
                        [
                            new XElement("h2", texts["plot-file.sketch"]),
                            SketchSvg.Of(sketch, file.Evaluation.Plot.Number, texts),
                            new XElement("p", texts["plot-file.sketch-note"]),
                        ],
                file.Parts.Select(part => (object[])[new XElement("h2", part.Title), .. Part(part)])
            )
        );
        return Encoding.UTF8.GetBytes("<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting) + "\n");
    }

    private static IEnumerable<XElement> Part(PlotFilePart part) =>
        part.Columns.Count == 0
            ? part.Rows.Select(row => new XElement("p", XmlText.Clean(row[0])))
            : [new("table", Row("th", part.Columns), part.Rows.Select(row => Row("td", row)))];

    private static XElement Row(string cell, IReadOnlyList<string> texts) =>
        new("tr", texts.Select(text => new XElement(cell, XmlText.Clean(text))));
}
