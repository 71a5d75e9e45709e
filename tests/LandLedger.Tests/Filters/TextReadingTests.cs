using LandLedger.Filters;

namespace LandLedger.Tests.Filters;

public sealed class TextReadingTests
{
    [Theory]
    [InlineData("a = 1 or b = 2 and not c = 3", "a = 1 OR (b = 2 AND NOT (c = 3))")]
    [InlineData("(a = 1 or b = 2) and c = 3", "(a = 1 OR b = 2) AND c = 3")]
    [InlineData("a=1 and (b=2 and c=3)", "a = 1 AND (b = 2 AND c = 3)")]
    [InlineData("((((a=1))))", "a = 1")]
    [InlineData("a<=1 and b>=2 and c<>3", "a <= 1 AND b >= 2 AND c <> 3")]
    [InlineData("a not like 'B_r%'", "a NOT LIKE 'B_r%'")]
    [InlineData("not a like 'B_r%'", "a NOT LIKE 'B_r%'")]
    [InlineData("a between 1 and 2 and b=3", "a BETWEEN 1 AND 2 AND b = 3")]
    [InlineData("a not between 4/2 and (3*(9+1))", "a NOT BETWEEN 4 / 2 AND 3 * (9 + 1)")]
    [InlineData("a in (1,-2,.5,1E3)", "a IN (1, -2, 0.5, 1000)")]
    [InlineData("casei(a) not in (casei('x'), b)", "CASEI(a) NOT IN (CASEI('x'), b)")]
    [InlineData("a is null or b is not null", "a IS NULL OR b IS NOT NULL")]
    [InlineData("(a=1) is null", "(a = 1) IS NULL")]
    [InlineData("true", "TRUE")]
    [InlineData("a = True", "a = TRUE")]
    [InlineData("accenti(casei(a)) = 'x'", "ACCENTI(CASEI(a)) = 'x'")]
    [InlineData("地块编号 = '南-1'", "地块编号 = '南-1'")]
    [InlineData("layer:ids.x_1 = 1", "layer:ids.x_1 = 1")]
    [InlineData("\"date\" = 1 and \"a\" = 1 and \"land use\" = 1", "\"date\" = 1 AND a = 1 AND \"land use\" = 1")]
    [InlineData("\"a\"\"b\" = 1", "\"a\"\"b\" = 1")]
    [InlineData("a\u3000=\u00a01", "a = 1")]
    public void Logic_and_comparisons_read_as_the_standard_ranks_them(string text, string written) =>
        Assert.Equal(written, FilterReading.Text(text).ToString());

    [Theory]
    [InlineData("a = 1+2*3", "a = 1 + 2 * 3")]
    [InlineData("a = (1+2)*3", "a = (1 + 2) * 3")]
    [InlineData("a = 1-2-3", "a = 1 - 2 - 3")]
    [InlineData("a = 1-(2-3)", "a = 1 - (2 - 3)")]
    [InlineData("a = 8 / 4 div 2 % 2", "a = 8 / 4 div 2 % 2")]
    [InlineData("a = 2*b^2", "a = 2 * b^2")]
    [InlineData("a = (2*b)^2", "a = (2 * b)^2")]
    [InlineData("a = (b^2)^3", "a = (b^2)^3")]
    [InlineData("a = -b", "a = -1 * b")]
    [InlineData("a = -(b + 1)", "a = -1 * (b + 1)")]
    [InlineData("a = 3--2", "a = 3 - -2")]
    [InlineData("a = +5.0", "a = 5")]
    [InlineData("a = -2^2", "a = -2^2")]
    public void Arithmetic_binds_as_the_standard_ranks_it(string text, string written) =>
        Assert.Equal(written, FilterReading.Text(text).ToString());

    [Fact]
    public void A_sign_belongs_to_its_number_before_the_power()
    {
        var comparison = Assert.IsType<Comparison>(FilterReading.Text("a = -2^2"));
        var power = Assert.IsType<Arithmetic>(comparison.Right);
        Assert.Equal(NumberValue.Of(-2), power.Left);
    }

