using System.Diagnostics;
using System.Text.Json.Nodes;
using LandLedger.PostGis.Cluster;

namespace LandLedger.Cli.Tests;

/// <summary>The ledger of both stores: who, when, since when, from where; whether it is whole; and what was altered in it.</summary>
public sealed class LedgerTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public static TheoryData<bool> Stores => SupervisionNumberTests.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public void Each_change_of_a_fact_is_an_entry_that_says_who_since_when_and_from_which_row(bool database)
    {
        var store = Filled(database);

        var entries = Entries(store);

        Assert.Equal(
            [
                (1, "plots/331102/A-1", "added", "2026-01-31", "台账.csv", 2),
                (2, "plots/331102/A-2", "added", "2026-01-31", "台账.csv", 3),
                (3, "imports", "imported", "2026-01-31", null, null),
                (4, "plots/331102/A-2", "changed", "2026-03-31", "台账.csv", 3),
                (5, "imports", "imported", "2026-03-31", null, null),
            ],
            entries.Select(entry =>
                (
                    (int)entry["number"]!,
                    (string)entry["about"]!,
                    (string)entry["kind"]!,
                    (string)entry["since"]!,
                    (string?)entry["from"]?["file"],
                    (int?)entry["from"]?["line"]
                )
            )
        );
        Assert.Equal(
            """{"county":"331102","holder":"乙","plot":"A-2","price":10500000,"stated_mu":12.5}""",
            entries[1]["says"]!.ToJsonString(Plain)
        );
        Assert.Equal("""{"holder":"丙","price":9000000}""", entries[3]["says"]!.ToJsonString(Plain));
        Assert.All(
            entries.Take(3),
            entry => Assert.Equal(("张三", null), ((string?)entry["by"], (string?)entry["why"]))
        );
        Assert.All(
            entries.Skip(3),
            entry => Assert.Equal(("李四", "换了受让人"), ((string?)entry["by"], (string?)entry["why"]))
        );
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_ledger_that_nobody_touched_is_whole_and_another_program_finds_the_same_head(bool database)
    {
        var store = Filled(database);

        var told = CommandRun.Of("verify", "--store", store).Expect(0).Out;

        var head = Independent(store, 0).Trim();
        Assert.StartsWith("5:", head, StringComparison.Ordinal);
        Assert.Contains(head, told, StringComparison.Ordinal);
        CommandRun.Of("verify", "--store", store, "--head", head).Expect(0);
        Import(store, "2026-04-30", "A-1,20,甲,1000\nA-2,12.5,丁,900\n", "王五", "再换");
        CommandRun.Of("verify", "--store", store, "--head", head).Expect(0);
        Independent(store, 0, head);
    }

    /// <summary>Each with the entry where it is found, and what both programs say of it.</summary>
    [Theory]
    [InlineData("UPDATE {0} SET entry = {1} WHERE number = 2", "3", "does not bear the hash")]
    [InlineData("DELETE FROM {0} WHERE number = 2", "3", "comes after 1")]
    [InlineData("DELETE FROM {0} WHERE number = 5", "5:", "the store tells the head")]
    [InlineData(
        "UPDATE {0} SET number = CASE number WHEN 1 THEN 92 WHEN 2 THEN 91 ELSE number END; UPDATE {0} SET number = number - 90 WHERE number > 90",
        "1",
        "does not bear the hash"
    )]
    [InlineData("UPDATE {0} SET since = '2020-01-01' WHERE number = 4", "4", "say otherwise")]
    public void What_is_altered_removed_or_reordered_is_found_by_both(string tampering, string found, string told)
    {
        var park = Filled(database: false);
        const string entry = "CAST(replace(CAST(entry AS TEXT), '乙', '丑') AS BLOB)";
        Tool.Sqlite(
            park,
            "DROP TRIGGER ledger_kept; DROP TRIGGER ledger_kept_as_it_is;"
                + string.Format(null, tampering, "ledger", entry)
        );
        var verified = CommandRun.Of("verify", "--store", park, "--lang", "en").Expect(3);
        Assert.Contains(
            $"Entry {found}".Replace("Entry 5:", "tells 5:", StringComparison.Ordinal),
            verified.Out,
            StringComparison.Ordinal
        );
        Assert.Contains(told, Independent(park, 1), StringComparison.Ordinal);

        var database = Filled(database: true);
        const string bytes = "convert_to(replace(convert_from(entry, 'UTF8'), '乙', '丑'), 'UTF8')";
        Databases.Sql(
            database,
            "ALTER TABLE landledger.ledger DISABLE TRIGGER ledger_kept; "
                + string.Format(null, tampering, "landledger.ledger", bytes)
        );
        Assert.Equal(
            verified.Out.Split('\n').Length,
            CommandRun.Of("verify", "--store", database, "--lang", "en").Expect(3).Out.Split('\n').Length
        );
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void Who_drops_the_last_entry_and_mends_the_head_is_found_by_a_head_that_was_kept(bool database)
    {
        var store = Filled(database);
        var kept = Independent(store, 0).Trim();
        var before = (string)Entries(store)[4]["before"]!;
        Sql(
            store,
            "DELETE FROM {0}ledger WHERE number = 5; UPDATE {0}ledger_head SET number = 4, hash = '" + before + "'"
        );

        // The list of imports has one that nothing tells; who takes that out, too, is found by the head alone.
        CommandRun.Of("verify", "--store", store).Expect(3);
        Sql(
            store,
            "DELETE FROM {0}import_sources WHERE import_id = 2; DELETE FROM {0}imports WHERE id = 2",
            disarm: false
        );
        CommandRun.Of("verify", "--store", store).Expect(0);
        Assert.Contains(
            kept,
            CommandRun.Of("verify", "--store", store, "--head", kept).Expect(3).Out,
            StringComparison.Ordinal
        );
        Independent(store, 1, kept);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_fact_that_was_altered_beside_the_ledger_is_named(bool database)
    {
        var store = Filled(database);
        Sql(
            store,
            "INSERT INTO {0}plot_years (county, plot, seq, year, basis, tax) VALUES ('331102', 'A-1', 0, 2024, 'stated', 5)"
        );

        var told = CommandRun.Of("verify", "--store", store, "--lang", "en").Expect(3).Out;

        Assert.Contains("plots/331102/A-1: years", told, StringComparison.Ordinal);
        Assert.Contains("1 faults", told, StringComparison.Ordinal);
    }

    /// <summary>The list and the map of a day, made again to the byte when the facts have moved on.</summary>
    [Theory]
    [MemberData(nameof(Stores))]
    public void What_was_recorded_at_a_time_gives_the_list_of_that_time_again(bool database)
    {
        var store = database ? Databases.Store() : _scratch["then.gpkg"];
        Import(store, "2026-01-31", "A-1,20,甲,1000\nA-2,12.5,乙,1050\n", "张三", null);
        var (list, map) = (Made("list", "csv", store), Made("map", "geojson", store));
        var recorded = (string)Entries(store)[^1]["at"]!;
        Import(store, "2026-03-31", "A-1,20,甲,1000\nA-2,13,丙,900\nA-3,9,丁,700\n", "李四", null);

        Assert.NotEqual(list, Made("list", "csv", store));
        Assert.Equal(list, Made("list", "csv", store, "--recorded", recorded));
        Assert.Equal(map, Made("map", "geojson", store, "--recorded", recorded));
        var before = CommandRun.Of([
            "explain",
            "A-1",
            "--store",
            store,
            "--as-of",
            "2026-04-01",
            "--recorded",
            "2020-01-01",
        ]);
        Assert.Contains("尚无任何记录", before.Expect(2).Error, StringComparison.Ordinal);
    }

    /// <summary>The list runs again by the version that it names, which is the one of today; another never stands in for one that is not there.</summary>
    [Fact]
    public void A_version_of_the_rules_is_the_one_that_was_asked_for_or_none()
    {
        var store = Filled(database: false);
        var list = Made("list", "csv", store);

        Assert.Equal(list, Made("list", "csv", store, "--rules", "default@2026.1"));
        var refused = CommandRun.Of([
            "evaluate",
            "--store",
            store,
            "--as-of",
            "2026-04-01",
            "--rules",
            "default@2025.4",
            "--lang",
            "en",
        ]);
        Assert.Equal(
            "The package has no version \"default@2025.4\" (ID@VERSION); there are: 2026.1\n",
            refused.Expect(2).Error
        );
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_plot_is_told_as_it_was_held_on_a_day_by_what_was_recorded_at_a_time(bool database)
    {
        var store = Filled(database);
        var recorded = (string)Entries(store)[2]["at"]!;

        Assert.Equal(["使用权人：乙（流水第 2 条）"], Holder("--on", "2026-03-30"));
        Assert.Equal(["使用权人：丙（流水第 4 条）"], Holder("--on", "2026-03-31"));
        Assert.Equal(["使用权人：乙（流水第 2 条）"], Holder("--on", "2026-03-31", "--recorded", recorded));
        var none = CommandRun.Of("history", "A-2", "--store", store, "--on", "2026-01-30").Expect(0).Out;
        Assert.Equal("其时对该地块尚无任何记载\n", none);

        IEnumerable<string> Holder(params string[] asked) =>
            CommandRun
                .Of(["history", "A-2", "--store", store, .. asked])
                .Expect(0)
                .Out.Split("其时所认定的地块状况")[1]
                .Split('\n', StringSplitOptions.TrimEntries)
                .Where(line => line.StartsWith("使用权人", StringComparison.Ordinal));
    }

    /// <summary>A text where a number was, in valid JSON: verify names the entry and goes on; nothing else makes an answer of it.</summary>
    [Theory]
    [MemberData(nameof(Stores))]
    public void What_the_store_lists_of_its_imports_is_held_against_the_ledger(bool database)
    {
        var store = Filled(database);
        Assert.Contains(
            "import_issues",
            CommandRun.Of("verify", "--store", store).Expect(0).Out,
            StringComparison.Ordinal
        );
        var count = Entries(store).Count(entry => (string?)entry["about"] == "imports");

        foreach (
            var (alter, field) in ((string, string)[])
                [
                    ("UPDATE {0}imports SET added = added + 1", "added"),
                    ("UPDATE {0}imports SET refused = refused + 1", "refused"),
                    ("UPDATE {0}import_sources SET sha256 = replace(sha256, substr(sha256, 1, 1), 'x')", "sources"),
                    ("UPDATE {0}import_sources SET name = '别.csv'", "sources"),
                ]
        )
        {
            Sql(store, alter, disarm: false);
            var told = CommandRun.Of("verify", "--store", store, "--lang", "en").Expect(3).Out;
            Assert.Equal(count, told.Split($": {field} is not what the ledger says").Length - 1);
        }
        Sql(store, "DELETE FROM {0}import_sources", disarm: false);
        Sql(store, "DELETE FROM {0}imports", disarm: false);
        Assert.Contains(
            "imports: in the ledger but not in the store",
            CommandRun.Of("verify", "--store", store, "--lang", "en").Expect(3).Out,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void An_entry_that_can_no_longer_be_read_ends_every_command_with_a_sentence(bool database)
    {
        var store = Filled(database);
        const string sqlite = "CAST(replace(CAST(entry AS TEXT), '12.5', '\"x\"') AS BLOB)";
        const string postgres = "convert_to(replace(convert_from(entry, 'UTF8'), '12.5', '\"x\"'), 'UTF8')";
        Sql(store, $"UPDATE {{0}}ledger SET entry = {(database ? postgres : sqlite)} WHERE number = 2");

        var verified = CommandRun.Of("verify", "--store", store, "--lang", "en").Expect(3);
        Assert.Contains(
            "Entry 2 (plots/331102/A-2): what it says cannot be read, see stated_mu",
            verified.Out,
            StringComparison.Ordinal
        );
        Assert.Empty(verified.Error);
        string[] altered = ["history A-2", "list --as-of 2026-04-01 --recorded 2199-01-01 -o x.csv --format csv"];
        foreach (var command in altered)
        {
            var told = CommandRun.Of([.. command.Split(' '), "--store", store, "--lang", "en"]).Expect(3);
            Assert.StartsWith(
                "Entry 2 (plots/331102/A-2) of the ledger shows that it was altered",
                told.Error,
                StringComparison.Ordinal
            );
        }
        Assert.Equal(5, CommandRun.Of("ledger", "--store", store).Expect(0).Out.Split('\n').Length - 1);
    }

    private string Made(string command, string format, string store, params string[] recorded)
    {
        var file = _scratch[$"{Guid.NewGuid():N}.{format}"];
        CommandRun
            .Of([command, "--store", store, "--as-of", "2026-04-01", "--format", format, "-o", file, .. recorded])
            .Expect(0);
        return File.ReadAllText(file);
    }

    [Fact]
    public void The_ledger_of_a_store_that_an_older_program_filled_begins_with_what_the_store_holds()
    {
        var store = Filled(database: false);
        Tool.Sqlite(
            store,
            "DROP TABLE ledger; DROP TABLE ledger_head; DROP TABLE cases; DROP TABLE case_steps; DROP TABLE tokens; DROP TABLE charges; DROP TABLE file_parts; "
                + "DROP INDEX import_sources_once; ALTER TABLE import_sources DROP COLUMN \"key\"; "
                + "ALTER TABLE firms DROP COLUMN other_names; DROP INDEX plots_entered; ALTER TABLE plots DROP COLUMN entered_on; "
                + "DROP TABLE disposal_lists; DROP TABLE disposal_list_steps; ALTER TABLE delays DROP COLUMN case_number; "
                + "DELETE FROM gpkg_contents WHERE table_name IN ('ledger', 'ledger_head', 'cases', 'case_steps', 'disposal_lists', 'disposal_list_steps', 'tokens', 'charges', 'file_parts'); UPDATE store_version SET version = 3"
        );
        Assert.Empty(Entries(store));
        Import(store, "2026-04-30", "A-1,20,甲,1000\nA-2,12.5,丁,900\n", "王五", null);

        Assert.Equal(
            ["opened plots/331102/A-1", "opened plots/331102/A-2", "changed plots/331102/A-2", "imported imports"],
            Entries(store).Select(entry => $"{entry["kind"]} {entry["about"]}")
        );
        CommandRun.Of("verify", "--store", store).Expect(0);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void Honest_programs_cannot_alter_or_remove_entries(bool database)
    {
        var store = Filled(database);
        Assert.ThrowsAny<Exception>(() => Sql(store, "DELETE FROM {0}ledger WHERE number = 5", disarm: false));
        Assert.ThrowsAny<Exception>(() => Sql(store, "UPDATE {0}ledger SET about = 'x'", disarm: false));
        Assert.Equal(5, Entries(store).Count);
    }

    public void Dispose() => _scratch.Dispose();

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Two plots, of which the second changes hands and price.</summary>
    private string Filled(bool database)
    {
        var store = database ? Databases.Store() : _scratch[$"{Guid.NewGuid():N}.gpkg"];
        Import(store, "2026-01-31", "A-1,20,甲,1000\nA-2,12.5,乙,1050\n", "张三", null);
        Import(store, "2026-03-31", "A-1,20,甲,1000\nA-2,12.5,丙,900\n", "李四", "换了受让人");
        return store;
    }

    private void Import(string store, string on, string rows, string by, string? why)
    {
        var file = _scratch.Write("台账.csv", "地块编号,面积（亩）,使用权人,成交价（万元）\n" + rows);
        string[] reason = why is null ? [] : ["--why", why];
        CommandRun
            .Of(["import", file, "--store", store, "--on", on, "--county", "331102", "--by", by, .. reason])
            .Expect(0);
    }

    private static List<JsonNode> Entries(string store) =>
        [
            .. CommandRun
                .Of("ledger", "--store", store)
                .Expect(0)
                .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(entry => JsonNode.Parse(entry)!),
        ];

    private static void Sql(string store, string sql, bool disarm = true)
    {
        if (store.EndsWith(".gpkg", StringComparison.Ordinal))
            Tool.Sqlite(
                store,
                (disarm ? "DROP TRIGGER ledger_kept; DROP TRIGGER ledger_kept_as_it_is;" : "")
                    + string.Format(null, sql, "")
            );
        else
            Databases.Sql(
                store,
                (disarm ? "ALTER TABLE landledger.ledger DISABLE TRIGGER ledger_kept;" : "")
                    + string.Format(null, sql, "landledger.")
            );
    }

    /// <summary>What the verifier in Python prints, which shares no line with ours.</summary>
    private string Independent(string store, int exit, params string[] head)
    {
        var place = store;
        if (!store.EndsWith(".gpkg", StringComparison.Ordinal))
            place = _scratch.Write($"{Guid.NewGuid():N}.ndjson", CommandRun.Of("ledger", "--store", store).Out);
        return Tool.Run(exit, "python3", [Path.Combine(Tree.Root, "tests", "ledger", "verify.py"), place, .. head]);
    }
}
