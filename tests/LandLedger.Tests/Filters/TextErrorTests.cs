namespace LandLedger.Tests.Filters;

/// <summary>Bad text is an error with the place, what stands there and what should.</summary>
public sealed class TextErrorTests
{
    [Theory]
    [InlineData("", "ended", 1, "a value")]
    [InlineData("a", "ended", 2, "a comparison")]
    [InlineData("a =", "ended", 4, "a value")]
    [InlineData("a = 1 AND", "ended", 10, "a value")]
    [InlineData("a = AND 1", "keyword", 5, "double quotes")]
    [InlineData("date > 1", "keyword", 1, "double quotes")]
    [InlineData("a = 1 b = 2", "syntax", 7, "found b, expected the end")]
    [InlineData("a == 1", "syntax", 4, "found =, expected a value")]
    [InlineData("a != 1", "character", 3, "!")]
    [InlineData("(a = 1", "ended", 7, "a closing bracket")]
    [InlineData("a = 1)", "syntax", 6, "found )")]
    [InlineData("a + 1 AND b = 2", "syntax", 7, "a comparison")]
    [InlineData("NOT a", "ended", 6, "a comparison")]
    [InlineData("a NOT = 1", "syntax", 7, "LIKE, BETWEEN or IN")]
    [InlineData("a IS 1", "syntax", 6, "NULL")]
    [InlineData("a LIKE b", "syntax", 8, "a pattern")]
    [InlineData("a IN ()", "syntax", 7, "a value")]
    [InlineData("a IN 1", "syntax", 6, "an opening bracket")]
    [InlineData("a BETWEEN 1 OR 2", "syntax", 13, "AND")]
    [InlineData("a = 'open", "text-open", 5, "'open")]
    [InlineData("\"open = 1", "name-open", 1, "\"open")]
    [InlineData("\"\" = 1", "syntax", 1, "a value")]
    [InlineData("地块 = 1 且 b = 2", "syntax", 8, "found 且")]
    [InlineData("😀 = 1 AND ;", "character", 11, ";")]
    [InlineData("a = 1E999", "number", 5, "1E999")]
    [InlineData("a = DATE('2022-02-30')", "day", 10, "2022-04-16")]
    [InlineData("a = TIMESTAMP('2022-04-16')", "instant", 15, "2022-04-16T10:13:19Z")]
    [InlineData("a = TIMESTAMP('2022-04-16T25:00:00Z')", "instant", 15, "T10:13:19Z")]
    [InlineData("a = TIMESTAMP('2022-04-16T10:00:00')", "instant", 15, "T10:13:19Z")]
    [InlineData("T_AFTER(a, INTERVAL('2022-12-31','2022-01-01'))", "interval-order", 21, "'2022-12-31','2022-01-01'")]
    [InlineData("T_AFTER(a, INTERVAL('2022-12-31','2022-01-01T00:00:00Z'))", "interval-mixed", 21, "both")]
    [InlineData("T_AFTER(a, INTERVAL(1,2))", "syntax", 21, "found 1")]
    [InlineData("T_AFTER(a)", "syntax", 10, "a comma")]
    [InlineData("avg(a) > 1", "function", 1, "avg")]
    [InlineData("S_WITHIN(g, Buffer(g, 10))", "function", 13, "Buffer")]
    [InlineData("S_INTERSECTS(g, POINT(1))", "syntax", 24, "a number")]
    [InlineData("S_INTERSECTS(g, POINT(1 2 3 4))", "syntax", 29, "a closing bracket")]
    [InlineData("S_INTERSECTS(g, POINT EMPTY)", "keyword", 17, "POINT")]
    [InlineData("S_INTERSECTS(g, LINESTRING(1 2))", "line-short", 27, "two positions")]
    [InlineData("S_INTERSECTS(g, POLYGON((0 0,1 0,1 1,2 2)))", "ring-open", 25, "end where it begins")]
    [InlineData("S_INTERSECTS(g, POLYGON((0 0,1 0,0 0)))", "ring-short", 25, "four positions")]
    [InlineData("S_INTERSECTS(g, BBOX(1,2,3))", "box-numbers", 22, "four or six")]
    [InlineData("S_INTERSECTS(g, GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(POINT(1 2))))", "syntax", 36, "a geometry")]
    public void The_first_error_names_its_place_and_the_fix(string text, string code, int position, string said)
    {
        var error = FilterReading.ErrorOf(text);
        Assert.Equal(code, error.Code);
        Assert.Equal(position, error.Position);
        Assert.Contains(said, error.In(Texts.English), StringComparison.Ordinal);
        Assert.DoesNotContain("{", error.In(Texts.English), StringComparison.Ordinal);
        Assert.Contains($"第 {position} 个字符", error.In(Texts.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void An_officer_reads_the_error_in_plain_Chinese() =>
        Assert.Equal(
            "筛选条件第 7 个字符：这里是 b，应为结尾、AND 或 OR",
            FilterReading.ErrorOf("a = 1 b = 2").In(Texts.Chinese)
        );

    /// <summary>By their numbers, as half a character cannot stand in an attribute.</summary>
    [Theory]
    [InlineData("a = '?'", 0)]
    [InlineData("a = '?'", 0xD800)]
    [InlineData("a = '?'", 0xFFFF)]
    [InlineData("\"?\" = 1", 1)]
    [InlineData("a? = 1", 0xD800)]
    public void Characters_that_are_none_are_refused(string text, int character) =>
        Assert.Equal("character", FilterReading.ErrorOf(text.Replace('?', (char)character)).Code);
}
