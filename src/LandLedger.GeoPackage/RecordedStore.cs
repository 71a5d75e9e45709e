using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.GeoPackage;

/// <summary>A store as it was recorded at some time: made anew from its ledger in a folder of its own, which goes with it.</summary>
public sealed class RecordedStore : IDisposable
{
    private readonly DirectoryInfo _folder;

    private RecordedStore(DirectoryInfo folder, IPlotStore store) => (_folder, Store) = (folder, store);

    /// <summary>To be read.</summary>
    public IPlotStore Store { get; }

    /// <summary>Makes it; null where nothing had been recorded by then.</summary>
    /// <param name="ledger">Of the store as it is.</param>
    /// <param name="cases">All of the store as it is: by their procedures those of then are read.</param>
    /// <param name="recorded">Entries up to this time count (inclusive).</param>
    /// <exception cref="StoreException">It cannot be written, or the chain of the ledger is broken.</exception>
    public static RecordedStore? Of(ILedger ledger, ICaseStore cases, DateTimeOffset recorded)
    {
        var folder = Directory.CreateTempSubdirectory("landledger-");
        var path = Path.Combine(folder.FullName, "recorded.gpkg");
        try
        {
            using (var then = GeoPackageStore.Open(path, StoreMode.Create, null, cases.Procedures))
            {
                if (!Rebuild.Into(then, ledger, recorded, cases))
                {
                    folder.Delete(recursive: true);
                    return null;
                }
            }
            return new(folder, GeoPackageStore.Open(path, StoreMode.Read, null, cases.Procedures));
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    public void Dispose()
    {
        Store.Dispose();
        _folder.Delete(recursive: true);
    }
}
