using LandLedger.Filters;
using NetTopologySuite.Geometries;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.GeoPackage.Filters;

internal sealed partial class SqlWriter
{
    private string Spatial(SpatialPredicate predicate, bool sure)
    {
        var (relation, left, right) = predicate;
        if (left is Property one && right is Property other)
        {
            var both = Parameter(new SpatialTest(relation, null));
            return $"{FilterFunctions.Spatial}({both}, {table.Column(one.Name)}, {table.Column(other.Name)})";
        }
        var property = (Property)(left is Property ? left : right);
        var shape = ((ShapeValue)(left is Property ? right : left)).Shape;
        if (left is not Property)
            relation = Turned(relation);
        var test = Parameter(new SpatialTest(relation, shape));
        var exact = $"{FilterFunctions.Spatial}({test}, {table.Column(property.Name)})";
        return sure && relation != SpatialRelation.Disjoint && table.Trees.TryGetValue(property.Name, out var tree)
            ? $"({table.Alias}.{FilterTable.Quoted(table.Key)} IN ({Candidates(tree, relation, shape)}) AND {exact})"
            : exact;
    }

    /// <summary>The relation read from right to left.</summary>
    private static SpatialRelation Turned(SpatialRelation relation) =>
        relation switch
        {
            SpatialRelation.Within => SpatialRelation.Contains,
            SpatialRelation.Contains => SpatialRelation.Within,
            _ => relation,
        };

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
        return $"SELECT id FROM {FilterTable.Quoted(tree)} WHERE maxx >= {Parameter(west)} AND minx <= {Parameter(east)} AND maxy >= {Parameter(south)} AND miny <= {Parameter(north)}";
    }
}
