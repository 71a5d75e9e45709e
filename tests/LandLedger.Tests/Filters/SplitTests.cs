using LandLedger.Filters;
using LandLedger.Geometry;

namespace LandLedger.Tests.Filters;

/// <summary>A filter over judged plots, taken apart into what a store is asked and what judging must tell.</summary>
public sealed class SplitTests
{
    [Theory]
    [InlineData("zone = 'x' AND stated_mu > 1", "zone = 'x' AND stated_mu > 1", null)]
    [InlineData("category = 'idle'", null, "category = 'idle'")]
    [InlineData(
        "category = 'idle' AND zone = 'x' AND cause IS NULL AND stated_mu > 1",
        "zone = 'x' AND stated_mu > 1",
        "category = 'idle' AND cause IS NULL"
    )]
    [InlineData(
        "(zone = 'x' AND (category = 'idle' AND begun = TRUE)) AND plot > 'P'",
        "zone = 'x' AND begun = TRUE AND plot > 'P'",
        "category = 'idle'"
    )]
    [InlineData("category = 'idle' OR zone = 'x'", null, "category = 'idle' OR zone = 'x'")]
    [InlineData("NOT (category = 'idle' AND zone = 'x')", null, "NOT (category = 'idle' AND zone = 'x')")]
    [InlineData("stated_mu > tax_per_mu AND zone = 'x'", "zone = 'x'", "stated_mu > tax_per_mu")]
    [InlineData(
        "T_DURING(INTERVAL(agreed_start,idle_since),INTERVAL('2020-01-01','2021-01-01')) AND begun = TRUE",
        "agreed_start > DATE('2020-01-01') AND begun = TRUE",
        "idle_since < DATE('2021-01-01')"
    )]
    [InlineData(
        "A_CONTAINS(measures, (zone)) AND A_CONTAINS(parcel_codes, ('1'))",
        "A_CONTAINS(parcel_codes,('1'))",
        "A_CONTAINS(measures,(zone))"
    )]
    public void The_topmost_terms_that_name_facts_alone_are_the_store_s(string filter, string? stored, string? left)
    {
        var read = FilterReading.Text(filter);
        var bound = BoundFilter.Of(read, JudgedQueryables.All, CrsTable.LonLat);
        Assert.True(bound.IsGood, bound.Error?.In(Texts.English));
        var (asked, judged) = bound.Value.Split(PlotQueryables.All);
        Assert.Equal(Bound(stored), asked?.Root);
        Assert.Equal(Bound(left), judged?.Root);
        Assert.All(asked?.Properties ?? [], name => Assert.NotNull(PlotQueryables.All.Find(name)));
    }

    [Fact]
    public void What_rules_conclude_can_be_named_beside_every_fact_but_sentences_cannot()
    {
        Assert.All(PlotQueryables.All.All, fact => Assert.Equal(fact, JudgedQueryables.All.Find(fact.Name)));
        Assert.Equal(FilterType.Text, JudgedQueryables.All.Find("category")!.Type);
        Assert.Contains("idle", JudgedQueryables.All.Find("category")!.Codes);
        Assert.Equal(FilterType.List, JudgedQueryables.All.Find("measures")!.Type);
        Assert.Equal(FilterType.Date, JudgedQueryables.All.Find("idle_since")!.Type);
        Assert.Equal(
            (FilterType.Number, Unit.YuanPerMu),
            (JudgedQueryables.All.Find("tax_per_mu")!.Type, JudgedQueryables.All.Find("tax_per_mu")!.Unit)
        );
        Assert.Null(JudgedQueryables.All.Find("reason"));
        Assert.Null(JudgedQueryables.All.Find("clause"));
    }

    private static Predicate? Bound(string? text) =>
        text is null
            ? null
            : BoundFilter.Of(FilterReading.Text(text), JudgedQueryables.All, CrsTable.LonLat).Value!.Root;
}
