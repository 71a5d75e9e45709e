using LandLedger.Filters;
using LandLedger.Geometry;

namespace LandLedger.Tests.Filters;

public sealed class BindingTests
{
    private static readonly Queryables Plots = new(RoundTripTests.Properties, CrsTable.Cgcs2000);

    [Theory]
    [InlineData("Name = 'x'", "property-unknown", "Name")]
    [InlineData("\"naMe\" = 'x'", "property-unknown", "case-sensitive")]
    [InlineData("name = 5", "types", "name (text) cannot be compared with 5 (number)")]
    [InlineData("mu = '5'", "types", "(number)")]
    [InlineData("begun = 1", "types", "yes or no")]
    [InlineData("\"date\" = '2022-04-16'", "types-time", "DATE('2022-04-16')")]
    [InlineData("'2022-04-16' < seen", "types-time", "TIMESTAMP(")]
    [InlineData("\"date\" > 5", "types", "(day)")]
    [InlineData("geom = geom", "type", "geom is of the kind geometry")]
    [InlineData("codes = 'a'", "type", "array")]
    [InlineData("name IN ('a', 5)", "types", "5 (number)")]
    [InlineData("mu BETWEEN 1 AND 'z'", "types", "'z' (text)")]
    [InlineData("mu LIKE 'a%'", "type", "mu is of the kind number, needed is text")]
    [InlineData("CASEI(mu) = 'a'", "type", "number")]
    [InlineData("mu + name = 5", "type", "name is of the kind text, needed is number")]
    [InlineData("S_WITHIN(name, POINT(1 2))", "type", "needed is geometry")]
    [InlineData("T_AFTER(name, DATE('2022-04-16'))", "type", "needed is time")]
    [InlineData("T_DURING(\"date\", INTERVAL('2022-01-01','..'))", "type", "needed is interval")]
    [InlineData("T_AFTER(INTERVAL(name,'..'), \"date\")", "type", "text")]
    [InlineData("T_AFTER(INTERVAL(\"date\",seen), \"date\")", "interval-mixed", "both days")]
    [InlineData("A_CONTAINS(name, ('a'))", "type", "needed is array")]
    [InlineData("A_CONTAINS(codes, (1))", "type", "needed is text")]
    [InlineData("S_WITHIN(geom, POLYGON((0 0,1 1,1 0,0 1,0 0)))", "shape-invalid", "crosses itself")]
    [InlineData("S_WITHIN(geom, BBOX(0,10,1,0))", "box-order", "BBOX(0,10,1,0)")]
    [InlineData("S_WITHIN(geom, POINT(1 2)) AND x IS NULL", "property-unknown", "x")]
    public void What_does_not_fit_the_collection_is_told(string text, string code, string said)
    {
        var bound = BoundFilter.Of(FilterReading.Text(text), Plots, CrsTable.LonLat);
        Assert.False(bound.IsGood);
        Assert.Equal(code, bound.Error.Code);
        Assert.Contains(said, bound.Error.In(Texts.English), StringComparison.Ordinal);
        Assert.DoesNotContain("{", bound.Error.In(Texts.Chinese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2+3 < 4", "FALSE")]
    [InlineData("2^3 = 8", "TRUE")]
    [InlineData("7 div 2 = 3 AND -7 div 2 = -3 AND 7 % 4 = 3 AND 5.5 % 2 = 1.5", "TRUE")]
    [InlineData("5 / 2 = 2.5", "TRUE")]
    [InlineData("9007199254740993 > 9007199254740992", "TRUE")]
    [InlineData("mu > 2*3+1", "mu > 7")]
    [InlineData("mu > 1/0", "mu > 1 / 0")]
    [InlineData("mu > 5 AND 1 < 2", "mu > 5")]
    [InlineData("mu > 5 AND 1 > 2", "FALSE")]
    [InlineData("mu > 5 OR NOT 1 > 2", "TRUE")]
    [InlineData("S_INTERSECTS(POINT(1 1), BBOX(0,0,2,2))", "TRUE")]
    [InlineData("S_CROSSES(LINESTRING(-1 1,3 1), POLYGON((0 0,2 0,2 2,0 2,0 0)))", "TRUE")]
    [InlineData("A_EQUALS((1,'a',DATE('2020-01-01')),('a',DATE('2020-01-01'),1.0,1))", "TRUE")]
    [InlineData("A_CONTAINS((1,2),(2)) AND A_CONTAINEDBY((2),(1,2)) AND A_OVERLAPS((1,2),(2,3))", "TRUE")]
    [InlineData("A_CONTAINS((1),(1,2)) OR A_OVERLAPS((1),()) OR A_EQUALS((1),(1,2))", "FALSE")]
    [InlineData("A_EQUALS(((1,2),3),(3,(2,1)))", "TRUE")]
    public void What_needs_no_item_is_told_at_once(string text, string bound) =>
        Assert.Equal(bound, Bound(text, CrsTable.LonLat).ToString());

    [Theory]
    [InlineData("BBOX(115,26,116,27)", "OGC:CRS84", "POLYGON((115 26,115 27,116 27,116 26,115 26))")]
    [InlineData("BBOX(26,115,27,116)", "EPSG:4490", "POLYGON((115 26,115 27,116 27,116 26,115 26))")]
    [InlineData("POINT(26 115)", "EPSG:4326", "POINT(115 26)")]
    [InlineData("BBOX(115,26,115,26)", "OGC:CRS84", "POINT(115 26)")]
    [InlineData(
        "BBOX(170,-10,-170,10)",
        "OGC:CRS84",
        "MULTIPOLYGON(((170 -10,170 10,180 10,180 -10,170 -10)),((-180 -10,-180 10,-170 10,-170 -10,-180 -10)))"
    )]
    [InlineData(
        "BBOX(-10,170,10,-170)",
        "EPSG:4490",
        "MULTIPOLYGON(((170 -10,170 10,180 10,180 -10,170 -10)),((-180 -10,-180 10,-170 10,-170 -10,-180 -10)))"
    )]
    public void Geometries_stand_in_the_order_of_the_filters_system(string geometry, string crs, string placed) =>
        Assert.Equal($"S_WITHIN(geom, {placed})", Bound($"S_WITHIN(geom,{geometry})", CrsTable.Find(crs)!).ToString());

    /// <summary>Figures of PROJ: 120° east, 30° north.</summary>
    [Theory]
    [InlineData("EPSG:3857", "13358338.895192828 3503549.843504374")]
    [InlineData("EPSG:4528", "3320113.398 40500000")]
    public void A_geometry_in_a_grid_is_taken_to_the_system_of_the_collection(string crs, string position)
    {
        var filter = Bound($"S_WITHIN(geom,POINT({position}))", CrsTable.Find(crs)!);
        var shape = Assert.IsType<ShapeValue>(Assert.IsType<SpatialPredicate>(filter).Right).Shape;
        Assert.Equal(120, shape.Coordinate.X, 8);
        Assert.Equal(30, shape.Coordinate.Y, 8);
    }

    [Fact]
    public void A_long_edge_in_a_grid_keeps_its_course()
    {
        var filter = Bound("S_WITHIN(geom,BBOX(3000000,40450000,3100000,40550000))", CrsTable.Find("EPSG:4528")!);
        var shape = Assert.IsType<ShapeValue>(Assert.IsType<SpatialPredicate>(filter).Right).Shape;
        var zone = CrsTable.Find("EPSG:4528")!;
        for (var i = 1; i < shape.NumPoints; i++)
        {
            // The middle of each edge, in degrees, is on the edge of the grid's box to a millimetre.
            var (a, b) = (shape.Coordinates[i - 1], shape.Coordinates[i]);
            Span<double> middle = [(a.X + b.X) / 2, (a.Y + b.Y) / 2];
            zone.FromLonLat(middle);
            var off = new[]
            {
                middle[0] - 40450000,
                middle[0] - 40550000,
                middle[1] - 3000000,
                middle[1] - 3100000,
            }.Min(Math.Abs);
            Assert.InRange(off, 0, 0.001);
        }
    }

    [Theory]
    [InlineData("POINT(1E300 1E300)")]
    [InlineData("BBOX(0,0,0,9E9)")]
    public void A_geometry_outside_its_system_is_refused(string geometry)
    {
        var bound = BoundFilter.Of(
            FilterReading.Text($"S_WITHIN(geom,{geometry})"),
            Plots,
            CrsTable.Find("EPSG:4528")!
        );
        Assert.Equal("shape-outside", bound.Error?.Code);
        Assert.Contains("EPSG:4528", bound.Error!.In(Texts.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void A_box_may_go_backwards_over_the_antimeridian_only()
    {
        var bound = BoundFilter.Of(
            FilterReading.Text("S_WITHIN(geom,BBOX(10,0,0,9))"),
            Plots,
            CrsTable.Find("EPSG:3857")!
        );
        Assert.Equal("box-order", bound.Error?.Code);
    }

    private static Predicate Bound(string text, Crs crs)
    {
        var bound = BoundFilter.Of(FilterReading.Text(text), Plots, crs);
        Assert.True(bound.IsGood, bound.Error?.In(Texts.English));
        return bound.Value.Root;
    }
}
