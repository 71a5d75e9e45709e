using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Stores.Contract;

namespace LandLedger.PostGis.Tests.Filters;

/// <summary>The same plots in a database and in a file.</summary>
public sealed class BothStores : IDisposable
{
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
    private readonly string _folder = Directory.CreateTempSubdirectory("landledger").FullName;

    public BothStores()
    {
        _park.Put(Plots);
        Server = _park.Open(StoreMode.Read);
        File = GeoPackageStore.Open(Path.Combine(_folder, "park.gpkg"), StoreMode.Create);
        using var import = File.BeginImport();
        foreach (var plot in Plots)
            import.Put(plot);
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
    }

    public IPlotStore Server { get; }

    public IPlotStore File { get; }

    public void Dispose()
    {
        Server.Dispose();
        File.Dispose();
        _park.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
