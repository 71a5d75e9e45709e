using System.Text.Json.Nodes;
using LandLedger.PostGis.Cluster;

namespace LandLedger.Cli.Tests;

/// <summary>Tables that name plots by their supervision number (电子监管号) alone, beside tables that number them, in either store.</summary>
public sealed class SupervisionNumberTests : IDisposable
{
    private const string Ledger =
        "地块编号,电子监管号,面积（亩）\nD-1,3311002021B00012,30\nD-2,3311002021B00013,40\nD-3,3311002021B00013,50\n";

    private readonly Scratch _scratch = new();

    public static TheoryData<bool> Stores => [false, true];

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_row_goes_to_the_plot_of_the_store_that_has_its_supervision_number(bool database)
    {
        var store = Store(database);
        Import(store, _scratch.Write("台账.csv", Ledger)).Expect(0);
        var market = _scratch.Write(
            "供应结果.csv",
            "电子监管号,土地使用权人,约定动工日期\n3311002021B00012,甲公司,2022-03-01\n3311002022B00099,乙公司,2023-03-01\n"
        );

        var run = Import(store, market).Expect(0);

        Assert.Contains("按“电子监管号”查找已有地块", run.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["3311002022B00099 乙公司 ", "D-1 甲公司 30", "D-2  40", "D-3  50"],
            Plots(store).Order(StringComparer.Ordinal)
        );
        Assert.Equal((0, 0, 2, 0), Counts(Import(store, market).Expect(0)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_supervision_number_of_several_plots_is_told_with_their_numbers_and_changes_none(bool database)
    {
        var store = Store(database);
        Import(store, _scratch.Write("台账.csv", Ledger)).Expect(0);

        var run = Import(store, _scratch.Write("供应结果.csv", "电子监管号,土地使用权人\n3311002021B00013,乙公司\n"));

        Assert.Contains(
            "供应结果.csv 第 2 行 地块 3311002021B00013 [plot.supervision-shared] 电子监管号 3311002021B00013 对应 2 宗地块：D-2, D-3",
            run.Expect(1).Out.ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );
        Assert.Equal(["D-1  30", "D-2  40", "D-3  50"], Plots(store).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Files_of_one_import_meet_in_whatever_order_they_are_named(bool database, bool marketFirst)
    {
        var store = Store(database);
        var ledger = _scratch.Write("台账.csv", Ledger);
        var market = _scratch.Write("供应结果.csv", "电子监管号,土地使用权人\n3311002021B00012,甲公司\n");

        Import(store, marketFirst ? [market, ledger] : [ledger, market]).Expect(0);

        Assert.Equal(["D-1 甲公司 30", "D-2  40", "D-3  50"], Plots(store).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_table_of_supplements_may_name_its_plots_so()
    {
        var store = Store(database: false);
        Import(store, _scratch.Write("台账.csv", Ledger)).Expect(0);
        var supplements = "电子监管号,补充协议签订日期,补充协议约定动工日期\n{0},2022-05-01,2023-05-01\n";

        Import(store, _scratch.Write("补充协议.csv", supplements.Replace("{0}", "3311002021B00012"))).Expect(0);

        Assert.Contains(
            "补充协议",
            CommandRun.Of("explain", "D-1", "--store", store, "--as-of", "2026-06-30").Expect(0).Out,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "plot.unknown",
            Import(store, _scratch.Write("又.csv", supplements.Replace("{0}", "3311002021B00077"))).Expect(1).Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_plot_that_a_refused_row_names_so_does_not_end()
    {
        var store = Store(database: false);
        var two = "地块编号,电子监管号\nD-1,S1\nD-2,S2\n";
        Import(store, _scratch.Write("台账.csv", two)).Expect(0);
        Import(store, _scratch.Write("供应结果.csv", "电子监管号,约定动工日期\nS1,2022-03-01\nS2,2022-03-01\n"))
            .Expect(0);
        // Listed by the other file from here on.
        Import(store, _scratch.Write("台账.csv", "地块编号,电子监管号\nD-2,S2\n")).Expect(0);

        _scratch.Write("供应结果.csv", "电子监管号,约定动工日期\nS1,2023-13-45\nS2,2022-03-01\n");
        var run = Import(store, _scratch["供应结果.csv"], "--keep-good").Expect(0);

        Assert.Equal((0, 0, 1, 0), Counts(run));
        Assert.Equal(["D-1  ", "D-2  "], Plots(store).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_plot_that_was_numbered_so_before_its_number_was_known_is_told_and_ends_when_its_file_comes_again()
    {
        var store = Store(database: false);
        var market = _scratch.Write(
            "供应结果.csv",
            "电子监管号,面积（亩）\n3311002021B00012,30\n3311002021B00044,20\n"
        );
        Import(store, market).Expect(0);

        var told = Import(
            store,
            _scratch.Write("台账.csv", "地块编号,电子监管号,面积（亩）\nD-1,3311002021B00012,30\n")
        );
        Assert.Contains(
            "[plot.twice] 新增地块 D-1；此前未载明地块编号的文件已把同一电子监管号记为地块 3311002021B00012",
            told.Expect(0).Out,
            StringComparison.Ordinal
        );
        Assert.Equal((0, 0, 2, 1), Counts(Import(store, market).Expect(0)));
        Assert.Equal(["3311002021B00044  20", "D-1  30"], Plots(store).Order(StringComparer.Ordinal));
    }

    /// <summary>The row may stand before the one, or in the file before the one, that numbers its plot.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_row_without_number_in_a_table_that_numbers_its_plots_goes_by_the_supervision_number(bool database)
    {
        const string Titles = "地块编号,电子监管号,土地使用权人,面积（亩）\n";
        var store = Store(database);
        var one = _scratch.Write("甲.csv", Titles + ",S1,甲公司,\nD-1,S1,,30\n,S2,乙公司,\n");
        var other = _scratch.Write("乙.csv", Titles + "D-2,S2,,40\n");

        var run = Import(store, one, other).Expect(0);

        Assert.Equal(["D-1 甲公司 30", "D-2 乙公司 40"], Plots(store).Order(StringComparer.Ordinal));
        Assert.Contains(
            "[plot.by-supervision] 有 2 行没有地块编号，按电子监管号查找已有地块（第 2 行为“S1”）",
            run.Out.ReplaceLineEndings(""),
            StringComparison.Ordinal
        );
        Assert.Equal((0, 0, 2, 0), Counts(Import(store, one, other).Expect(0)));
    }

    [Fact]
    public void A_row_without_number_whose_supervision_number_nobody_has_is_refused_and_makes_no_plot()
    {
        var store = Store(database: false);
        var ledger = _scratch.Write("台账.csv", "地块编号,电子监管号,面积（亩）\nD-1,S1,30\n,S9,40\n,,50\n");

        var run = Import(store, ledger, "--keep-good").Expect(0);

        Assert.Equal(["D-1  30"], Plots(store));
        Assert.Contains(
            "第 3 行 地块 S9 [plot.supervision-unknown] 本行没有地块编号，电子监管号 S9 也不在台账中",
            run.Out.ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );
        Assert.Contains("第 4 行“地块编号”列 [plot.missing]", run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private string Store(bool database) => database ? Databases.WithPostGis() : _scratch["park.gpkg"];

    private CommandRun Import(string store, params string[] files) =>
        CommandRun.Of(["import", .. files, "--store", store, "--report", _scratch["r.json"], "--on", "2026-06-30"]);

    private (int Added, int Changed, int Same, int Ended) Counts(CommandRun run)
    {
        Assert.NotNull(run);
        var report = JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!;
        return ((int)report["added"]!, (int)report["changed"]!, (int)report["same"]!, (int)report["ended"]!);
    }

    /// <summary>Number, holder and stated mu of the plots that have not ended.</summary>
    private List<string> Plots(string store)
    {
        CommandRun
            .Of("map", "--store", store, "--as-of", "2026-06-30", "--format", "geojson", "-o", _scratch["m.geojson"])
            .Expect(0);
        return
        [
            .. JsonNode.Parse(File.ReadAllText(_scratch["m.geojson"]))!["features"]!
                .AsArray()
                .Select(feature => feature!["properties"]!)
                .Select(p => $"{p["plot"]} {p["holder"]} {p["statedMu"] ?? p["stated_mu"]}"),
        ];
    }
}
