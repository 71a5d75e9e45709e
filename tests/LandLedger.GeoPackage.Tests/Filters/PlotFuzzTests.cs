using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Stores.Contract;
using LandLedger.Tests.Filters;

namespace LandLedger.GeoPackage.Tests.Filters;

/// <summary>Random filters over all facts of plots: the store answers each, and never finds a plot for a filter and its opposite.</summary>
public sealed class PlotFuzzTests
{
    private const int Filters = 1_000;

    [Fact]
    public void Any_filter_by_the_grammar_is_answered_and_its_opposite_finds_other_plots()
    {
        using var folder = new TemporaryFolder();
        using var store = GeoPackageStore.Open(folder["park.gpkg"], StoreMode.Create);
        using (var import = store.BeginImport())
        {
            import.Put(SamplePlots.Full("full"));
            import.Put(SamplePlots.Bare("bare", ""));
            import.Put(SamplePlots.At("far", 1, 1, "110105"));
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        }
        var filters = new RandomFilter(
            new Random(21),
            PlotQueryables.All.All,
            "丽水某轴承有限公司",
            "331100",
            "supplied"
        );
        var (found, opposed) = (0, 0);
        for (var i = 0; i < Filters; i++)
        {
            var filter = filters.Next();
            var (plots, others) = (Found(store, filter), Found(store, new Not(filter)));
            Assert.True(!plots.Intersect(others).Any(), filter.ToString());
            found += plots.Count;
            opposed += others.Count;
        }
        Assert.InRange(found, Filters / 2, 2 * Filters);
        Assert.InRange(opposed, Filters / 2, 2 * Filters);
    }

    private static List<string> Found(GeoPackageStore store, Predicate filter)
    {
        var bound = BoundFilter.Of(filter, PlotQueryables.All, CrsTable.LonLat);
        Assert.True(bound.IsGood, bound.Error?.In(Texts.English));
        Assert.Null(store.Refusal(bound.Value));
        return [.. store.Plots(new() { Filter = bound.Value, Ended = true }).Select(plot => plot.Number)];
    }
}
