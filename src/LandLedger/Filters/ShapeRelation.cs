using NetTopologySuite.Geometries;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.Filters;

/// <summary>
/// Whether a relation holds between two plane geometries. Points, lines, areas and their multiples are compared by the
/// nine-intersection matrix; collections of several kinds by their parts.
/// </summary>
public static class ShapeRelation
{
    public static bool Holds(SpatialRelation relation, Shape left, Shape right) =>
        left.IsEmpty || right.IsEmpty
            ? relation == SpatialRelation.Disjoint
                || (relation == SpatialRelation.Equals && left.IsEmpty && right.IsEmpty)
        : IsMixed(left) || IsMixed(right) ? MixedRelation.Holds(relation, left, right)
        : relation switch
        {
            SpatialRelation.Intersects => left.Intersects(right),
            SpatialRelation.Disjoint => left.Disjoint(right),
            SpatialRelation.Equals => left.EqualsTopologically(right),
            SpatialRelation.Touches => left.Touches(right),
            SpatialRelation.Within => left.Within(right),
            SpatialRelation.Overlaps => left.Overlaps(right),
            SpatialRelation.Crosses => left.Crosses(right),
            _ => left.Contains(right),
        };

    /// <summary>A collection, which the matrix is not defined for.</summary>
    private static bool IsMixed(Shape shape) => shape.OgcGeometryType == OgcGeometryType.GeometryCollection;
}
