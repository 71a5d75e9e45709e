using LandLedger.Import;
using LandLedger.Stores.Contract;
using Npgsql;

namespace LandLedger.PostGis.Tests;

/// <summary>Whether anything has changed is told without asking the server each time, and never wrongly.</summary>
public sealed class StampTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task While_nothing_happens_the_server_is_not_asked()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var park = Park.OfStore();
        using var store = park.Open();
        await Listening(store, cancel);
        var before = store.Stamp();
        // Whoever asks the table now waits until the lock is gone.
        await using var other = new NpgsqlConnection(park.Address);
        await other.OpenAsync(cancel);
        await using var held = await other.BeginTransactionAsync(cancel);
        await using var hold = new NpgsqlCommand("LOCK TABLE landledger.imports IN ACCESS EXCLUSIVE MODE", other);
        await hold.ExecuteNonQueryAsync(cancel);

        Assert.Equal(before, await Task.Run(store.Stamp, cancel).WaitAsync(Patience, cancel));
    }

    [Fact]
    public async Task An_import_of_its_own_shows_at_once_and_one_of_another_program_soon()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var park = Park.OfStore();
        using var store = park.Open();
        await Listening(store, cancel);
        var before = store.Stamp();
        using (var import = store.BeginImport())
        {
            import.Put(SamplePlots.At("1", 119, 20), null);
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        }
        var own = store.Stamp();
        Assert.NotEqual(before, own);

        park.Put(SamplePlots.At("2", 119, 20));

        await Until(() => store.Stamp() != own, cancel);
    }

    [Fact]
    public async Task A_listener_that_is_cut_off_is_replaced_by_asking()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var park = Park.OfStore();
        using var store = park.Open();
        await Listening(store, cancel);
        var before = store.Stamp();

        _ = park.Sql(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        );
        park.Put(SamplePlots.At("3", 119, 20));

        await Until(() => TryStamp(store) is { } stamp && stamp != before, cancel);
    }

    /// <summary>A pooled connection that was cut off, too, fails once.</summary>
    private static string? TryStamp(PostGisStore store)
    {
        try
        {
            return store.Stamp();
        }
        catch (StoreException)
        {
            return null;
        }
    }

    /// <summary>What is heard has a count of what was heard behind the number of the last import.</summary>
    private static Task Listening(PostGisStore store, CancellationToken cancel) =>
        Until(() => store.Stamp().Contains('.', StringComparison.Ordinal), cancel);

    private static async Task Until(Func<bool> holds, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        while (!holds())
            await Task.Delay(20, patience.Token);
    }
}
