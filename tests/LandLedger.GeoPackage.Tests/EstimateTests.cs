using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.GeoPackage.Tests.Filters;
using LandLedger.Import;
using LandLedger.Stores.Contract;

namespace LandLedger.GeoPackage.Tests;

/// <summary>What a file says without counting.</summary>
public sealed class EstimateTests : IDisposable
{
    private const int Plots = 20_000;

    private readonly TemporaryFolder _folder = new();
    private readonly GeoPackageStore _store;

    public EstimateTests()
    {
        _store = GeoPackageStore.Open(_folder["park.gpkg"], StoreMode.Create);
        using var import = _store.BeginImport();
        for (var i = 0; i < Plots; i++)
        {
            var plot = SamplePlots.At($"{i:00000}", 119 + (i % 100 * 0.01), 20 + (i / 100 * 0.01));
            import.Put(plot with { Zone = i % 7 < 2 ? "东" : "西", EndedOn = i % 11 == 0 ? new(2024, 1, 1) : null });
        }
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void An_estimate_is_near_the_count_and_always_the_same()
    {
        PlotQuery[] asked =
        [
            new() { Ended = true },
            new(),
            new() { Filter = Read("zone = '东'"), Ended = true },
            new() { Box = new(119.2, 20, 119.6, 25), On = new(2020, 1, 1) },
            new() { Box = new(119.2, 20, 119.6, 25), Filter = Read("zone = '东'") },
        ];
        // 18,182 have not ended; two of seven lie in the east; the box holds a good two fifths.
        Assert.All(
            asked.Zip([20_000, 18_181, 5_715, 8_200, 2_130]),
            pair =>
            {
                var (query, about) = pair;
                Assert.InRange(_store.Estimate(query), about * 0.85, about * 1.15);
                Assert.InRange(_store.Count(query), about * 0.98, about * 1.02);
                Assert.Equal(_store.Estimate(query), _store.Estimate(query));
            }
        );
        Assert.Equal(20_000, _store.Estimate(new() { Ended = true }));
    }

    [Fact]
    public void Few_boxes_in_the_box_are_all_looked_at()
    {
        var few = new PlotQuery { Box = new(119.2005, 20.1, 119.2705, 20.1705), Filter = Read("zone = '东'") };
        Assert.InRange(_store.Count(few), 10, 40);
        Assert.Equal(_store.Count(few), _store.Estimate(few));
        Assert.Equal(0, _store.Estimate(new() { Box = new(1, 1, 2, 2) }));
    }

    private static BoundFilter Read(string filter) =>
        BoundFilter.Of(FilteredTable.Read(filter), PlotQueryables.All, CrsTable.LonLat).Value!;
}