    [Theory]
    [InlineData("'it''s'", "it's")]
    [InlineData(@"'it\'s'", "it's")]
    [InlineData(@"'a\tb\nc'", "a\tb\nc")]
    [InlineData(@"'\a\b\v\f\r'", "\a\b\v\f\r")]
    [InlineData(@"'50\% \_'", @"50\% \_")]
    [InlineData(@"'C:\\'", @"C:\")]
    [InlineData(@"'\\n'", @"\n")]
    [InlineData("''", "")]
    [InlineData("'宗地 😀'", "宗地 😀")]
    public void Texts_take_their_escapes_and_write_them_again(string literal, string value)
    {
        var comparison = Assert.IsType<Comparison>(FilterReading.Text("a = " + literal));
        Assert.Equal(new TextValue(value), comparison.Right);
        Assert.Equal(comparison, FilterReading.Text(comparison.ToString()));
    }

    [Theory]
    [InlineData("a = 9223372036854775807", 9223372036854775807L)]
    [InlineData("a = -9223372036854775807", -9223372036854775807L)]
    [InlineData("a = 5.00E1", 50L)]
    public void Whole_numbers_are_kept_to_the_last_digit(string text, long number) =>
        Assert.Equal(NumberValue.Of(number), Assert.IsType<Comparison>(FilterReading.Text(text)).Right);

    [Theory]
    [InlineData("a = DATE('2022-04-16')", "a = DATE('2022-04-16')")]
    [InlineData("a = timestamp('2022-04-16T10:13:19Z')", "a = TIMESTAMP('2022-04-16T10:13:19Z')")]
    [InlineData("a = TIMESTAMP('2022-04-16T10:13:19.50Z')", "a = TIMESTAMP('2022-04-16T10:13:19.5Z')")]
    [InlineData("a = TIMESTAMP('2022-04-16T00:13:19+08:00')", "a = TIMESTAMP('2022-04-15T16:13:19Z')")]
    [InlineData("t_after(a, interval('2022-01-01','..'))", "T_AFTER(a, INTERVAL('2022-01-01','..'))")]
    [InlineData("T_DURING(INTERVAL(a,\"end\"), INTERVAL('..',b))", "T_DURING(INTERVAL(a,end), INTERVAL('..',b))")]
    public void Days_times_and_intervals_read(string text, string written) =>
        Assert.Equal(written, FilterReading.Text(text).ToString());

    [Theory]
    [InlineData("POINT(1 2)", "POINT(1 2)")]
    [InlineData("point z (1 2 3)", "POINT(1 2)")]
    [InlineData("LINESTRING(-180 -45, 0 -4.5E1)", "LINESTRING(-180 -45,0 -45)")]
    [InlineData("POLYGON((0 0,9 0,9 9,0 0),(1 1,2 1,2 2,1 1))", "POLYGON((0 0,9 0,9 9,0 0),(1 1,2 1,2 2,1 1))")]
    [InlineData("MULTIPOINT((1 2),(3 4))", "MULTIPOINT((1 2),(3 4))")]
    [InlineData("MULTIPOINT(1 2,3 4)", "MULTIPOINT((1 2),(3 4))")]
    [InlineData("MULTILINESTRING((1 2,3 4),(5 6,7 8))", "MULTILINESTRING((1 2,3 4),(5 6,7 8))")]
    [InlineData("MULTIPOLYGON(((0 0,1 0,1 1,0 0)))", "MULTIPOLYGON(((0 0,1 0,1 1,0 0)))")]
    [InlineData(
        "GEOMETRYCOLLECTION(POINT(7.02 49.92),LINESTRING(0 0,1 1))",
        "GEOMETRYCOLLECTION(POINT(7.02 49.92),LINESTRING(0 0,1 1))"
    )]
    [InlineData("BBOX(160.6,-55.95,-170,-25.89)", "BBOX(160.6,-55.95,-170,-25.89)")]
    [InlineData("BBOX(1,2,0,3,4,100)", "BBOX(1,2,3,4)")]
    public void Geometries_of_all_kinds_read_and_heights_are_dropped(string geometry, string written) =>
        Assert.Equal($"S_INTERSECTS(g, {written})", FilterReading.Text($"s_intersects(g,{geometry})").ToString());

    [Theory]
    [InlineData("A_CONTAINS(tags, ('a','b'))", "A_CONTAINS(tags, ('a', 'b'))")]
    [InlineData("a_equals((), tags)", "A_EQUALS((), tags)")]
    [InlineData(
        "A_OVERLAPS((1,true,DATE('2020-01-01'),(2)),(b,c+1))",
        "A_OVERLAPS((1, TRUE, DATE('2020-01-01'), (2)), (b, c + 1))"
    )]
    [InlineData("A_CONTAINEDBY(a,b)", "A_CONTAINEDBY(a, b)")]
    public void Arrays_read(string text, string written) => Assert.Equal(written, FilterReading.Text(text).ToString());
}
