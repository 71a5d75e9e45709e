namespace LandLedger.Formats.Shapes;

/// <summary>Names of geometry kinds by their number in WKB (ISO 13249-3, OGC 06-103r4).</summary>
internal static class ShapeKind
{
    public const int PointNumber = 1;
    public const int LineStringNumber = 2;
    public const int PolygonNumber = 3;
    public const int MultiPointNumber = 4;
    public const int MultiPolygonNumber = 6;

    public const string Point = "Point";
    public const string LineString = "LineString";
    public const string Polygon = "Polygon";
    public const string MultiPoint = "MultiPoint";
    public const string MultiLineString = "MultiLineString";
    public const string MultiPolygon = "MultiPolygon";

    private static readonly string[] _names =
    [
        "Geometry",
        Point,
        LineString,
        Polygon,
        MultiPoint,
        MultiLineString,
        MultiPolygon,
        "GeometryCollection",
        "CircularString",
        "CompoundCurve",
        "CurvePolygon",
        "MultiCurve",
        "MultiSurface",
        "Curve",
        "Surface",
        "PolyhedralSurface",
        "Tin",
        "Triangle",
    ];

    public static string? Name(uint number) => number < _names.Length ? _names[number] : null;

    /// <summary>The kind as we write it, for a name in any case.</summary>
    public static string? Find(ReadOnlySpan<char> name)
    {
        foreach (var known in _names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }
        return null;
    }
}
