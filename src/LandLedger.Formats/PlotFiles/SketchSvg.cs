using System.Globalization;
using System.Xml.Linq;

namespace LandLedger.Formats.PlotFiles;

/// <summary>The sketch as SVG.</summary>
internal static class SketchSvg
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static XElement Of(PlotSketch sketch, string number, Texts texts) =>
        new(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Said(PlotSketch.Width)} {Said(PlotSketch.Height)}"),
            new XAttribute("role", "img"),
            new XElement(Svg + "title", texts["plot-file.sketch"]),
            sketch.Neighbours.Select(other => Outline(other.Rings, "neighbour")),
            Outline(sketch.Plot, "plot"),
            sketch.Neighbours.Select(other => Label(PlotSketch.Middle(other.Rings), other.Number, "neighbour")),
            Label(PlotSketch.Middle(sketch.Plot), number, "plot"),
            Bar(sketch, texts),
            Label((PlotSketch.Width - 700, 900), texts["plot-file.north"], "north")
        );

    private static XElement Outline(IReadOnlyList<(int X, int Y)[]> rings, string kind) =>
        new(
            Svg + "path",
            new XAttribute("class", kind),
            new XAttribute("fill-rule", "evenodd"),
            new XAttribute(
                "d",
                string.Concat(
                    rings.Select(ring =>
                        "M" + string.Join('L', ring.SkipLast(1).Select(at => $"{Said(at.X)} {Said(at.Y)}")) + "Z"
                    )
                )
            )
        );

    private static XElement Label((int X, int Y) at, string text, string kind) =>
        new(
            Svg + "text",
            new XAttribute("class", kind),
            new XAttribute("x", Said(at.X)),
            new XAttribute("y", Said(at.Y)),
            text
        );

    private static XElement[] Bar(PlotSketch sketch, Texts texts) =>
        [
            new(
                Svg + "path",
                new XAttribute("class", "bar"),
                new XAttribute("d", $"M400 {Said(PlotSketch.Height - 550)}v150h{Said(sketch.BarLength)}v-150")
            ),
            Label(
                (400 + (sketch.BarLength / 2), PlotSketch.Height - 650),
                texts.Fill("plot-file.metres", _ => Said(sketch.BarMetres)),
                "bar"
            ),
        ];

    private static string Said(int number) => number.ToString(CultureInfo.InvariantCulture);
}
