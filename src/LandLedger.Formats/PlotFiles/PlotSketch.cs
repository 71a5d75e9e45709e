using LandLedger.Geometry;
using LandLedger.Import;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace LandLedger.Formats.PlotFiles;

/// <summary>
/// The outline of a plot among its neighbours, north up and true to scale (宗地位置示意图), on a sheet whose left upper corner is 0, 0.
/// Longitude is shrunk by the cosine of the middle latitude: within the sheet that is off by less than a line is wide.
/// </summary>
internal sealed class PlotSketch
{
    /// <summary>Metres of a degree of latitude on the mean sphere: the sketch is none to measure in.</summary>
    private const double MetresOfDegree = 111_195;

    /// <summary>The sheet in units of 1/100 mm.</summary>
    public const int Width = 14_000;
    public const int Height = 9_000;

    private readonly double _west;
    private readonly double _north;
    private readonly double _across;
    private readonly double _down;
    private readonly List<(string, IReadOnlyList<(int X, int Y)[]>)> _neighbours = [];

    private PlotSketch(PlotShape shape)
    {
        var middle = new Coordinate((shape.West + shape.East) / 2, (shape.South + shape.North) / 2);
        var shrunk = MetresOfDegree * Math.Cos(middle.Y * Math.PI / 180);
        // Half as much again around the plot, at least 100 m across.
        var metres = Math.Max(
            Math.Max((shape.East - shape.West) * shrunk / Width, (shape.North - shape.South) * MetresOfDegree / Height)
                * 1.6,
            100.0 / Width
        );
        (_across, _down) = (shrunk / metres, MetresOfDegree / metres);
        (_west, _north) = (middle.X - (Width / 2 / _across), middle.Y + (Height / 2 / _down));
        MetresOfUnit = metres;
        Plot = Outline(shape);
    }

    /// <summary>Metres of one unit of the sheet.</summary>
    public double MetresOfUnit { get; }

    public IReadOnlyList<(int X, int Y)[]> Plot { get; }

    public IReadOnlyList<(string Number, IReadOnlyList<(int X, int Y)[]> Rings)> Neighbours => _neighbours;

    /// <summary>The length that the bar of the scale stands for: 1, 2 or 5 with zeros, a fifth of the sheet at most.</summary>
    public int BarMetres
    {
        get
        {
            var most = Width / 5 * MetresOfUnit;
            var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
            return (int)(
                power
                * (
                    most / power >= 5 ? 5
                    : most / power >= 2 ? 2
                    : 1
                )
            );
        }
    }

    public int BarLength => (int)Math.Round(BarMetres / MetresOfUnit);

    /// <summary>The part of the earth that the sheet shows, to look for neighbours in.</summary>
    public static Box Around(PlotShape shape)
    {
        var sketch = new PlotSketch(shape);
        return new(
            sketch._west,
            sketch._north - (Height / sketch._down),
            sketch._west + (Width / sketch._across),
            sketch._north
        );
    }

    /// <summary>Null where the plot has no outline.</summary>
    public static PlotSketch? Of(Plot plot, IEnumerable<Plot> neighbours)
    {
        if (plot.Shape is not { Wkb.IsEmpty: false } shape)
            return null;
        var sketch = new PlotSketch(shape);
        foreach (var other in neighbours)
        {
            if (
                other.Shape is { Wkb.IsEmpty: false } outline
                && PlotKey.Of(other) != PlotKey.Of(plot)
                && sketch.Outline(outline) is { Count: > 0 } rings
            )
                sketch._neighbours.Add((other.Number, rings));
        }
        return sketch;
    }

    /// <summary>The middle of the box of rings, which a label is put at.</summary>
    public static (int X, int Y) Middle(IReadOnlyList<(int X, int Y)[]> rings) =>
        (
            (rings.Min(ring => ring.Min(at => at.X)) + rings.Max(ring => ring.Max(at => at.X))) / 2,
            (rings.Min(ring => ring.Min(at => at.Y)) + rings.Max(ring => ring.Max(at => at.Y))) / 2
        );

    /// <summary>What of an outline lies on the sheet; nothing where it only reaches its edge.</summary>
    private List<(int X, int Y)[]> Outline(PlotShape shape)
    {
        var sheet = new Envelope(_west, _west + (Width / _across), _north - (Height / _down), _north);
        var geometry = new WKBReader().Read(shape.Wkb.ToArray());
        var shown = sheet.Contains(geometry.EnvelopeInternal)
            ? geometry
            : geometry.Intersection(geometry.Factory.ToGeometry(sheet));
        var rings = new List<(int, int)[]>();
        for (var i = 0; i < shown.NumGeometries; i++)
        {
            if (shown.GetGeometryN(i) is not Polygon { IsEmpty: false } polygon)
                continue;
            rings.Add(Ring(polygon.ExteriorRing));
            rings.AddRange(polygon.InteriorRings.Select(Ring));
        }
        return rings;
    }

    private (int, int)[] Ring(LineString ring) =>
        [
            .. ring.Coordinates.Select(at =>
                ((int)Math.Round((at.X - _west) * _across), (int)Math.Round((_north - at.Y) * _down))
            ),
        ];
}
