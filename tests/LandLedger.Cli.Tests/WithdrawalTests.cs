namespace LandLedger.Cli.Tests;

/// <summary>Wrong values that were imported: a blank cell leaves them, 撤销 in their cell takes them back.</summary>
public sealed class WithdrawalTests : IDisposable
{
    private const string Titles = "地块编号,使用权人,批准用途,面积（亩）,约定动工日期,核查日期,是否动工,实际开工时间\n";
    private const string Supplements =
        "地块编号,补充协议签订日期,补充协议约定动工日期,补充协议约定竣工日期,补充协议原因\n";
    private const string Delays = "地块编号,延误原因,延误开始日期,延误结束日期,延误是否认定\n";

    private const string Firms = "企业名称,年度,地块编号,税收（万元）,产值（万元）\n";

    private readonly Scratch _scratch = new();
    private readonly string _store;

    public WithdrawalTests()
    {
        _store = _scratch["park.gpkg"];
        Import("台账.csv", Titles + "A-1,甲公司,工业用地,30,2024-01-01,2026-06-01,,2024-03-01\n", 0);
    }

    [Fact]
    public void A_wrong_start_stays_with_a_blank_cell_and_goes_with_the_word()
    {
        var kept = Import("台账.csv", Titles + "A-1,甲公司,工业用地,30,2024-01-01,2026-06-01,否,\n", 0);
        Assert.Contains("在该格写“撤销”", kept, StringComparison.Ordinal);
        Assert.Contains("待核实", Explained("2026-11-30"), StringComparison.Ordinal);
        var told = Import("台账.csv", Titles + "A-1,甲公司,工业用地,30,2024-01-01,2026-06-01,否,撤销\n", 0);
        Assert.Contains("变更 A-1：实际动工日期 2024年3月1日 → 未记录", told, StringComparison.Ordinal);
        // Not begun two years after 2024-01-01 and a year: idle since the day after the year was over.
        Assert.Contains("自2025年1月2日起闲置", Explained("2026-11-30"), StringComparison.Ordinal);
        Assert.Contains(
            "实际动工日期：2024年3月1日 → 未记录",
            CommandRun.Of("history", "A-1", "--store", _store).Expect(0).Out,
            StringComparison.Ordinal
        );
        CommandRun.Of("verify", "--store", _store).Expect(0);
        var again = Import("台账.csv", Titles + "A-1,甲公司,工业用地,30,2024-01-01,2026-06-01,否,撤销\n", 0);
        Assert.Contains("变更 0 宗，未变 1 宗", again, StringComparison.Ordinal);
    }

    [Fact]
    public void A_supplement_of_the_wrong_plot_goes_as_a_whole()
    {
        Import("核查.csv", Titles + "A-1,甲公司,工业用地,30,2024-01-01,2026-06-01,否,撤销\n", 0);
        Import("补充.csv", Supplements + "A-1,2024-05-01,2026-08-01,,缓建\n", 0);
        Assert.DoesNotContain("起闲置", Explained("2026-11-30"), StringComparison.Ordinal);
        Import("补充.csv", Supplements + "A-1,2024-05-01,撤销,,撤销\n", 0);
        Assert.Contains("自2025年1月2日起闲置", Explained("2026-11-30"), StringComparison.Ordinal);
        var nothing = Import("补充.csv", Supplements + "A-1,2024-05-02,撤销,,\n", 0);
        Assert.Contains("没有这份协议：没有变动", nothing, StringComparison.Ordinal);
        CommandRun.Of("verify", "--store", _store).Expect(0);
    }

    [Fact]
    public void A_delay_keeps_what_is_not_taken_back_and_goes_with_the_last_of_it()
    {
        const string Read = "SELECT count(*) || ' ' || coalesce(max(\"to\"), '') FROM delays";
        Import("延误.csv", Delays + "A-1,政府原因,2024-02-01,2024-08-01,是\n", 0);
        Import("延误.csv", Delays + "A-1,政府原因,2024-02-01,撤销,\n", 0);
        Assert.Equal("1 ", Tool.Sqlite(_store, Read).TrimEnd('\n'));
        Import("延误.csv", Delays + "A-1,政府原因,2024-02-01,,撤销\n", 0);
        Assert.Equal("0 ", Tool.Sqlite(_store, Read).TrimEnd('\n'));
        CommandRun.Of("verify", "--store", _store).Expect(0);
    }

