using LandLedger.Import;
using LandLedger.PostGis.Cluster;
using LandLedger.PostGis.Sql;
using LandLedger.Stores.Contract;
using Npgsql;

namespace LandLedger.PostGis.Tests;

/// <summary>A server that is away, a wrong password, another program: one exception type, with a code and a sentence in both languages.</summary>
public sealed class TroubleTests
{
    [Fact]
    public void A_server_that_is_not_there_is_told() =>
        Assert.Equal("unreachable", Code(() => Open("Host=/nowhere;Database=park;Username=officer;Password=correct")));

    [Fact]
    public void A_database_that_is_missing_is_told_and_not_made()
    {
        using var park = Park.OfStore();
        var address = new NpgsqlConnectionStringBuilder(park.Address) { Database = "nowhere" }.ConnectionString;

        Assert.Equal("missing", Code(() => Open(address)));
        Assert.Equal("0", park.Sql("SELECT count(*) FROM pg_database WHERE datname = 'nowhere'"));
    }

    [Theory]
    [InlineData("officer", "mistyped-secret")]
    [InlineData("nobody", "mistyped-secret")]
    [InlineData("officer", null)]
    public void A_wrong_login_is_told_without_the_password(string user, string? password)
    {
        using var park = Park.OfStore();

        var trouble = Assert.Throws<StoreException>(() => Open(park.Address, user, password));

        Assert.Equal("login", trouble.Code);
        Assert.DoesNotContain("mistyped-secret", trouble + trouble.In(Texts.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_without_rights_is_told()
    {
        using var park = Park.OfStore();

        Assert.Equal("rights", Code(() => Open(park.Address, "officer", "correct")));
        park.Sql(
            "GRANT USAGE ON SCHEMA landledger TO officer; GRANT SELECT ON ALL TABLES IN SCHEMA landledger TO officer"
        );
        using var store = Open(park.Address, "officer", "correct");
        Assert.Empty(store.Plots(PlotQuery.All));
        Assert.Equal("rights", Code(() => Put(store, SamplePlots.Bare("1"))));
    }

    [Fact]
    public void A_database_without_PostGIS_is_told()
    {
        using var park = new Park(Databases.Plain());

        Assert.Equal("no-postgis", Code(() => park.Open(StoreMode.Create)));
    }

    [Theory]
    [InlineData(StoreMode.Read)]
    [InlineData(StoreMode.Write)]
    public void A_database_without_our_tables_is_no_store_unless_it_may_become_one(StoreMode mode)
    {
        using var park = new Park(Databases.WithPostGis());

        Assert.Equal("foreign", Code(() => park.Open(mode)));
        Assert.Equal("", park.Sql("SELECT to_regnamespace('landledger')::text"));
    }

    [Fact]
    public void Tables_that_somebody_else_made_stay_as_they_are()
    {
        using var park = new Park(Databases.WithPostGis());
        park.Sql("CREATE SCHEMA landledger; CREATE TABLE landledger.plots (id int)");

        Assert.Equal("foreign", Code(() => park.Open(StoreMode.Create)));
        Assert.Equal(
            "plots",
            park.Sql("SELECT string_agg(tablename, ',') FROM pg_tables WHERE schemaname = 'landledger'")
        );
    }

    [Fact]
    public void PostGIS_may_be_in_a_schema_of_its_own()
    {
        using var park = new Park(Databases.Plain());
        park.Sql("CREATE SCHEMA maps; CREATE EXTENSION postgis SCHEMA maps");

        park.Open(StoreMode.Create).Dispose();
        park.Put(SamplePlots.At("1", 119, 28));

        using var store = park.Open(StoreMode.Read);
        Assert.Single(store.Plots(new() { Box = new(119, 28, 119, 28) }));
    }

    [Fact]
    public void A_store_opened_to_read_takes_no_import()
    {
        using var park = Park.OfStore();
        using var store = park.Open(StoreMode.Read);

        Assert.Equal("read-only", Code(store.BeginImport));
    }

    [Fact]
    public void A_connection_that_breaks_is_told_and_the_next_reading_has_another()
    {
        using var park = Park.OfStore();
        park.Put(Park.Many(3_000));
        using var store = park.Open();

        Assert.Equal(
            "gone",
            Code(() =>
            {
                using var plots = store.Plots(new() { Limit = 3_000, Shapes = true }).GetEnumerator();
                plots.MoveNext();
                ThrowOut(park);
                while (plots.MoveNext()) { }
            })
        );
        Assert.Equal(3_000, store.Plots(PlotQuery.All).Count());
    }

    [Fact]
    public void An_import_whose_connection_breaks_leaves_nothing()
    {
        using var park = Park.OfStore();
        using var store = park.Open();

        Assert.Equal(
            "gone",
            Code(() =>
            {
                using var import = store.BeginImport();
                foreach (var plot in Park.Many(3_000))
                    import.Put(plot);
                ThrowOut(park);
                import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
            })
        );

        Assert.Empty(store.Plots(PlotQuery.All));
        Assert.Empty(store.Imports());
        Put(store, SamplePlots.Bare("after"));
        Assert.Single(store.Plots(PlotQuery.All));
    }

    [Fact]
    public void A_plot_that_another_program_changes_during_the_import_refuses_it_whole()
    {
        using var park = Park.OfStore();
        park.Put(SamplePlots.Bare("1"));
        using var store = park.Open();

        Assert.Equal(
            "conflict",
            Code(() =>
            {
                using var import = store.BeginImport();
                park.Sql("UPDATE landledger.plots SET holder = '图上改的'");
                import.Put(SamplePlots.Bare("0"));
                import.Put(SamplePlots.Bare("1") with { Holder = "表里来的" });
                import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
            })
        );

        Assert.Equal("图上改的", Assert.Single(store.Plots(PlotQuery.All)).Holder);
    }

    [Fact]
    public void A_plot_that_another_program_holds_is_waited_for_no_longer_than_another_import()
    {
        using var park = Park.OfStore();
        park.Put(SamplePlots.Bare("1"));
        using var store = park.Open();
        using var editor = new NpgsqlConnection(park.Address);
        editor.Open();
        using var edit = new NpgsqlCommand("BEGIN; UPDATE landledger.plots SET holder = '未保存'", editor);
        edit.ExecuteNonQuery();

        Assert.Equal("locked", Code(() => Put(store, SamplePlots.Bare("1") with { Holder = "新主" })));
    }

    [Fact]
    public void What_takes_the_server_too_long_is_stopped()
    {
        using var park = Park.OfStore();
        var address = DatabaseAddress.Parse(park.Address + ";Options=-c statement_timeout=100ms");
        using var database = Database.Open(address);
        using var session = database.Connect();

        Assert.Equal("slow", Code(() => session.Run("SELECT pg_sleep(60)")));
    }

    [Fact]
    public async Task A_reading_that_nobody_waits_for_any_more_is_stopped_in_the_server()
    {
        using var park = Park.OfStore();
        park.Put(SamplePlots.Bare("1"));
        using var store = park.Open();
        using var holder = new NpgsqlConnection(park.Address);
        await holder.OpenAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand("BEGIN; LOCK TABLE landledger.plots", holder);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        using var cancel = new CancellationTokenSource();

        var reading = Task.Run(() => store.Plots(new() { Limit = 1 }, cancel.Token).Count(), CancellationToken.None);
        while (park.Sql("SELECT count(*) FROM pg_locks WHERE NOT granted") == "0")
            await Task.Delay(5, TestContext.Current.CancellationToken);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal("0", park.Sql("SELECT count(*) FROM pg_locks WHERE NOT granted"));
    }

    [Fact]
    public void A_number_that_no_ledger_holds_is_damage()
    {
        using var park = Park.OfStore();
        park.Sql("INSERT INTO landledger.plots (plot, stated_mu) VALUES ('1', 'NaN')");
        using var store = park.Open();

        Assert.Equal("damaged", Code(() => store.Find("1")));
    }

    [Fact]
    public void Every_code_has_its_sentence_in_both_languages()
    {
        string[] codes =
        [
            "address",
            "address-part",
            "conflict",
            "damaged",
            "failed",
            "foreign",
            "full",
            "gone",
            "locked",
            "login",
            "missing",
            "newer",
            "no-postgis",
            "older",
            "read-only",
            "rights",
            "slow",
            "unreachable",
        ];

        Assert.All(codes, code => Assert.NotNull(Texts.Chinese.Find("store." + code)));
        Assert.All(codes, code => Assert.NotNull(Texts.English.Find("store." + code)));
    }

    private static PostGisStore Open(string address) =>
        PostGisStore.Open(DatabaseAddress.Parse(address), StoreMode.Write);

    private static PostGisStore Open(string address, string user, string? password) =>
        Open(new NpgsqlConnectionStringBuilder(address) { Username = user, Password = password }.ConnectionString);

    private static void Put(PostGisStore store, Plot plot)
    {
        using var import = store.BeginImport();
        import.Put(plot);
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
    }

    private static void ThrowOut(Park park) =>
        park.Sql(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        );

    /// <summary>The code of the trouble; its sentence is whole, and Chinese for those who read Chinese.</summary>
    private static string Code(Func<object> action) =>
        Code(() =>
        {
            _ = action();
        });

    private static string Code(Action action)
    {
        var trouble = Assert.Throws<StoreException>(action);
        Assert.DoesNotContain('{', trouble.In(Texts.Chinese));
        Assert.DoesNotMatch("[a-z]{3,} [a-z]{2,}", trouble.In(Texts.Chinese));
        return trouble.Code;
    }
}
