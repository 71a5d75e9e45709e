using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Service;

namespace LandLedger.Cli;

/// <summary>
/// A store to be read as it is, or as it was recorded at some time: then made anew from its ledger in a folder of its own, which goes with it.
/// </summary>
internal sealed class RecordedStore : IDisposable
{
    private readonly DirectoryInfo? _folder;

    /// <summary>Opens it, or makes it.</summary>
    /// <param name="recorded">As it was recorded then; as it is when null.</param>
    /// <exception cref="UsageException">Nothing had been recorded by then.</exception>
    public RecordedStore(StorePlace place, DateTimeOffset? recorded, Texts texts)
    {
        if (recorded is not { } time)
        {
            Store = place.Open(StoreMode.Read);
            return;
        }
        _folder = Directory.CreateTempSubdirectory("landledger-");
        var path = Path.Combine(_folder.FullName, "recorded.gpkg");
        try
        {
            using (var whole = place.Open(StoreMode.Read))
            using (var then = GeoPackageStore.Open(path, StoreMode.Create))
            {
                if (!Rebuild.Into(then, whole.Ledger, time))
                    throw new UsageException(texts.Fill("cli.recorded.none", _ => LedgerRow.Time(time)));
            }
            Store = GeoPackageStore.Open(path, StoreMode.Read);
        }
        catch
        {
            _folder.Delete(recursive: true);
            throw;
        }
    }

    public IPlotStore Store { get; }

    public void Dispose()
    {
        Store.Dispose();
        _folder?.Delete(recursive: true);
    }
}
