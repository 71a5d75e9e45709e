using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.PostGis.Reading;

namespace LandLedger.PostGis.Tests;

/// <summary>How the server counts, and what it expects without counting.</summary>
public sealed class CountTests : IDisposable
{
    private readonly Park _park = Park.OfStore();

    public CountTests()
    {
        _park.Put([.. Park.Many(20_000).Select((plot, i) => plot with { Zone = i % 7 < 2 ? "东" : "西" })]);
        _park.Sql("VACUUM ANALYZE landledger.plots");
    }

    public void Dispose() => _park.Dispose();

    [Fact]
    public void An_estimate_is_near_the_count()
    {
        using var store = _park.Open(StoreMode.Read);
        PlotQuery[] asked =
        [
            new(),
            new() { Filter = Read("zone = '东'") },
            new() { Box = new(119.2, 20, 119.6, 25) },
            new() { Box = new(119.2, 20, 119.6, 25), Filter = Read("zone = '东'") },
        ];
        Assert.All(
            asked,
            query => Assert.InRange(store.Estimate(query), store.Count(query) * 0.7, store.Count(query) * 1.3)
        );
        Assert.Equal(20_000, store.Count(new()));
    }

    [Fact]
    public void All_plots_are_counted_by_the_key_and_those_that_have_ended_by_their_index()
    {
        var plan = _park.Sql(
            "SET search_path = landledger, public; SET random_page_cost = 1.1; EXPLAIN (FORMAT JSON) "
                + PlotCount.AllSql.Replace("$1", "DATE '2024-01-01'", StringComparison.Ordinal)
        );
        Assert.Contains("plots_ended", plan, StringComparison.Ordinal);
        Assert.Contains("Index Only Scan", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_day_those_that_enter_later_are_counted_by_their_index()
    {
        var plan = _park.Sql(
            "SET search_path = landledger, public; SET random_page_cost = 1.1; EXPLAIN (FORMAT JSON) "
                + PlotCount.AllOnSql.Replace("$1", "DATE '2024-01-01'", StringComparison.Ordinal)
        );
        Assert.Contains("plots_ended", plan, StringComparison.Ordinal);
        Assert.Contains("plots_entered", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
    }

    private static BoundFilter Read(string filter) =>
        BoundFilter.Of(FilterText.Read(filter).Value!, PlotQueryables.All, CrsTable.LonLat).Value!;
}
