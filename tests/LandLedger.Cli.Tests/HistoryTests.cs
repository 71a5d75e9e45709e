using System.Text.Json.Nodes;
using LandLedger.PostGis.Cluster;

namespace LandLedger.Cli.Tests;

/// <summary>What the ledger tells of plots after an import: what became of each in all, not the way there.</summary>
public sealed class HistoryTests : IDisposable
{
    private const string Titles =
        "地块编号,面积（亩）,使用权人,补充协议签订日期,补充协议约定动工日期,年度,税收（万元）\n";

    /// <summary>Of two holders, two supplements of a day and two figures of a year.</summary>
    private const string Contested =
        Titles + "A-1,30,甲,2023-02-01,2025-01-01,2024,10\nA-1,30,乙,2023-02-01,2025-06-01,2024,20\n";

    private readonly Scratch _scratch = new();

    public static TheoryData<bool> Stores => SupervisionNumberTests.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_contested_fact_that_stays_what_it_was_leaves_no_trace(bool database)
    {
        var store = database ? Databases.Store() : _scratch["park.gpkg"];
        Import(store, "台账.csv", Titles + "A-1,30,丙,,,,\n");
        Import(store, "台账.csv", Contested);
        Assert.Equal(
            ["supplements", "supplements", "years"],
            Changes(store, 2).Select(change => change.Split('|')[1]).Order(StringComparer.Ordinal)
        );

        var again = Import(store, "台账.csv", Contested);
        Assert.Contains("变更 0 宗，未变 1 宗", again.Out, StringComparison.Ordinal);
        Assert.Empty(Changes(store, 3));
    }

    [Fact]
    public void Two_files_that_come_again_leave_no_trace()
    {
        var store = _scratch["park.gpkg"];
        string[] files =
        [
            _scratch.Write("台账.csv", Contested),
            _scratch.Write("登记.csv", Titles + "A-1,30,丁,2023-02-01,2025-09-01,2024,30\n"),
        ];
        CommandRun.Of(["import", .. files, "--store", store, "--keep-good"]).Expect(0);
        // The second row contradicts the first; of the other file nothing is taken.
        Assert.Equal(
            ["added|", "changed|holder", "changed|supplements", "changed|years"],
            Changes(store, 1).Order(StringComparer.Ordinal)
        );
        CommandRun.Of(["import", .. files, "--store", store, "--keep-good"]).Expect(0);
        Assert.Empty(Changes(store, 2));
    }

    [Fact]
    public void Several_rows_of_a_plot_leave_one_change_of_each_fact()
    {
        var store = _scratch["park.gpkg"];
        Import(store, "台账.csv", "地块编号,使用权人,坐落\nA-1,甲,\n");
        Assert.Equal(["added|"], Changes(store, 1));
        Import(store, "台账.csv", "地块编号,使用权人,坐落\nA-1,乙,\nA-1,,沿江路\nA-1,乙,沿江路\n");
        Assert.Equal(["changed|holder", "changed|location"], Changes(store, 2).Order(StringComparer.Ordinal));
    }

    public void Dispose() => _scratch.Dispose();

    private CommandRun Import(string store, string name, string text) =>
        CommandRun.Of("import", _scratch.Write(name, text), "--store", store, "--keep-good").Expect(0);

    /// <summary>"changed|holder": the entries of an import about plots, asked without a line of ours.</summary>
    private static string[] Changes(string store, int import)
    {
        var told = store.EndsWith(".gpkg", StringComparison.Ordinal)
            ? Tool.Sqlite(store, "SELECT CAST(entry AS TEXT) FROM ledger ORDER BY number")
            : Databases.Sql(
                store,
                "SELECT string_agg(convert_from(entry, 'UTF8'), chr(10) ORDER BY number) FROM landledger.ledger"
            );
        var ended = 0;
        return
        [
            .. told!
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(entry => JsonNode.Parse(entry)!)
                .Where(entry => (string)entry["about"]! == "imports" ? ended++ < 0 : ended == import - 1)
                .SelectMany(Lines),
        ];
    }

    private static IEnumerable<string> Lines(JsonNode entry) =>
        (string)entry["kind"]! == "added"
            ? ["added|"]
            : entry["says"]!.AsObject().Select(said => $"{entry["kind"]}|{said.Key}");
}