    [Fact]
    public void An_outline_of_the_wrong_plot_goes_with_its_areas()
    {
        const string Outline =
            "地块编号,geometry\nA-1,\"POLYGON((119 28.4,119.001 28.4,119.001 28.401,119 28.401,119 28.4))\"\n";
        CommandRun
            .Of(
                "import",
                _scratch.Write("图.csv", Outline),
                "--store",
                _store,
                "--on",
                "2026-11-30",
                "--crs",
                "EPSG:4490"
            )
            .Expect(0);
        const string Read = "SELECT (geom IS NULL) || ' ' || coalesce(measured_mu, '') FROM plots";
        Assert.StartsWith("0 16.", Tool.Sqlite(_store, Read), StringComparison.Ordinal);

        var told = Import("图.csv", "地块编号,geometry\nA-1,撤销\n", 0);
        Assert.Contains("未记录", told, StringComparison.Ordinal);
        Assert.Equal("1 ", Tool.Sqlite(_store, Read).TrimEnd('\n'));
        Assert.Contains(
            "未记录",
            CommandRun.Of("history", "A-1", "--store", _store).Expect(0).Out,
            StringComparison.Ordinal
        );
        CommandRun.Of("verify", "--store", _store).Expect(0);
        Assert.Contains("未变 1 宗", Import("图.csv", "地块编号,geometry\nA-1,撤销\n", 0), StringComparison.Ordinal);
    }

    /// <summary>The tax came with a file that no longer lists the firm; the output, of another file, keeps the firm's year.</summary>
    [Fact]
    public void A_figure_of_a_firm_goes_though_another_file_keeps_its_year()
    {
        const string Read =
            "SELECT count(*), coalesce(CAST(max(tax) AS INTEGER), '-'), coalesce(CAST(max(output) AS INTEGER), '-') FROM firm_years WHERE firm = '甲公司'";
        Import("税务.csv", Firms + "甲公司,2025,A-1,100,\n乙公司,2025,A-1,5,\n", 0);
        Import("统计.csv", Firms + "甲公司,2025,A-1,,900\n", 0);
        var told = Import("税务.csv", Firms + "乙公司,2025,A-1,5,\n", 0);
        Assert.Contains("在作废各栏写“撤销”的记录", told, StringComparison.Ordinal);
        Assert.Equal("1|1000000|9000000", Tool.Sqlite(_store, Read).TrimEnd('\n'));

        told = Import("更正.csv", Firms + "甲公司,2025,,撤销,\n", 0);
        Assert.Contains("变更企业 甲公司：2025年 税收 1,000,000元 → 未记录", told, StringComparison.Ordinal);
        Assert.Equal("1|-|9000000", Tool.Sqlite(_store, Read).TrimEnd('\n'));
        Import("更正.csv", Firms + "甲公司,2025,,,撤销\n", 0);
        Assert.Equal("0|-|-", Tool.Sqlite(_store, Read).TrimEnd('\n'));
        CommandRun.Of("verify", "--store", _store).Expect(0);
    }

    [Fact]
    public void Figures_of_a_plot_go_by_year_and_the_year_goes_with_the_last()
    {
        const string Read = "SELECT count(*), coalesce(CAST(max(tax) AS INTEGER), '-') FROM plot_years";
        Import("年度.csv", "地块编号,2024年税收（万元）,2025年税收（万元）,2025年产值（万元）\nA-1,7,8,90\n", 0);
        var told = Import("年度.csv", "地块编号,2024年税收（万元）,2025年税收（万元）\nA-1,撤销,撤销\n", 0);
        Assert.Contains("变更 1 宗", told, StringComparison.Ordinal);
        Assert.Equal("1|-", Tool.Sqlite(_store, Read).TrimEnd('\n'));
        Import("年度.csv", "地块编号,年度,产值（万元）\nA-1,2025,撤销\n", 0);
        Assert.Equal("0|-", Tool.Sqlite(_store, Read).TrimEnd('\n'));
        Assert.Contains(
            "年度 2025 → 产值 900,000元, 年度 2025",
            CommandRun.Of("history", "A-1", "--store", _store).Expect(0).Out,
            StringComparison.Ordinal
        );
        CommandRun.Of("verify", "--store", _store).Expect(0);
    }

