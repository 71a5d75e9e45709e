using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Rules;
using LandLedger.Tests.Filters;

namespace LandLedger.PostGis.Tests.Filters;

/// <summary>Random filters over all facts of plots find the same plots in either store, and among plots at hand.</summary>
public sealed class BothStoresTests(BothStores stores) : IClassFixture<BothStores>
{
    private const int Filters = 800;

    [Fact]
    public void Any_filter_by_the_grammar_finds_the_same_plots()
    {
        var filters = new RandomFilter(
            new Random(22),
            PlotQueryables.All.All,
            "丽水某轴承有限公司",
            "331100",
            "supplied",
            "full",
            "strasse"
        );
        var found = 0;
        var wrong = new List<string>();
        for (var i = 0; i < Filters; i++)
        {
            var filter = filters.Next();
            var bound = BoundFilter.Of(filter, PlotQueryables.All, CrsTable.LonLat).Value!;
            Assert.Null(stores.Server.Refusal(bound));
            var (here, there) = (Found(stores.Server, bound), Found(stores.File, bound));
            if (here != there)
                wrong.Add($"{filter}: {here}, not {there}");
            if (AtHand(bound) is var judged && judged != there)
                wrong.Add($"{filter}: {judged} at hand, not {there}");
            found += here.Length > 0 ? 1 : 0;
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(found, Filters / 4, Filters);
    }

    [Theory]
    [InlineData("price IN (12345678, 0.5)", "full Kiev")]
    [InlineData("price * 1e308 > 1e308", "full Kiev")]
    [InlineData("price * 1e308 * 0 IS NULL AND price IS NOT NULL", "full Kiev")]
    [InlineData("price * 1e-300 * 1e-300 = 0", "full Kiev")]
    [InlineData("price / 0 IS NULL AND price % 0 IS NULL AND price div 0 IS NULL AND price > 0", "full Kiev")]
    [InlineData("(0 - price) % 7 = -2 AND (0 - price) div 7 = -1763668", "full Kiev")]
    [InlineData("changed_mu % 0.1 BETWEEN 0.04 AND 0.06 AND changed_mu div 0.5 = 6", "full Kiev")]
    [InlineData("(0 - price) ^ 0.5 IS NULL AND (price - price) ^ (0 - 1) > 1e300", "full Kiev")]
    [InlineData("(0 - price) ^ 99 < -1e308 AND (0 - price) ^ 98 > 1e308 AND price ^ (0 - 99) = 0", "full Kiev")]
    [InlineData("CASEI(holder) = CASEI('STRASSE 1') AND CASEI(holder) = 'strasse 1'", "far")]
    [InlineData("ACCENTI(name) = 'Chisinau' AND holder LIKE '丽水%'", "Kiev")]
    [InlineData("plot > 'G' AND plot < 'L'", "Kiev")]
    [InlineData("NOT county > '0'", "")]
    [InlineData("S_WITHIN(geometry, {0}POINT(0 0), POLYGON((5 45,35 45,35 75,5 75,5 45))))", "Kiev")]
    [InlineData("S_CONTAINS(geometry, {0}POINT(15 55), LINESTRING(15 55,20 60)))", "Kiev")]
    [InlineData("S_CONTAINS(geometry, {0}POINT(10 50), LINESTRING(10 50,10 60)))", "")]
    [InlineData("S_CROSSES(geometry, {0}POINT(15 55), LINESTRING(15 55,40 60)))", "Kiev")]
    [InlineData("S_CROSSES(geometry, {0}POINT(15 55), POLYGON((20 60,40 60,40 80,20 80,20 60))))", "")]
    [InlineData("S_TOUCHES(geometry, {0}POINT(10 50), LINESTRING(10 50,2 40)))", "Kiev")]
    [InlineData("S_OVERLAPS(geometry, {0}POINT(0 0), POLYGON((20 60,40 60,40 80,20 80,20 60))))", "Kiev")]
    [InlineData("S_OVERLAPS(geometry, {0}POINT(15 55), LINESTRING(15 55,40 60)))", "")]
    [InlineData("S_EQUALS(geometry, {0}POINT(15 55), POLYGON((10 50,30 50,30 70,10 70,10 50))))", "Kiev")]
    [InlineData("S_INTERSECTS(geometry, {0}POINT(15 55), LINESTRING(50 0,51 0)))", "Kiev")]
    [InlineData("NOT S_DISJOINT(geometry, {0}POINT(15 55), LINESTRING(50 0,51 0)))", "Kiev")]
    [InlineData("S_CONTAINS(geometry, {0}POINT(15 55), POINT(16 55))) IS NULL", "bare")]
    public void What_is_rare_is_found_alike(string filter, string plots)
    {
        var read = FilterText.Read(filter.Replace("{0}", "GEOMETRYCOLLECTION(", StringComparison.Ordinal));
        var bound = BoundFilter.Of(read.Value!, PlotQueryables.All, CrsTable.LonLat).Value!;

        Assert.Equal(plots, Found(stores.Server, bound));
        Assert.Equal(plots, Found(stores.File, bound));
        Assert.Equal(plots, AtHand(bound));
    }

    private static string Found(IPlotStore store, BoundFilter filter) =>
        string.Join(' ', store.Plots(new() { Filter = filter, Ended = true }).Select(plot => plot.Number));

    private string AtHand(BoundFilter filter)
    {
        var test = new FilterTest<Evaluation>(filter, JudgedQueryables.ValueOf);
        var plots = stores.File.Plots(new() { Shapes = true, Ended = true });
        var judged = plots.Select(new Evaluator(RuleSets.Default, new(2026, 6, 30)).Evaluate);
        return string.Join(' ', judged.Where(test.Holds).Select(evaluation => evaluation.Plot.Number));
    }
}
