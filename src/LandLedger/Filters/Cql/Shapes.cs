using NetTopologySuite.Geometries;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.Filters.Cql;

/// <summary>Geometries of positions. What the positions cannot make is the code of an error.</summary>
internal static class Shapes
{
    private static readonly GeometryFactory Factory = new();

    public static Point Point(Coordinate position) => Factory.CreatePoint(position);

    public static string? TroubleOfLine(List<Coordinate> positions) => positions.Count < 2 ? "line-short" : null;

    public static string? TroubleOfRing(List<Coordinate> positions) =>
        positions.Count < 4 ? "ring-short"
        : positions[0].Equals2D(positions[^1]) ? null
        : "ring-open";

    public static LineString Line(List<Coordinate> positions) => Factory.CreateLineString([.. positions]);

    /// <summary>The shell first, then its holes.</summary>
    public static Polygon Polygon(List<List<Coordinate>> rings) =>
        Factory.CreatePolygon(
            Factory.CreateLinearRing([.. rings[0]]),
            [.. rings.Skip(1).Select(ring => Factory.CreateLinearRing([.. ring]))]
        );

    public static Shape Collection(ShapeKind kind, List<Shape> parts) =>
        kind switch
        {
            ShapeKind.MultiPoint => Factory.CreateMultiPoint([.. parts.Cast<Point>()]),
            ShapeKind.MultiLineString => Factory.CreateMultiLineString([.. parts.Cast<LineString>()]),
            ShapeKind.MultiPolygon => Factory.CreateMultiPolygon([.. parts.Cast<Polygon>()]),
            _ => Factory.CreateGeometryCollection([.. parts]),
        };

    /// <summary>A box of no width or height is a line or a point.</summary>
    public static Shape Box(double west, double south, double east, double north) =>
        Factory.ToGeometry(new Envelope(west, east, south, north));
}
