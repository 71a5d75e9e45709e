using System.Text;
using LandLedger.Filters;

namespace LandLedger.Tests.Filters;

/// <summary>However a filter is inflated, the answer is the name of the limit.</summary>
public sealed class LimitTests
{
    private const int Deep = 100_000;

    public static TheoryData<string> DeepTexts =>
        [
            Repeat("(", Deep) + "a = 1" + Repeat(")", Deep),
            Repeat("(", Deep),
            Repeat("NOT ", Deep) + "a = 1",
            "a = " + Repeat("-", Deep) + "1",
            "a = " + Repeat("(", Deep) + "1" + Repeat(")", Deep),
            Repeat("CASEI(", 80_000),
            "A_EQUALS(" + Repeat("(", Deep),
            Repeat("S_WITHIN(", 50_000),
            "a = 1" + Repeat("+1", Deep),
            "a = 1" + Repeat("*b", Deep),
            Repeat("a IS NULL = ", 40_000),
        ];

    [Theory]
    [MemberData(nameof(DeepTexts), DisableDiscoveryEnumeration = true)]
    public void Deep_texts_are_refused_by_name(string text) =>
        Assert.Contains(FilterReading.ErrorOf(text).Code, new[] { "too-deep", "syntax" });

    [Fact]
    public void A_hundred_thousand_brackets_are_too_deep_not_too_much_for_the_stack()
    {
        var error = FilterReading.ErrorOf(Repeat("(", Deep) + "a = 1" + Repeat(")", Deep));
        Assert.Equal("too-deep", error.Code);
        Assert.Equal($"筛选条件第 130 个字符：筛选条件嵌套超过 {FilterLimits.Depth} 层", error.In(Texts.Chinese));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("""{"op":"not","args":[""")]
    [InlineData("""{"op":"casei","args":[""")]
    [InlineData("""{"type":"GeometryCollection","geometries":[""")]
    [InlineData("""{"type":"Polygon","coordinates":[[""")]
    public void Deep_JSON_is_refused_by_name(string opening)
    {
        var deep = Repeat(opening, FilterLimits.Length / (2 * opening.Length) - 2);
        Assert.Equal("too-deep", FilterReading.ErrorOfJson(deep).Code);
        var closing = string.Concat(deep.Where(c => c is '[' or '{').Reverse().Select(c => c == '[' ? ']' : '}'));
        Assert.Contains(FilterReading.ErrorOfJson(deep + "true" + closing).Code, new[] { "too-deep", "syntax" });
    }

    [Fact]
    public void As_deep_as_the_limit_is_fine_in_both_encodings()
    {
        var deep = Repeat("NOT (", FilterLimits.Depth - 2) + "a = 1" + Repeat(")", FilterLimits.Depth - 2);
        var filter = FilterReading.Text(deep);
        Assert.Equal(filter, FilterReading.Json(FilterReading.ToJson(filter)));
        Assert.Equal(filter, FilterReading.Text(filter.ToString()));
        Assert.Equal("too-deep", FilterReading.ErrorOf("NOT (" + deep + ")").Code);
    }

    [Fact]
    public void Many_terms_are_fine_and_too_many_are_named()
    {
        const int Terms = FilterLimits.Nodes / 3 - 1;
        Assert.True(FilterText.Read("a=1" + Repeat(" AND a=1", Terms - 1)).IsGood);
        Assert.Equal("too-many", FilterReading.ErrorOf("a=1" + Repeat(" OR a=1", FilterLimits.Nodes / 3)).Code);
        Assert.Equal("too-many", FilterReading.ErrorOf("a IN (1" + Repeat(",1", FilterLimits.Nodes) + ")").Code);
    }

    [Fact]
    public void Geometries_are_bounded_all_together()
    {
        var line = "LINESTRING(0 0" + Repeat(",1 1", FilterLimits.Vertices / 2) + ")";
        Assert.True(FilterText.Read($"S_WITHIN(g,{line})").IsGood);
        var error = FilterReading.ErrorOf($"S_WITHIN(g,{line}) OR S_WITHIN(g,{line})");
        Assert.Equal("too-many-vertices", error.Code);
        Assert.Contains("10,000", error.In(Texts.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Length_is_bounded_before_anything_is_read()
    {
        Assert.Equal("too-long", FilterReading.ErrorOf(new string(' ', FilterLimits.Length + 1)).Code);
        Assert.Equal("too-long", FilterReading.ErrorOfJson(new string(' ', FilterLimits.Length + 1)).Code);
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
