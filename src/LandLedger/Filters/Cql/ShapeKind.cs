namespace LandLedger.Filters.Cql;

internal enum ShapeKind
{
    Point,
    LineString,
    Polygon,
    MultiPoint,
    MultiLineString,
    MultiPolygon,
    GeometryCollection,
}
