using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Union;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.Filters;

/// <summary>
/// Relations of collections of points, lines and areas, by the definitions of the standard: interiors that meet, and one being
/// part of the other. Each kind is united first, so that no part of a collection stands twice.
/// </summary>
internal sealed class MixedRelation
{
    private static readonly Dimension[] Dimensions = [Dimension.Surface, Dimension.Curve, Dimension.Point];

    /// <summary>Areas, lines, points; only those that are there.</summary>
    private readonly List<Shape> _parts;

    private MixedRelation(Shape shape)
    {
        var all = Flat(shape).Where(static part => !part.IsEmpty).ToList();
        _parts =
        [
            .. Dimensions
                .Select(dimension => all.Where(part => part.Dimension == dimension).ToList())
                .Where(parts => parts.Count > 0)
                .Select(parts => UnaryUnionOp.Union(parts)),
        ];
    }

    public static bool Holds(SpatialRelation relation, Shape left, Shape right)
    {
        var (a, b) = (new MixedRelation(left), new MixedRelation(right));
        return relation switch
        {
            SpatialRelation.Intersects => a.Meets(b),
            SpatialRelation.Disjoint => !a.Meets(b),
            SpatialRelation.Touches => a.Meets(b) && a.Inside(b) < 0,
            SpatialRelation.Within => b.Covers(a) && a.Inside(b) >= 0,
            SpatialRelation.Contains => a.Covers(b) && a.Inside(b) >= 0,
            SpatialRelation.Equals => a.Covers(b) && b.Covers(a),
            SpatialRelation.Crosses => a.Inside(b) is >= 0 and var inside
                && inside < Math.Max(a.Highest, b.Highest)
                && !a.Covers(b)
                && !b.Covers(a),
            _ => a.Highest == b.Highest && a.Inside(b) == a.Highest && !a.Covers(b) && !b.Covers(a),
        };
    }

    private static IEnumerable<Shape> Flat(Shape shape) =>
        shape is GeometryCollection parts ? parts.Geometries.SelectMany(Flat) : [shape];

    private int Highest => (int)_parts[0].Dimension;

    private bool Meets(MixedRelation other) => _parts.Any(part => other._parts.Any(part.Intersects));

    /// <summary>The dimension of what the interiors share; below 0 for nothing.</summary>
    private int Inside(MixedRelation other) =>
        _parts.Max(part => other._parts.Max(theirs => (int)part.Relate(theirs)[Location.Interior, Location.Interior]));

    private bool Covers(MixedRelation other) =>
        other._parts.All(theirs =>
            _parts
                .Aggregate(
                    theirs,
                    (left, part) =>
                        left.IsEmpty ? left : OverlayNGRobust.Overlay(left, part, SpatialFunction.Difference)
                )
                .IsEmpty
        );
}
