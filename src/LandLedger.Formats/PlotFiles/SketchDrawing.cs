using System.Globalization;
using System.Xml.Linq;

namespace LandLedger.Formats.PlotFiles;

/// <summary>The sketch as a drawing of shapes in a Word paragraph, which stays sharp at any size.</summary>
internal static class SketchDrawing
{
    /// <summary>Of 1/100 mm in the units of Word, of which an inch has 914,400.</summary>
    private const int Unit = 360;

    public static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public static readonly XNamespace Group = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
    public static readonly XNamespace Shapes = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

    private static readonly XNamespace W = Papers.WordPackage.Main;
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace Placed =
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

    public static XElement Of(PlotSketch sketch, string number, Texts texts)
    {
        var shapes = new List<XElement>();
        foreach (var (_, rings) in sketch.Neighbours)
            shapes.Add(Outline(rings, "EEEEEE", "888888", 9_000, shapes.Count));
        shapes.Add(Outline(sketch.Plot, "F6C9C0", "AA3333", 19_000, shapes.Count));
        foreach (var (name, rings) in sketch.Neighbours)
            shapes.Add(Label(PlotSketch.Middle(rings), name, 14, shapes.Count));
        shapes.Add(Label(PlotSketch.Middle(sketch.Plot), number, 18, shapes.Count));
        var (left, bottom) = (400, PlotSketch.Height - 400);
        shapes.Add(
            Outline(
                [
                    [
                        (left, bottom - 60),
                        (left + sketch.BarLength, bottom - 60),
                        (left + sketch.BarLength, bottom),
                        (left, bottom),
                    ],
                ],
                "222222",
                "222222",
                3_000,
                shapes.Count
            )
        );
        var metres = texts.Fill("plot-file.metres", _ => Said(sketch.BarMetres));
        shapes.Add(Label((left + (sketch.BarLength / 2), bottom - 350), metres, 16, shapes.Count));
        shapes.Add(Label((PlotSketch.Width - 900, 600), texts["plot-file.north"], 16, shapes.Count));
        return Inline(shapes, texts["plot-file.sketch"]);
    }

    private static XElement Inline(List<XElement> shapes, string title) =>
        new(
            Compatibility + "AlternateContent",
            new XElement(
                Compatibility + "Choice",
                new XAttribute("Requires", "wpg"),
                new XElement(
                    W + "drawing",
                    new XElement(
                        Placed + "inline",
                        new XAttribute(XNamespace.Xmlns + "wp", Placed),
                        Size(Placed + "extent", PlotSketch.Width, PlotSketch.Height),
                        new XElement(Placed + "docPr", new XAttribute("id", 1), new XAttribute("name", title)),
                        new XElement(
                            A + "graphic",
                            new XAttribute(XNamespace.Xmlns + "a", A),
                            new XElement(
                                A + "graphicData",
                                new XAttribute("uri", Group),
                                new XElement(
                                    Group + "wgp",
                                    new XElement(Group + "cNvGrpSpPr"),
                                    new XElement(
                                        Group + "grpSpPr",
                                        new XElement(
                                            A + "xfrm",
                                            Place(A + "off", 0, 0),
                                            Size(A + "ext", PlotSketch.Width, PlotSketch.Height),
                                            Place(A + "chOff", 0, 0),
                                            Size(A + "chExt", PlotSketch.Width, PlotSketch.Height)
                                        )
                                    ),
                                    shapes
                                )
                            )
                        )
                    )
                )
            ),
            new XElement(Compatibility + "Fallback", new XElement(W + "t", title))
        );

    private static XElement Outline(
        IReadOnlyList<(int X, int Y)[]> rings,
        string fill,
        string line,
        int width,
        int number
    )
    {
        var (left, top) = (rings.Min(ring => ring.Min(at => at.X)), rings.Min(ring => ring.Min(at => at.Y)));
        var (across, down) = (
            rings.Max(ring => ring.Max(at => at.X)) - left,
            rings.Max(ring => ring.Max(at => at.Y)) - top
        );
        var path = new XElement(A + "path", new XAttribute("w", across * Unit), new XAttribute("h", down * Unit));
        foreach (var ring in rings)
        {
            for (var i = 0; i < ring.Length; i++)
                path.Add(
                    new XElement(A + (i == 0 ? "moveTo" : "lnTo"), Place(A + "pt", ring[i].X - left, ring[i].Y - top))
                );
            path.Add(new XElement(A + "close"));
        }
        return Shape(
            number,
            new XElement(A + "xfrm", Place(A + "off", left, top), Size(A + "ext", across, down)),
            new XElement(
                A + "custGeom",
                new XElement(A + "avLst"),
                new XElement(A + "gdLst"),
                new XElement(A + "ahLst"),
                new XElement(A + "cxnLst"),
                new XElement(
                    A + "rect",
                    new XAttribute("l", 0),
                    new XAttribute("t", 0),
                    new XAttribute("r", "r"),
                    new XAttribute("b", "b")
                ),
                new XElement(A + "pathLst", path)
            ),
            Colour(fill),
            new XElement(A + "ln", new XAttribute("w", width), Colour(line))
        );
    }

    private static XElement Label((int X, int Y) at, string text, int halfPoints, int number)
    {
        const int across = 3_000,
            down = 600;
        var shape = Shape(
            number,
            new XElement(
                A + "xfrm",
                Place(A + "off", at.X - (across / 2), at.Y - (down / 2)),
                Size(A + "ext", across, down)
            ),
            new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst")),
            new XElement(A + "noFill")
        );
        shape
            .Element(Shapes + "bodyPr")!
            .AddBeforeSelf(
                new XElement(
                    Shapes + "txbx",
                    new XElement(W + "txbxContent", WordTable.Centred(WordTable.Run(text, halfPoints)))
                )
            );
        return shape;
    }

    private static XElement Shape(int number, params object[] properties) =>
        new(
            Shapes + "wsp",
            new XElement(
                Shapes + "cNvPr",
                new XAttribute("id", number + 2),
                new XAttribute("name", "s" + Said(number))
            ),
            new XElement(Shapes + "cNvSpPr"),
            new XElement(Shapes + "spPr", properties),
            new XElement(
                Shapes + "bodyPr",
                ((string[])["lIns", "tIns", "rIns", "bIns"]).Select(side => new XAttribute(side, 0))
            )
        );

    private static XElement Colour(string rgb) =>
        new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", rgb)));

    private static XElement Place(XName name, int x, int y) =>
        new(name, new XAttribute("x", x * Unit), new XAttribute("y", y * Unit));

    private static XElement Size(XName name, int across, int down) =>
        new(name, new XAttribute("cx", across * Unit), new XAttribute("cy", down * Unit));

    private static string Said(int number) => number.ToString(CultureInfo.InvariantCulture);
}
