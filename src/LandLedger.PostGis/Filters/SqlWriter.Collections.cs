using LandLedger.Filters;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.PostGis.Filters;

/// <summary>
/// Relations of outlines to collections of several kinds, by the parts of these: the server knows none to a whole collection. An
/// outline is an area, which decides much.
/// </summary>
internal sealed partial class SqlWriter
{
    private const string Covers = "covers";
    private const string Interiors = "interiors";

    private string HoldsOfParts(SpatialRelation relation, string outline, Shape collection)
    {
        var parts = United(collection).Select(part => (part.Dimension, Sql: Literal(part))).ToList();
        var areas = parts.Where(part => part.Dimension == Dimension.Surface).ToList();
        var meets = Any(SpatialRelation.Intersects, parts);
        var shares = Any(Interiors, parts);
        var within = Any(SpatialRelation.Within, parts);
        var covers = All(Covers, parts);
        return relation switch
        {
            SpatialRelation.Intersects => meets,
            SpatialRelation.Disjoint => $"NOT {meets}",
            SpatialRelation.Touches => $"({meets} AND NOT {shares})",
            SpatialRelation.Within => within,
            SpatialRelation.Contains => $"({covers} AND {shares})",
            SpatialRelation.Equals => $"({covers} AND {within})",
            SpatialRelation.Crosses => $"({shares} AND NOT {Any(Interiors, areas)} AND NOT {covers})",
            _ => $"({Any(Interiors, areas)} AND NOT {covers} AND NOT {within})",
        };

        string Any(object word, IEnumerable<(Dimension, string Sql)> some) => Joined(" OR ", word, some);

        string All(object word, IEnumerable<(Dimension, string Sql)> some) => Joined(" AND ", word, some);

        // Without any, not true of any outline, and unknown where there is none.
        string Joined(string and, object word, IEnumerable<(Dimension, string Sql)> some) =>
            some.Select(part => Holds(word, outline, part.Sql)).ToList() is { Count: > 0 } tests
                ? $"({string.Join(and, tests)})"
                : $"({outline} IS NULL AND NULL)";
    }

    /// <summary>Areas, lines, points, each kind united, so that no part stands twice; only those that are there.</summary>
    private static IEnumerable<Shape> United(Shape collection) =>
        Flat(collection)
            .Where(part => !part.IsEmpty)
            .GroupBy(part => part.Dimension)
            .Select(parts => UnaryUnionOp.Union(parts));

    private static IEnumerable<Shape> Flat(Shape shape) =>
        shape is GeometryCollection parts ? parts.Geometries.SelectMany(Flat) : [shape];
}
