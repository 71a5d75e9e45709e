using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Stores.Contract;
using LandLedger.Tests.Filters;

namespace LandLedger.PostGis.Tests.Filters;

/// <summary>Random filters over all facts of plots find the same plots in either store.</summary>
public sealed class BothStoresTests : IDisposable
{
    private const int Filters = 800;

    private static readonly Plot[] Plots =
    [
        SamplePlots.Full("full"),
        SamplePlots.Full("Kiev", "331102") with
        {
            EndedOn = null,
            Name = "Chișinău",
            Shape = SamplePlots.Square(10, 50, 20),
        },
        SamplePlots.Bare("bare", ""),
        SamplePlots.At("far", 1, 1, "110105") with
        {
            Holder = "Straße 1",
        },
        SamplePlots.At("zone", -0.5, -0.5, "110105") with
        {
            Zone = "STRASSE",
            Shape = SamplePlots.TwoSquares(-1, -1, 1, 3),
        },
    ];

    private readonly Park _park = Park.OfStore();
    private readonly string _file = Path.GetTempFileName();
    private readonly IPlotStore _store;
    private readonly IPlotStore _other;

    public BothStoresTests()
    {
        File.Delete(_file);
        _park.Put(Plots);
        _store = _park.Open(StoreMode.Read);
        _other = GeoPackageStore.Open(_file, StoreMode.Create);
        using var import = _other.BeginImport();
        foreach (var plot in Plots)
            import.Put(plot, null);
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
    }

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
            Assert.Null(_store.Refusal(bound));
            var (here, there) = (Found(_store, bound), Found(_other, bound));
            if (here != there)
                wrong.Add($"{filter}: {here}, not {there}");
            found += here.Length > 0 ? 1 : 0;
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(found, Filters / 4, Filters);
    }

    public void Dispose()
    {
        _store.Dispose();
        _other.Dispose();
        _park.Dispose();
        File.Delete(_file);
    }

    private static string Found(IPlotStore store, BoundFilter filter) =>
        string.Join(' ', store.Plots(new() { Filter = filter, Ended = true }).Select(plot => plot.Number));
}
