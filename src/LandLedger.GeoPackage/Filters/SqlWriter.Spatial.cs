using LandLedger.Filters;
using NetTopologySuite.Geometries;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.GeoPackage.Filters;

internal sealed partial class SqlWriter
{
    private string Spatial(SpatialPredicate predicate, bool sure)
    {
        var (relation, left, right) = predicate;
        var column = table.Column(((Property)left).Name);
        if (right is Property other)
        {
            var both = Parameter(new SpatialTest(relation, null));
            return $"{FilterFunctions.Spatial}({both}, {column}, {table.Column(other.Name)})";
        }
        var shape = ((ShapeValue)right).Shape;
        var exact = $"{FilterFunctions.Spatial}({Parameter(new SpatialTest(relation, shape))}, {column})";
        return sure && relation != SpatialRelation.Disjoint
            ? $"({table.Row} IN ({Candidates(table.Tree((Property)left), relation, shape)}) AND {exact})"
            : exact;
    }

    /// <summary>Rows whose box meets the geometry's; of a box over the antimeridian, that of either part.</summary>
    private string Candidates(string tree, SpatialRelation relation, Shape shape)
    {
        var whole = relation is SpatialRelation.Contains or SpatialRelation.Equals;
        Shape[] parts = whole || shape.NumGeometries != 2 ? [shape] : [shape.GetGeometryN(0), shape.GetGeometryN(1)];
        return string.Join(" UNION ", parts.Select(part => Candidates(tree, whole, part.EnvelopeInternal)));
    }

    /// <summary>The tree rounds its bounds outwards, so it never loses a row.</summary>
    private string Candidates(string tree, bool whole, Envelope box)
    {
        var (west, east, south, north) = whole
            ? (box.MaxX, box.MinX, box.MaxY, box.MinY)
            : (box.MinX, box.MaxX, box.MinY, box.MaxY);
        return $"SELECT id FROM {tree} WHERE maxx >= {Parameter(west)} AND minx <= {Parameter(east)} AND maxy >= {Parameter(south)} AND miny <= {Parameter(north)}";
    }
}
