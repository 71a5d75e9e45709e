using LandLedger.Import;
using LandLedger.Stores.Contract;

namespace LandLedger.GeoPackage.Tests;

public sealed class GeoPackageStandardLayers : StandardLayers
{
    private readonly TemporaryFolder _folder;

    public GeoPackageStandardLayers()
        : this(new TemporaryFolder()) { }

    private GeoPackageStandardLayers(TemporaryFolder folder)
        : base(GeoPackageStore.Open(folder["layers.gpkg"], StoreMode.Create)) => _folder = folder;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }
}

public sealed class GeoPackageStandardLayerTests(GeoPackageStandardLayers layers)
    : StandardLayerContract(layers),
        IClassFixture<GeoPackageStandardLayers>;
