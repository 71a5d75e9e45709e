using LandLedger.Formats.Shapes;

namespace LandLedger.Formats.Tests.Shapes;

public class ShapeTextTests
{
    private static readonly double[] _square = [0, 0, 4, 0, 4, 4, 0, 0];

    [Theory]
    [InlineData("POLYGON((0 0,4 0,4 4,0 0))")]
    [InlineData(" polygon  ( ( 0 0 , 4 0 ,4 4, 0 0 ) ) ")]
    [InlineData("SRID=4528;Polygon Z ((0 0 9,4 0 9,4 4 9,0 0 9))")]
    [InlineData("POLYGONZM((0 0 1 2,4 0 1 2,4 4 1 2,0 0 1 2))")]
    [InlineData("POLYGON M ((0 0 1,4 0 1,4 4 1,0 0 1))")]
    [InlineData("POLYGON((0 0, 0.4e1 0, +4.0 4, -0 0))")]
    public void A_polygon_reads_in_every_way_of_writing_it(string text)
    {
        var reading = new ShapeText().Read(text);

        Assert.Null(reading.Trouble);
        Assert.Equal("Polygon", reading.Shape!.Kind);
        Assert.Equal(_square, Assert.Single(Assert.Single(reading.Shape.Parts)));
        Assert.Equal(text.StartsWith("SRID", StringComparison.Ordinal) ? "EPSG:4528" : null, reading.Crs);
    }

    [Fact]
    public void A_multipolygon_keeps_holes_with_their_part()
    {
        var reading = new ShapeText().Read(
            "MULTIPOLYGON(((0 0,9 0,9 9,0 0),(2 1,3 1,3 2,2 1)),EMPTY,((20 0,29 0,29 9,20 0)))"
        );

        Assert.Equal("MultiPolygon", reading.Shape!.Kind);
        Assert.Equal([2, 1], reading.Shape.Parts.Select(part => part.Count));
        Assert.Equal([2.0, 1, 3, 1, 3, 2, 2, 1], reading.Shape.Parts[0][1]);
    }

    [Theory]
    [InlineData("POINT(1 2)", "Point")]
    [InlineData("linestring z(1 2 3,4 5 6)", "LineString")]
    [InlineData("GEOMETRYCOLLECTION EMPTY", "GeometryCollection")]
    [InlineData("CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,0 0))", "CurvePolygon")]
    public void Another_kind_is_named(string text, string kind)
    {
        Assert.Equal(kind, new ShapeText().Read(text).Shape!.Kind);
    }

    [Theory]
    [InlineData("POLYGON EMPTY")]
    [InlineData("multipolygon zm empty")]
    public void An_empty_polygon_is_no_shape_and_no_trouble(string text)
    {
        Assert.Equal(new ShapeReading(Shape: null), new ShapeText().Read(text));
    }

    // The position is that of the first character that cannot be read on from.
    [Theory]
    [InlineData("", 0, ShapeReading.Unreadable)]
    [InlineData("POLIGON((0 0,1 1,0 1,0 0))", 0, ShapeReading.Unreadable)]
    [InlineData("POLYGON((0 0,4 0,4 x4,0 0))", 19, ShapeReading.Unreadable)]
    [InlineData("POLYGON((0 0,4 0,4 4,0 0)", 25, ShapeReading.Unreadable)]
    [InlineData("POLYGON((0 0,4 0,4 4,0 0)) 7", 27, ShapeReading.Unreadable)]
    [InlineData("POLYGON((0 0,NaN 0,4 4,0 0))", 13, ShapeReading.NotANumber)]
    [InlineData("POLYGON((0 0,4 1e999,4 4,0 0))", 15, ShapeReading.NotANumber)]
    [InlineData("POLYGON((0,4 0,4 4,0))", 10, ShapeReading.Unreadable)]
    [InlineData("POLYGON((0 0 0 0 0,4 0))", 17, ShapeReading.Unreadable)]
    [InlineData("00000000zz", 8, ShapeReading.Unreadable)]
    public void Malformed_text_is_named_with_its_position(string text, int position, string trouble)
    {
        var reading = new ShapeText().Read(text);

        Assert.Equal((trouble, position), (reading.Trouble, reading.Position));
        Assert.Null(reading.Shape);
    }

    // By hand: EWKB little endian of SRID=4528;POLYGON Z((0 0 9,4 0 9,4 4 9,0 0 9)), and the same as ISO WKB big endian without SRID.
    [Theory]
    [InlineData(
        "01030000A0B011000001000000040000000000000000000000000000000000000000000000000022400000000000001040"
            + "00000000000000000000000000002240000000000000104000000000000010400000000000002240"
            + "000000000000000000000000000000000000000000002240"
    )]
    [InlineData(
        "00000003eb0000000100000004000000000000000000000000000000004022000000000000"
            + "401000000000000000000000000000004022000000000000"
            + "401000000000000040100000000000004022000000000000"
            + "000000000000000000000000000000004022000000000000"
    )]
    public void Hexadecimal_binary_reads_in_both_byte_orders(string text)
    {
        var reading = new ShapeText().Read(text);

        Assert.Null(reading.Trouble);
        Assert.Equal(_square, Assert.Single(Assert.Single(reading.Shape!.Parts)));
    }

    [Fact]
    public void A_ring_beyond_the_limit_is_named()
    {
        var vertices = string.Join(',', Enumerable.Range(0, ShapeLimits.Vertices + 1).Select(i => $"{i} {i % 7}"));

        Assert.Equal(ShapeReading.TooManyVertices, new ShapeText().Read($"POLYGON(({vertices}))").Trouble);
    }
}
