using LandLedger.Import;
using LandLedger.PostGis.Cluster;
using LandLedger.Stores.Contract;

namespace LandLedger.PostGis.Tests;

public sealed class PostGisTokenContractTests : TokenStoreContract
{
    private string? _address;

    protected override IPlotStore Create()
    {
        _address = Databases.Store();
        return PostGisStore.Open(DatabaseAddress.Parse(_address), StoreMode.Write);
    }

    protected override IPlotStore OpenAgain(StoreMode mode)
    {
        _ = Store;
        return PostGisStore.Open(DatabaseAddress.Parse(_address!), mode);
    }

    /// <summary>As the program before tokens left it.</summary>
    [Fact]
    public void A_database_of_an_older_program_gets_its_table_when_it_is_opened_to_be_written()
    {
        _ = Store;
        Sql(
            "DROP TABLE {0}tokens, {0}charges, {0}file_parts; DROP FUNCTION {0}tokens_kept, {0}file_parts_kept; ALTER TABLE {0}plots DROP COLUMN entered_on; "
                + "ALTER TABLE {0}firms DROP COLUMN other_names; ALTER TABLE {0}import_sources DROP COLUMN key; ALTER TABLE {0}cases DROP COLUMN digest; "
                + "ALTER TABLE {0}case_steps DROP COLUMN evidence; "
                + "DELETE FROM {0}store_version WHERE version >= 17"
        );

        using var store = OpenAgain(StoreMode.Write);

        Assert.Empty(store.Tokens.All());
        Assert.Equal(1, store.Tokens.Add(Of("王办")).Id);
    }

    protected override void Sql(string sql) => Databases.Sql(_address!, string.Format(null, sql, "landledger."));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (_address is not null)
            Databases.Drop(_address);
    }
}
