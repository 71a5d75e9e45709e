using System.Diagnostics;
using LandLedger.Import;
using LandLedger.PostGis.Cluster;
using LandLedger.Stores.Contract;
using Npgsql;

namespace LandLedger.PostGis.Tests;

/// <summary>Locks that have nothing to do with who writes to the store.</summary>
public sealed class LockTests
{
    /// <summary>
    /// A commit that tells of itself holds the one turn of such commits in the server, of all databases, until it is done. Here it waits for a
    /// copy of the server that nobody has.
    /// </summary>
    [Fact]
    public async Task An_import_waits_for_a_commit_in_another_database_longer_than_for_another_import()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var server = Databases.StoreAlone(out var address);
        var elsewhere = new NpgsqlConnectionStringBuilder(address) { Database = "postgres", Pooling = false };
        Databases.Sql(elsewhere.ConnectionString, "CREATE TABLE written (at int)");
        using var store = PostGisStore.Open(
            DatabaseAddress.Parse(address + ";Options=-c synchronous_commit=local"),
            StoreMode.Write,
            TimeSpan.FromMilliseconds(50)
        );
        using var import = store.BeginImport();
        import.Put(SamplePlots.Bare("A"));
        Databases.Sql(elsewhere.ConnectionString, "ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
        Databases.Sql(elsewhere.ConnectionString, "SELECT pg_reload_conf()");
        await using var other = new NpgsqlConnection(elsewhere.ConnectionString);
        await other.OpenAsync(cancel);
        await using var written = new NpgsqlCommand("INSERT INTO written VALUES (1); NOTIFY told", other);
        var commit = written.ExecuteNonQueryAsync(cancel);
        await Until("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");

        var importing = Task.Run(
            () => import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] }),
            cancel
        );
        await Until("SELECT count(*) FROM pg_locks WHERE locktype = 'object' AND NOT granted");
        await Task.Delay(200, cancel);
        Assert.False(importing.IsCompleted);
        Databases.Sql(
            elsewhere.ConnectionString,
            "SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
        );

        await importing;
        await commit;
        Assert.Equal("A", Assert.Single(store.Find("A")).Number);

        async Task Until(string count)
        {
            for (var since = Stopwatch.StartNew(); Databases.Sql(elsewhere.ConnectionString, count) == "0"; )
            {
                Assert.True(since.Elapsed < TimeSpan.FromSeconds(30), count);
                await Task.Delay(20, cancel);
            }
        }
    }
}
