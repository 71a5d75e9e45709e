using LandLedger.Import;
using LandLedger.PostGis.Cluster;
using LandLedger.Stores.Contract;

namespace LandLedger.PostGis.Tests;

/// <summary>A database that is gone after the test.</summary>
internal sealed class Park(string address) : IDisposable
{
    public string Address => address;

    /// <summary>With the tables of a store.</summary>
    public static Park OfStore() => new(Databases.Store());

    public PostGisStore Open(StoreMode mode = StoreMode.Write, string more = "") =>
        PostGisStore.Open(DatabaseAddress.Parse(address + more), mode, TimeSpan.FromMilliseconds(50));

    /// <summary>Imports plots, a commit for all of them.</summary>
    public void Put(params Plot[] plots)
    {
        using var store = Open();
        using var import = store.BeginImport();
        foreach (var plot in plots)
            import.Put(plot);
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
    }

    public string? Sql(string sql) => Databases.Sql(address, sql);

    public void Dispose() => Databases.Drop(address);

    /// <summary>A grid 100 wide, 0.01° apart.</summary>
    public static Plot[] Many(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => SamplePlots.At($"{i:0000}", 119 + (i % 100 * 0.01), 20 + (i / 100 * 0.01))),
        ];
}
