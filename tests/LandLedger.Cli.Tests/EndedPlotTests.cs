namespace LandLedger.Cli.Tests;

/// <summary>What hangs on a plot (supplements, delays, figures of years, firms) does not take it up again once its ledger has dropped it.</summary>
public sealed class EndedPlotTests : IDisposable
{
    private const string Both = "地块编号,面积（亩）,使用权人\nA-1,30,甲\nA-2,31,乙\n";
    private const string One = "地块编号,面积（亩）,使用权人\nA-1,30,甲\n";

    private readonly Scratch _scratch = new();

    public static TheoryData<string> Sides() =>
        [
            "地块编号,延误原因,延误开始日期,延误结束日期,延误是否认定\nA-2,规划调整,2024-06-01,2024-06-30,是\n",
            "地块编号,补充协议签订日期,补充协议约定动工日期\nA-2,2024-06-01,2025-06-01\n",
            "地块编号,年度,税收（万元）\nA-2,2023,10\n",
            "企业名称,地块编号,年度,税收（万元）\n丙,A-2,2023,10\n",
        ];

    [Theory]
    [MemberData(nameof(Sides))]
    public void An_unchanged_side_ledger_leaves_an_ended_plot_ended_and_says_since_when(string side)
    {
        Import("2025-05-01", ("台账.csv", Both), ("附表.csv", side));
        Assert.Contains("终止 1 宗", Import("2025-06-01", ("台账.csv", One)), StringComparison.Ordinal);

        var again = Import("2025-07-01", ("附表.csv", side));

        Assert.Contains("变更 0 宗", again, StringComparison.Ordinal);
        Assert.Contains(
            "附表.csv 第 2 行 地块 A-2 [plot.ended] 地块 A-2 已于 2025年6月1日 终止",
            again,
            StringComparison.Ordinal
        );
        Assert.Equal(["A-1"], Plots());

        // Its own ledger takes it up again, and can end it again.
        Assert.Contains("变更 1 宗", Import("2025-08-01", ("台账.csv", Both)), StringComparison.Ordinal);
        Assert.Equal(["A-1", "A-2"], Plots());
        Assert.DoesNotContain("plot.ended", Import("2025-08-02", ("附表.csv", side)), StringComparison.Ordinal);
        Assert.Contains("终止 台账.csv：A-2", Import("2025-09-01", ("台账.csv", One)), StringComparison.Ordinal);
        Assert.Equal(["A-1"], Plots());
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public void In_one_import_or_one_after_the_other_the_plot_has_ended(string side)
    {
        Import("2025-05-01", ("台账.csv", Both), ("附表.csv", side));
        Import("2025-06-01", ("台账.csv", One), ("附表.csv", side));
        Assert.Equal(["A-1"], Plots());
        Import("2025-07-01", ("附表.csv", side), ("台账.csv", One));
        Assert.Equal(["A-1"], Plots());
    }

    [Fact]
    public void What_a_side_ledger_newly_says_of_an_ended_plot_is_taken_in()
    {
        Import("2025-05-01", ("台账.csv", Both));
        Import("2025-06-01", ("台账.csv", One));
        var delay = Import("2025-07-01", ("延误.csv", "地块编号,延误原因,延误开始日期\nA-2,规划调整,2024-06-01\n"));
        Assert.Contains("变更 1 宗", delay, StringComparison.Ordinal);
        Assert.DoesNotContain("终止日期", delay, StringComparison.Ordinal);
        Assert.Equal(["A-1"], Plots());
    }

    [Fact]
    public void Figures_of_years_alone_make_no_plot()
    {
        var years = _scratch.Write("年度.csv", "地块编号,年度,税收（万元）\nA-9,2023,10\n");
        var refused = CommandRun.Of("import", years, "--store", _scratch["new.gpkg"]).Expect(1).Out;
        Assert.Contains("[plot.unknown] 地块编号 A-9 不在台账中", refused, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private string Import(string on, params (string Name, string Text)[] files) =>
        CommandRun
            .Of([
                "import",
                .. files.Select(file => _scratch.Write(file.Name, file.Text)),
                "--store",
                _scratch["park.gpkg"],
                "--county",
                "331081",
                "--on",
                on,
            ])
            .Expect(0)
            .Out;

    /// <summary>The numbers of the plots that are judged.</summary>
    private string[] Plots() =>
        [
            .. CommandRun
                .Of("evaluate", "--store", _scratch["park.gpkg"], "--as-of", "2025-12-31", "--format", "ndjson")
                .Expect(0)
                .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => (string)System.Text.Json.Nodes.JsonNode.Parse(line)!["plot"]!),
        ];
}
