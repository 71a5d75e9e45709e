using LandLedger.Import;
using LandLedger.Stores.Contract;

namespace LandLedger.GeoPackage.Tests;

public sealed class GeoPackageTokenContractTests : TokenStoreContract
{
    private readonly TemporaryFolder _folder = new();

    protected override IPlotStore Create() => GeoPackageStore.Open(_folder["store.gpkg"], StoreMode.Create);

    protected override IPlotStore OpenAgain(StoreMode mode)
    {
        _ = Store;
        return GeoPackageStore.Open(_folder["store.gpkg"], mode);
    }

    /// <summary>As version 6 made it.</summary>
    [Fact]
    public void A_file_of_an_older_program_has_no_tokens_and_is_brought_up_by_the_first()
    {
        Store.Dispose();
        var path = _folder["store.gpkg"];
        Tool.Sql(path, OldStore.WithoutTokens + "UPDATE store_version SET version = 6");
        using (var old = GeoPackageStore.Open(path, StoreMode.Read))
            Assert.Empty(old.Tokens.All());

        using var store = GeoPackageStore.Open(path, StoreMode.Write);
        Assert.Equal(1, store.Tokens.Add(Of("王办")).Id);

        Assert.Equal("11", Tool.Sql(path, "SELECT max(version) FROM store_version"));
        Assert.Equal("王办", Assert.Single(store.Tokens.All()).User.Name);
        Tool.Validate(path);
    }

    protected override void Sql(string sql) => Tool.Sql(_folder["store.gpkg"], string.Format(null, sql, ""));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }
}
