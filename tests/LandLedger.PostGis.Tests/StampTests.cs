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
            import.Put(SamplePlots.At("1", 119, 20));
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

    [Theory]
    [InlineData("UPDATE plots SET holder = '乙' WHERE plot = '1'")]
    [InlineData("DELETE FROM plots WHERE plot = '2'")]
    [InlineData("COPY plots (plot) FROM PROGRAM 'echo 3'")]
    [InlineData("INSERT INTO supplements (county, plot, seq, agreed_start) VALUES ('331100', '1', 0, '2021-05-01')")]
    [InlineData("INSERT INTO delays (county, plot, seq) VALUES ('331100', '1', 0)")]
    [InlineData("TRUNCATE plot_years")]
    [InlineData("UPDATE firms SET name = '乙'")]
    [InlineData("UPDATE firm_years SET tax = 2")]
    [InlineData("UPDATE occupancies SET share = 1")]
    [InlineData("UPDATE layers SET title = '乙'")]
    [InlineData("UPDATE layer_roads SET fid = 2")]
    public async Task What_others_write_by_SQL_shows_with_their_commit_and_not_before(string sql)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var park = OfRoads();
        using var store = park.Open();
        await Listening(store, cancel);
        var (stamp, state) = (store.Stamp(), store.State());
        await using var other = new NpgsqlConnection(park.Address);
        await other.OpenAsync(cancel);
        await using (var change = new NpgsqlCommand($"SET search_path = landledger, public; BEGIN; {sql}", other))
            await change.ExecuteNonQueryAsync(cancel);
        Assert.Equal((stamp, state), (store.Stamp(), store.State()));
        await using (var commit = new NpgsqlCommand("COMMIT", other))
            await commit.ExecuteNonQueryAsync(cancel);

        Assert.NotEqual(state, store.State());
        await Until(() => store.Stamp() != stamp, cancel);
    }

    [Fact]
    public void Each_of_many_changes_is_another_state_and_an_import_forgets_them()
    {
        using var park = Park.OfStore();
        park.Put(SamplePlots.Bare("1"));
        using var store = park.Open();
        var states = new HashSet<string>();
        for (var i = 0; i < 6; i++)
        {
            park.Sql($"UPDATE landledger.plots SET holder = '{i}'; UPDATE landledger.plots SET name = '{i}'");
            Assert.True(states.Add(store.State()));
            if (i == 2)
                park.Put(SamplePlots.Bare("2"));
            Assert.True(i != 2 || states.Add(store.State()));
        }
        Assert.Equal("3", park.Sql("SELECT count(*) FROM landledger.edits"));
    }

    [Fact]
    public void Who_may_change_plots_and_nothing_else_is_noticed_too()
    {
        using var park = Park.OfStore();
        park.Put(SamplePlots.Bare("1"));
        park.Sql("GRANT USAGE ON SCHEMA landledger TO officer; GRANT UPDATE (holder) ON landledger.plots TO officer");
        using var store = park.Open();
        var state = store.State();

        park.Sql("SET ROLE officer; UPDATE landledger.plots SET holder = '乙'");

        Assert.NotEqual(state, store.State());
    }

    /// <summary>Two plots and a layer as the program before edits were noticed left them, brought up to it.</summary>
    private static Park OfRoads()
    {
        var park = Park.OfStore();
        park.Put(SamplePlots.Bare("1"), SamplePlots.Bare("2"));
        park.Sql(
            $"""
            SET search_path = landledger, public;
            CREATE TABLE layer_roads (fid bigint PRIMARY KEY, geom geometry);
            INSERT INTO layer_roads VALUES (1);
            INSERT INTO layers (name, title, kind, features, properties, recorded_at) VALUES ('roads', '路', 'Point', 1, '[]', now());
            DROP FUNCTION edited CASCADE;
            DROP TABLE edits, firm_sources, ledger, ledger_head, cases, case_steps, disposal_lists, disposal_list_steps, tokens, charges, file_parts;
            DROP FUNCTION ledger_kept, tokens_kept, file_parts_kept;
            DROP INDEX plots_holder;
            ALTER TABLE firms DROP COLUMN other_names;
            ALTER TABLE import_sources DROP COLUMN key;
            ALTER TABLE plots DROP COLUMN entered_on;
            ALTER TABLE imports DROP COLUMN stands_for;
            ALTER TABLE occupancies DROP COLUMN county;
            ALTER TABLE delays DROP COLUMN case_number;
            DELETE FROM store_version WHERE version >= 9;
            """
        );
        park.Open().Dispose();
        return park;
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
