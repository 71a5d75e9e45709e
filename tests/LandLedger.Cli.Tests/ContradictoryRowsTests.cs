using System.Text.Json.Nodes;
using LandLedger.GeoPackage;
using LandLedger.Import;

namespace LandLedger.Cli.Tests;

/// <summary>Rows of one file that say different things of one plot, firm or year: neither becomes a fact, in whatever order they stand.</summary>
public sealed class ContradictoryRowsTests : IDisposable
{
    private const string Titles = "地块编号,面积（亩）,使用权人,坐落,片区\n";

    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("A-1,30,甲,沿江路,", "A-1,30,乙,,城东")]
    [InlineData("A-1,30,乙,,城东", "A-1,30,甲,沿江路,")]
    public void Neither_of_two_holders_becomes_a_fact_and_the_rest_of_both_rows_stays(string first, string second)
    {
        var run = Keep(Titles + $"{first}\n{second}\nA-1,30,,,\nA-1,30,甲,,\n").Expect(0);
        Assert.Contains("使用权人 前后不一", run.Out, StringComparison.Ordinal);
        var plot = Plot();
        Assert.Null(plot.Holder);
        Assert.Equal((30m, "沿江路", "城东"), (plot.StatedArea?.Mu, plot.Location, plot.Zone));
    }

    [Theory]
    [InlineData("甲", "乙")]
    [InlineData("乙", "甲")]
    public void A_fact_of_an_earlier_import_stays_as_it_was(string first, string second)
    {
        Import(Titles + "A-1,30,丙,沿江路,\n").Expect(0);
        Keep(Titles + $"A-1,30,{first},,\nA-1,30,{second},,\n").Expect(0);
        Assert.Equal("丙", Plot().Holder);
    }

    [Fact]
    public void What_came_back_to_what_it_was_is_no_change()
    {
        Import(Titles + "A-1,30,丙,沿江路,\nA-2,20,丙,,\n").Expect(0);
        var rows = "A-1,30,甲,,城东\nA-1,30,乙,,\nA-2,20,甲,,\nA-2,20,乙,,\n";
        var run = Keep(Titles + rows, "--report", _scratch["r.json"]).Expect(0);
        Assert.Contains("变更 1 宗，未变 1 宗", run.Out, StringComparison.Ordinal);
        var change = Assert.Single(JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!["changes"]!.AsArray())!;
        Assert.Equal("A-1", (string)change["plot"]!);
        Assert.Equal(["zone"], change["facts"]!.AsArray().Select(fact => (string)fact!["field"]!));
    }

    [Theory]
    [InlineData("台账.csv", "登记.csv", "登记.csv 第 2 行")]
    [InlineData("登记.csv", "台账.csv", "登记.csv 第 2 行")]
    public void What_another_file_states_of_a_contested_field_is_named_as_not_taken(
        string first,
        string second,
        string place
    )
    {
        _scratch.Write("台账.csv", Titles + "A-1,30,甲,,\nA-1,30,乙,,\n");
        _scratch.Write("登记.csv", "地块编号,使用权人\nA-1,丙\n");
        var run = CommandRun
            .Of([
                "import",
                _scratch[first],
                _scratch[second],
                "--store",
                _scratch["park.gpkg"],
                "--keep-good",
                "--report",
                _scratch["r.json"],
            ])
            .Expect(0);
        Assert.Null(Plot().Holder);
        Assert.Contains(
            "使用权人：本行为“丙”，因 台账.csv 第 2 行与第 3 行对此前后不一，未采用",
            run.Out,
            StringComparison.Ordinal
        );
        var issue = Assert.Single(Issues("r.json"), issue => (string)issue["code"]! == "plot.contested");
        Assert.Equal(
            (place, "holder", "丙", "A-1"),
            (
                $"{issue["file"]} 第 {issue["line"]} 行",
                (string)issue["field"]!,
                (string)issue["value"]!,
                (string)issue["plot"]!
            )
        );
    }

    [Fact]
    public void A_row_that_leaves_a_cell_blank_contradicts_no_other()
    {
        Import(Titles + "A-1,30,丙,,\n").Expect(0);
        Import(Titles + "A-1,30,,,\nA-1,30,甲,,\n").Expect(0);
        Assert.Equal("甲", Plot().Holder);
    }

    [Fact]
    public void The_issue_names_both_rows_both_values_and_the_column()
    {
        var run = Keep("地块编号,面积（亩）,使用权人\nA-1,30,\nA-1,30,甲\nA-1,31,乙\n", "--report", _scratch["r.json"])
            .Expect(0);
        Assert.Contains(
            "同一文件第 3 行已有该地块，使用权人 前后不一：甲 与 乙，均不采用",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["4 使用权人 乙", "4 面积（亩） 31"],
            Issues("r.json")
                .Where(issue => (string)issue["code"]! == "plot.duplicate")
                .Select(issue => $"{issue["line"]} {issue["title"]} {issue["value"]}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void All_or_nothing_refuses_for_what_keep_good_leaves_undecided()
    {
        const string text = Titles + "A-1,30,甲,,\nA-1,30,乙,,\n";
        Import(text, "--report", _scratch["all.json"]).Expect(1);
        Keep(text, "--report", _scratch["kept.json"]).Expect(0);
        Assert.Equal(
            Issues("all.json").Select(issue => issue.ToJsonString()),
            Issues("kept.json").Select(issue => issue.ToJsonString())
        );
    }

    [Theory]
    [InlineData("10", "20")]
    [InlineData("20", "10")]
    public void Neither_of_two_figures_of_a_year_becomes_a_fact(string first, string second)
    {
        Keep($"地块编号,面积（亩）,年度,税收（万元）,产值（万元）\nA-1,30,2024,{first},100\nA-1,30,2024,{second},\n")
            .Expect(0);
        var year = Assert.Single(Plot().Years);
        Assert.Equal((null, 1_000_000m), (year.Tax?.Yuan, year.Output?.Yuan));
    }

    [Theory]
    [InlineData("2025-01-01", "2025-06-01")]
    [InlineData("2025-06-01", "2025-01-01")]
    public void Two_supplements_of_one_day_leave_open_which_start_counts(string first, string second)
    {
        const string titles = "地块编号,面积（亩）,约定动工日期,是否动工,补充协议签订日期,补充协议约定动工日期\n";
        var rows = new[] { first, second }.Select(start => $"A-1,30,2022-01-01,否,2023-02-01,{start}\n");
        Keep(titles + string.Concat(rows)).Expect(0);
        Assert.Equal("undetermined", Category("2026-03-01"));
        Assert.Equal("idle", Category("2026-06-02"));

        Import(titles + $"A-1,30,2022-01-01,否,2023-02-01,2025-01-01\n").Expect(0);
        Assert.Equal("idle", Category("2026-03-01"));
    }

    [Fact]
    public void A_table_of_supplements_contradicts_itself_as_one_of_plots_does()
    {
        Import("地块编号,面积（亩）,约定动工日期,是否动工\nA-1,30,2022-01-01,否\n").Expect(0);
        const string titles = "地块编号,补充协议签订日期,补充协议约定动工日期\n";
        var table = _scratch.Write("补充.csv", titles + "A-1,2023-02-01,2025-01-01\nA-1,2023-02-01,2025-06-01\n");
        var run = CommandRun.Of("import", table, "--store", _scratch["park.gpkg"]).Expect(1);
        Assert.Contains("同一文件第 2 行已有该地块，补充协议 前后不一", run.Out, StringComparison.Ordinal);
        CommandRun.Of("import", table, "--store", _scratch["park.gpkg"], "--keep-good").Expect(0);
        Assert.Equal("undetermined", Category("2026-03-01"));
    }

    [Theory]
    [InlineData("2024-02-01", "2025-02-01")]
    [InlineData("2025-02-01", "2024-02-01")]
    public void A_delay_with_two_ends_is_not_established(string first, string second)
    {
        const string titles =
            "地块编号,面积（亩）,约定动工日期,是否动工,延误原因,延误开始日期,延误结束日期,延误是否认定\n";
        var rows = new[] { first, second }.Select(end => $"A-1,30,2023-01-01,否,规划调整,2023-06-01,{end},是\n");
        Keep(titles + string.Concat(rows)).Expect(0);
        Assert.Equal(["2024-02-01", "2025-02-01"], Plot().Delays.Select(delay => $"{delay.To:yyyy-MM-dd}"));
        Assert.All(Plot().Delays, delay => Assert.Null(delay.Established));
        Assert.Equal("undetermined", Category("2024-03-01"));
    }

    [Theory]
    [InlineData("是", "否")]
    [InlineData("否", "是")]
    public void What_stays_as_it_was_keeps_the_day_of_its_look(string first, string second)
    {
        const string titles = "地块编号,面积（亩）,是否动工,是否竣工,核查日期,坐落\n";
        Import(titles + "A-1,30,否,,2025-01-01,\n").Expect(0);
        var run = Keep(titles + $"A-1,30,{first},否,2025-06-01,沿江路\nA-1,30,{second},否,2025-06-01,\n").Expect(0);
        var (plot, seen) = (Plot(), Plot().Progress);
        Assert.Equal((false, new DateOnly(2025, 1, 1), null), (seen.Begun, seen.ObservedOn, seen.Completed));
        Assert.Equal("沿江路", plot.Location);
        Assert.Contains("第 3 行 地块 A-1 [plot.look-kept]", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("核查日期 2025年1月1日 →", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_days_of_a_look_neither_dates_what_was_seen()
    {
        const string titles = "地块编号,面积（亩）,是否动工,核查日期\n";
        Import(titles + "A-1,30,否,2025-01-01\n").Expect(0);
        Keep(titles + "A-1,30,是,2025-06-01\nA-1,30,是,2025-07-01\n").Expect(0);
        Assert.Equal((false, new DateOnly(2025, 1, 1)), (Plot().Progress.Begun, Plot().Progress.ObservedOn));
    }

    [Fact]
    public void A_look_that_dates_nothing_known_before_keeps_what_both_rows_saw()
    {
        const string titles = "地块编号,面积（亩）,是否动工,是否竣工,核查日期\n";
        Keep(titles + "A-1,30,是,否,2025-06-01\nA-1,30,否,否,2025-06-01\n").Expect(0);
        var seen = Plot().Progress;
        Assert.Equal((null, false, new DateOnly(2025, 6, 1)), (seen.Begun, seen.Completed, seen.ObservedOn));
    }

    [Theory]
    [InlineData("10", "20")]
    [InlineData("20", "10")]
    public void Neither_of_two_figures_of_a_firm_becomes_a_fact(string first, string second)
    {
        Import(Titles + "A-1,30,甲,,\nA-2,20,甲,,\n").Expect(0);
        var text =
            $"企业名称,年度,地块编号,税收（万元）,主营业务收入（万元）\n甲公司,2024,A-1,{first},500\n甲公司,2024,A-2,{second},\n";
        var run = CommandRun
            .Of(["import", _scratch.Write("企业.csv", text), "--store", _scratch["park.gpkg"], "--keep-good"])
            .Expect(0);
        Assert.Contains(
            $"企业 甲公司 2024 年税收前后不一：企业.csv 第 2 行为 {first}0,000元，本行为 {second}0,000元，均不采用",
            run.Out,
            StringComparison.Ordinal
        );
        using var store = GeoPackageStore.Open(_scratch["park.gpkg"], StoreMode.Read);
        var firm = Assert.Single(store.Firms());
        var year = Assert.Single(firm.Years);
        Assert.Equal((null, 5_000_000m), (year.Tax?.Yuan, year.Revenue?.Yuan));
        Assert.Equal(["A-1", "A-2"], firm.Occupancies.Select(occupancy => occupancy.Plot));
    }

    public void Dispose() => _scratch.Dispose();

    private Plot Plot()
    {
        using var store = GeoPackageStore.Open(_scratch["park.gpkg"], StoreMode.Read);
        return Assert.Single(store.Find("A-1"));
    }

    private string Category(string asOf) =>
        (string)
            JsonNode.Parse(
                CommandRun
                    .Of("evaluate", "--store", _scratch["park.gpkg"], "--as-of", asOf, "--format", "ndjson")
                    .Expect(0)
                    .Out
            )!["category"]!;

    private IEnumerable<JsonNode> Issues(string report) =>
        JsonNode.Parse(File.ReadAllText(_scratch[report]))!["issues"]!.AsArray().Select(issue => issue!);

    private CommandRun Keep(string text, params string[] options) => Import(text, ["--keep-good", .. options]);

    private CommandRun Import(string text, params string[] options) =>
        CommandRun.Of(["import", _scratch.Write("台账.csv", text), "--store", _scratch["park.gpkg"], .. options]);
}