    /// <summary>What one row states and another of the same file takes back stays as it was before.</summary>
    [Theory]
    [InlineData("撤销", "6", "plot.duplicate", "撤销", "60,000元")]
    [InlineData("6", "撤销", "plot.duplicate", "60,000元", "撤销")]
    public void Rows_that_state_and_take_back_the_same_contradict_each_other(
        string first,
        string second,
        string code,
        string old,
        string now
    )
    {
        const string Plots = "地块编号,年度,税收（万元）\n";
        Import("年度.csv", Plots + "A-1,2025,9\n", 0);
        var told = Import("年度.csv", Plots + $"A-1,2025,{first}\nA-1,2025,{second}\n", 1);
        Assert.Contains($"[{code}]", told, StringComparison.Ordinal);
        Import("税务.csv", Firms + "甲公司,2025,A-1,9,\n", 0);
        told = Import("税务.csv", Firms + $"甲公司,2025,A-1,{first},\n甲公司,2025,A-1,{second},\n", 1);
        Assert.Contains($"第 2 行为 {old}，本行为 {now}，均不采用", told, StringComparison.Ordinal);
        CommandRun.Of("import", "--keep-good", _scratch["年度.csv"], _scratch["税务.csv"], "--store", _store).Expect(0);
        Assert.Equal(
            "90000|90000",
            Tool.Sqlite(_store, "SELECT CAST(p.tax AS INTEGER), CAST(f.tax AS INTEGER) FROM plot_years p, firm_years f")
                .TrimEnd('\n')
        );
    }

    [Theory]
    [InlineData("撤销", "2026-03-01")]
    [InlineData("2026-03-01", "撤销")]
    public void A_fact_that_rows_state_and_take_back_stays_as_it_was(string first, string second)
    {
        var rows = new[] { first, second }.Select(day => $"A-1,甲公司,工业用地,30,2024-01-01,2026-06-01,,{day}\n");
        var told = Import("台账.csv", Titles + string.Concat(rows), 1);
        Assert.Contains("[plot.duplicate]", told, StringComparison.Ordinal);
        Assert.Contains("撤销", told, StringComparison.Ordinal);
        CommandRun.Of("import", "--keep-good", _scratch["台账.csv"], "--store", _store).Expect(0);
        Assert.Equal("2024-03-01", Tool.Sqlite(_store, "SELECT begun_on FROM plots").TrimEnd('\n'));
    }

    [Theory]
    [InlineData("台账.csv", "地块编号,面积（亩）\n撤销,30\n", "cell.withdrawn]")]
    [InlineData("补充.csv", Supplements + "A-1,,撤销,,\n", "cell.withdrawn-unnamed]")]
    [InlineData("企业.csv", "企业名称,年度,地块编号,税收（万元）\n甲公司,2025,撤销,5\n", "cell.withdrawn]")]
    [InlineData("企业.csv", "企业名称,地块编号,税收（万元）\n甲公司,A-1,撤销\n", "layout.year-missing]")]
    public void What_names_a_record_or_has_no_year_is_not_taken_back(string name, string text, string code) =>
        Assert.Contains(code, Import(name, text, 1), StringComparison.Ordinal);

    public void Dispose() => _scratch.Dispose();

    private string Import(string name, string text, int exit) =>
        CommandRun.Of("import", _scratch.Write(name, text), "--store", _store, "--on", "2026-11-30").Expect(exit).Out;

    private string Explained(string day) =>
        CommandRun.Of("explain", "A-1", "--store", _store, "--as-of", day).Expect(0).Out;
}
