using System.Text.Json.Nodes;

namespace LandLedger.Cli.Tests;

/// <summary>A plot of 30 mu that was divided on 30 November: every answer about a day before has it, every later one its halves, and none both.</summary>
public sealed class DividedPlotTests : IDisposable
{
    private const string Before = "2026-11-29";
    private const string After = "2026-11-30";

    private readonly Scratch _scratch = new();

    private string Store => _scratch["park.gpkg"];

    public DividedPlotTests()
    {
        Import("2026-01-10", Row("LQ-06", 15, 0, 1), Row("LQ-07", 30, 10, 12));
        Import(After, Row("LQ-06", 15, 0, 1), Row("LQ-07A", 20, 10, 11), Row("LQ-07B", 10, 11, 12));
    }

    public static TheoryData<string, string[]> Days() =>
        new() { { Before, ["LQ-06", "LQ-07"] }, { After, ["LQ-06", "LQ-07A", "LQ-07B"] } };

    [Theory]
    [MemberData(nameof(Days))]
    public void A_list_and_the_acreage_of_a_day_have_the_land_once(string day, string[] numbers)
    {
        var acreage = JsonNode.Parse(Run("acreage", "--as-of", day, "--format", "json").Out)!;
        var list = _scratch["list.json"];
        Run("list", "--as-of", day, "--format", "json", "-o", list);
        var rows = JsonNode.Parse(File.ReadAllText(list))!["rows"]!.AsArray();

        Assert.Equal(numbers, rows.Select(row => (string)row!["plot"]!));
        Assert.Equal(45m, rows.Sum(row => (decimal)row!["stated_mu"]!));
        Assert.Equal(45m, (decimal)acreage["total"]!["statedMu"]!);
        Assert.InRange((decimal)acreage["total"]!["measuredMu"]!, 49.06m, 49.07m);
    }

    /// <summary>The store is built anew from its ledger, which tells since when the halves are there.</summary>
    [Theory]
    [MemberData(nameof(Days))]
    public void By_what_was_recorded_it_is_the_same(string day, string[] numbers)
    {
        var judged = Run("evaluate", "--as-of", day, "--recorded", "2099-12-31", "--format", "ndjson").Out;

        Assert.Equal(
            numbers,
            judged
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => (string)JsonNode.Parse(line)!["plot"]!)
        );
    }

    [Fact]
    public void The_ledger_is_whole_and_tells_since_when_a_half_is_there()
    {
        Run("verify");

        Assert.Contains("列入日期：2026年11月30日", Run("history", "LQ-07A").Out, StringComparison.Ordinal);
        var file = _scratch["file.html"];
        Run("file", "LQ-07A", "--as-of", After, "--format", "html", "-o", file);
        Assert.Contains("列入日期", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_half_is_told_to_be_none_of_the_day_before()
    {
        var run = CommandRun.Of("explain", "LQ-07A", "--store", Store, "--as-of", Before).Expect(2);

        Assert.Contains(
            "地块 LQ-07A 自2026年11月30日起列入台账，2026年11月29日尚不在其中",
            run.Error + run.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Between_the_days_the_plot_ended_and_its_halves_are_new()
    {
        var diff = Run(
            "diff",
            "--from",
            Before,
            "--to",
            After,
            "--recorded-from",
            "2099-12-31",
            "--recorded-to",
            "2099-12-31",
            "--format",
            "csv"
        );

        Assert.Equal(
            ["LQ-07", "LQ-07A", "LQ-07B"],
            diff.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0])
        );
    }

    public void Dispose() => _scratch.Dispose();

    private CommandRun Run(string command, params string[] arguments) =>
        CommandRun.Of([command, .. arguments, "--store", Store]).Expect(0);

    private void Import(string on, params string[] rows) =>
        Run(
            "import",
            _scratch.Write("台账.csv", "地块编号,面积（亩）,WKT\n" + string.Concat(rows)),
            "--county",
            "331081",
            "--crs",
            "EPSG:4490",
            "--on",
            on
        );

    /// <summary>A rectangle from one thousandth of a degree to another.</summary>
    private static string Row(string number, int mu, int west, int east) =>
        $"{number},{mu},\"POLYGON((119.0{west:00} 28,119.0{east:00} 28,119.0{east:00} 28.001,119.0{west:00} 28.001,119.0{west:00} 28))\"\n";
}
