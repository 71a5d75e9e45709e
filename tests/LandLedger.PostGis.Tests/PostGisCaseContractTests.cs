using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.PostGis.Cluster;
using LandLedger.Stores.Contract;

namespace LandLedger.PostGis.Tests;

public sealed class PostGisCaseContractTests : CaseStoreContract
{
    private string? _address;

    protected override IPlotStore Create()
    {
        _address = Databases.Store();
        return PostGisStore.Open(DatabaseAddress.Parse(_address), StoreMode.Write);
    }

    protected override IPlotStore OpenAgain()
    {
        _ = Store;
        return PostGisStore.Open(DatabaseAddress.Parse(_address!), StoreMode.Read);
    }

    protected override IPlotStore OpenWith(Procedures procedures)
    {
        _ = Store;
        return PostGisStore.Open(DatabaseAddress.Parse(_address!), StoreMode.Write, null, procedures);
    }

    protected override string Other => "'\\x00'";

    protected override void UnguardFiles() => Sql("DROP TRIGGER file_parts_kept ON {0}file_parts");

    protected override void Sql(string sql) => Databases.Sql(_address!, string.Format(null, sql, "landledger."));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (_address is not null)
            Databases.Drop(_address);
    }
}
