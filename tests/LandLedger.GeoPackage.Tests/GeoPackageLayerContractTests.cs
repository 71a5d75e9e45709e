using LandLedger.Import;
using LandLedger.Stores.Contract;

namespace LandLedger.GeoPackage.Tests;

public sealed class GeoPackageLayerContractTests : LayerStoreContract
{
    private readonly TemporaryFolder _folder = new();

    protected override IPlotStore Create() => GeoPackageStore.Open(_folder["store.gpkg"], StoreMode.Create);

    protected override IPlotStore OpenAgain()
    {
        _ = Store;
        return GeoPackageStore.Open(_folder["store.gpkg"], StoreMode.Write, TimeSpan.FromMilliseconds(50));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }
}
