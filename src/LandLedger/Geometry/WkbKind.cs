namespace LandLedger.Geometry;

/// <summary>Kinds of geometry by their number in WKB; of those with several parts, less 3 gives the kind of a part.</summary>
public enum WkbKind
{
    Point = 1,
    LineString = 2,
    Polygon = 3,
    MultiPoint = 4,
    MultiLineString = 5,
    MultiPolygon = 6,
}

/// <summary>Kinds by their names, which are those of the members.</summary>
internal static class WkbKinds
{
    public static WkbKind? Find(string name) =>
        Enum.GetValues<WkbKind>().Cast<WkbKind?>().FirstOrDefault(kind => kind.ToString() == name);
}
