using LandLedger.Import;
using LandLedger.Stores.Contract;

namespace LandLedger.GeoPackage.Tests;

public sealed class GeoPackageStoreContractTests : PlotStoreContract
{
    private readonly TemporaryFolder _folder = new();

    protected override IPlotStore Create() => GeoPackageStore.Open(_folder["store.gpkg"], StoreMode.Create);

    protected override IPlotStore OpenAgain()
    {
        _ = Store;
        return GeoPackageStore.Open(_folder["store.gpkg"], StoreMode.Write, TimeSpan.FromMilliseconds(50));
    }

    /// <summary>As version 8 made it.</summary>
    [Fact]
    public void A_file_of_an_older_program_knows_the_keys_that_stand_in_its_names()
    {
        WriteKeyed();
        Store.Dispose();
        var path = _folder["store.gpkg"];
        Tool.Sql(path, OldStore.BeforeNine + "UPDATE store_version SET version = 8");
        using (var old = GeoPackageStore.Open(path, StoreMode.Read))
            Assert.All(old.Imports().SelectMany(import => import.Sources), source => Assert.Null(source.Key));

        using var store = GeoPackageStore.Open(path, StoreMode.Write);
        AssertKeyed(store);
        Assert.Equal("11", Tool.Sql(path, "SELECT max(version) FROM store_version"));
        Tool.Validate(path);
    }

    [Fact]
    public void A_key_is_found_without_looking_at_other_imports()
    {
        WriteKeyed();
        Assert.Contains(
            "USING INDEX import_sources_once",
            Tool.Sql(
                _folder["store.gpkg"],
                "EXPLAIN QUERY PLAN SELECT name, sha256, \"key\" FROM import_sources WHERE \"key\" = 'x'"
            ),
            StringComparison.Ordinal
        );
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }
}
