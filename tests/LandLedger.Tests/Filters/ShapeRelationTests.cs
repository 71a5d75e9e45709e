using LandLedger.Filters;

namespace LandLedger.Tests.Filters;

/// <summary>Relations told by looking at a square from (0, 0) to (4, 4), also as a collection with a far point.</summary>
public sealed class ShapeRelationTests
{
    private const string Square = "POLYGON((0 0,4 0,4 4,0 4,0 0))";
    private const string Mixed = "GEOMETRYCOLLECTION(POLYGON((0 0,4 0,4 4,0 4,0 0)),POINT(9 9))";

    [Theory]
    [InlineData("POINT(2 2)", Square, "intersects within")]
    [InlineData("POINT(4 2)", Square, "intersects touches")]
    [InlineData("POINT(5 5)", Square, "disjoint")]
    [InlineData("LINESTRING(1 1,2 2)", Square, "intersects within")]
    [InlineData("LINESTRING(1 1,9 1)", Square, "intersects crosses")]
    [InlineData("LINESTRING(4 0,4 4)", Square, "intersects touches")]
    [InlineData("POLYGON((2 2,6 2,6 6,2 6,2 2))", Square, "intersects overlaps")]
    [InlineData("POLYGON((1 1,2 1,2 2,1 2,1 1))", Square, "intersects within")]
    [InlineData("POLYGON((-1 -1,9 -1,9 9,-1 9,-1 -1))", Square, "intersects contains")]
    [InlineData("POLYGON((4 4,0 4,0 0,4 0,4 4))", Square, "intersects equals within contains")]
    [InlineData("LINESTRING(0 0,2 2)", "LINESTRING(0 2,2 0)", "intersects crosses")]
    [InlineData("LINESTRING(0 0,2 0)", "LINESTRING(1 0,3 0)", "intersects overlaps")]
    [InlineData("POINT(9 9)", Mixed, "intersects within")]
    [InlineData("POINT(4 2)", Mixed, "intersects touches")]
    [InlineData("POINT(8 8)", Mixed, "disjoint")]
    [InlineData("MULTIPOINT((9 9),(1 1))", Mixed, "intersects within")]
    [InlineData("LINESTRING(1 1,9 1)", Mixed, "intersects crosses")]
    [InlineData("POLYGON((2 2,6 2,6 6,2 6,2 2))", Mixed, "intersects overlaps")]
    [InlineData("POLYGON((-1 -1,10 -1,10 10,-1 10,-1 -1))", Mixed, "intersects contains")]
    [InlineData(
        Mixed,
        "GEOMETRYCOLLECTION(POINT(9 9),POINT(1 1),POLYGON((4 4,0 4,0 0,4 0,4 4)))",
        "intersects equals within contains"
    )]
    [InlineData(
        "GEOMETRYCOLLECTION(POLYGON((0 0,2 0,2 4,0 4,0 0)),POLYGON((2 0,4 0,4 4,2 4,2 0)))",
        Square,
        "intersects equals within contains"
    )]
    [InlineData("GEOMETRYCOLLECTION(POINT(5 5),LINESTRING(6 6,7 7))", Square, "disjoint")]
    public void Relations_hold_as_the_standard_defines_them(string left, string right, string holding)
    {
        var (a, b) = (Shape(left), Shape(right));
        var held = Enum.GetValues<SpatialRelation>().Where(relation => ShapeRelation.Holds(relation, a, b));
        Assert.Equal(
            holding.Split(' ').Order(StringComparer.Ordinal),
            held.Select(relation => relation.ToString().ToLowerInvariant()).Order(StringComparer.Ordinal)
        );
    }

    private static NetTopologySuite.Geometries.Geometry Shape(string wkt) =>
        Assert
            .IsType<ShapeValue>(Assert.IsType<SpatialPredicate>(FilterReading.Text($"S_WITHIN(g,{wkt})")).Right)
            .Shape;
}
