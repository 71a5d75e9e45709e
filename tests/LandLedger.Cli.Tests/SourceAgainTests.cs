namespace LandLedger.Cli.Tests;

/// <summary>A source that comes again: what changed, what ended, and when nothing may end.</summary>
public sealed class SourceAgainTests : IDisposable
{
    private const string Titles = "地块编号,面积（亩）,使用权人\n";

    private readonly Scratch _scratch = new();

    [Fact]
    public void An_empty_export_ends_nothing_unless_that_is_asked_for()
    {
        Import(Titles + "A-1,30,甲\nA-2,31,乙\nA-3,32,丙\n").Expect(0);
        var refused = Import(Titles).Expect(1);
        Assert.Contains("先前列有 3 宗地块，本次一宗也没有列", refused.Out, StringComparison.Ordinal);
        Assert.Contains("--end-all", refused.Out, StringComparison.Ordinal);
        Assert.Contains("终止 0 宗", Import(Titles, "--keep-good").Expect(1).Out, StringComparison.Ordinal);

        var ended = Import(Titles, "--end-all").Expect(0).Out;
        Assert.Contains("终止 3 宗", ended, StringComparison.Ordinal);
        Assert.Contains("终止 台账.csv：A-1、A-2、A-3", ended, StringComparison.Ordinal);

        var back = Import(Titles + "A-1,30,甲\nA-2,31,乙\nA-3,32,丙\n").Expect(0).Out;
        Assert.Contains("变更 3 宗", back, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, 3, true)]
    [InlineData(10, 3, false)]
    [InlineData(3, 2, false)]
    public void That_a_third_of_a_source_ends_is_warned_of(int plots, int gone, bool warned)
    {
        Import(Titles + Rows(plots)).Expect(0);
        var run = Import(Titles + Rows(plots - gone)).Expect(0);
        Assert.Contains($"终止 {gone} 宗", run.Out, StringComparison.Ordinal);
        Assert.Equal(warned, run.Out.Contains("[ended.many]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_the_same_name_from_another_county_ends_nothing_there()
    {
        Import(Titles + "A-1,30,甲\nA-2,31,乙\n", "--county", "330100").Expect(0);
        var other = Import(Titles + "B-1,30,丙\n", "--county", "650203").Expect(0).Out;
        Assert.Contains("新增 1 宗，变更 0 宗，未变 0 宗，终止 0 宗", other, StringComparison.Ordinal);
        Assert.Contains("行政区 330100 的 2 宗地块", other, StringComparison.Ordinal);
        Assert.Contains(
            "终止 0 宗",
            Import(Titles, "--county", "331100", "--end-all").Expect(0).Out,
            StringComparison.Ordinal
        );

        // Each file still ends what it no longer lists of its own county.
        var again = Import(Titles + "A-1,30,甲\n", "--county", "330100").Expect(0).Out;
        Assert.Contains("终止 台账.csv：A-2", again, StringComparison.Ordinal);
        Assert.Contains("终止 1 宗", again, StringComparison.Ordinal);
        Assert.Contains(
            "终止 台账.csv：B-1",
            Import(Titles, "--county", "650203", "--end-all").Expect(0).Out,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData()]
    [InlineData("--county", "330100")]
    public void A_file_that_lists_none_of_the_plots_of_its_namesake_is_refused(params string[] county)
    {
        Import(Titles + "A-1,30,甲\n", county).Expect(0);
        var refused = Import(Titles + "Z-9,30,甲\n", county).Expect(1).Out;
        Assert.Contains("[ended.all]", refused, StringComparison.Ordinal);
        Assert.Contains(
            "终止 1 宗",
            Import(Titles + "Z-9,30,甲\n", [.. county, "--end-all"]).Expect(0).Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Plots_without_county_may_be_of_any_and_end_with_those_that_are_listed_again()
    {
        Import(Titles + "A-1,30,甲\nA-2,31,乙\n").Expect(0);
        Import(Titles + "B-1,30,丙\n", "--county", "650203").Expect(1);
        var known = Import(Titles + "A-1,30,甲\n", "--county", "330100").Expect(0).Out;
        Assert.Contains("终止 台账.csv：A-2", known, StringComparison.Ordinal);
        Import(Titles + "C-1,30,甲\n").Expect(1);
    }

    [Fact]
    public void Changes_are_told_field_by_field_with_old_and_new_value()
    {
        Import("地块编号,面积（亩）,使用权人,约定动工日期,是否动工\nA-1,30,甲,2024-03-01,否\nA-2,31,乙,,\n").Expect(0);
        var run = Import(
            "地块编号,面积（亩）,使用权人,约定动工日期,是否动工\nA-1,30.5,甲,2024-04-01,是\nA-2,31,乙,,\n"
        );
        Assert.Contains(
            "变更 A-1：文件面积 30亩 → 30.5亩；约定动工日期 2024年3月1日 → 2024年4月1日；是否动工 否 → 是",
            run.Expect(0).Out,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("A-2", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_changed_and_ended_plots_the_first_are_named_and_the_rest_counted()
    {
        Import(Titles + Rows(60)).Expect(0);
        var run = Import(Titles + Rows(30).Replace("甲", "乙", StringComparison.Ordinal)).Expect(0);
        Assert.Equal(20, run.Out.Split('\n').Count(line => line.StartsWith("变更 A-", StringComparison.Ordinal)));
        Assert.Contains("另有 10 宗变更未列出", run.Out, StringComparison.Ordinal);
        Assert.Contains("A-50 等，另有 10 宗", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Years_and_delays_of_a_plot_may_stand_in_rows_of_their_own()
    {
        const string titles = "地块编号,面积（亩）,年度,税收（万元）,延误原因,延误开始日期\n";
        const string rows = "A-1,30,2023,10,规划调整,2022-01-01\nA-1,30,2025,20,不可抗力,2023-01-01\n";
        var first = Import(titles + rows).Expect(0).Out;
        Assert.Contains("新增 1 宗", first, StringComparison.Ordinal);
        Assert.DoesNotContain("plot.duplicate", first, StringComparison.Ordinal);
        Assert.Contains("未变 1 宗", Import(titles + rows).Expect(0).Out, StringComparison.Ordinal);

        var changed = Import(titles + rows.Replace("2025,20", "2025,21", StringComparison.Ordinal)).Expect(0).Out;
        Assert.Contains(
            "变更 A-1：年度 2025: 税收 200,000元 → 2025: 税收 210,000元\n",
            changed,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "面积（亩）,年度,税收（万元）",
        "30,2023,10",
        "30,2023,20",
        "年度 前后不一：2023: 税收 100,000元 与 2023: 税收 200,000元"
    )]
    [InlineData(
        "面积（亩）,延误原因,延误开始日期,延误结束日期",
        "30,规划调整,2022-01-01,2022-02-01",
        "30,规划调整,2022-01-01,2022-03-01",
        "延误 前后不一：规划调整 2022年1月1日/2022年2月1日 与 规划调整 2022年1月1日/2022年3月1日"
    )]
    [InlineData("使用权人,备注", "甲,a", "乙,a", "使用权人 前后不一：甲 与 乙")]
    public void Rows_of_a_plot_that_say_different_things_are_refused_in_words(
        string titles,
        string first,
        string second,
        string told
    )
    {
        var run = Import($"地块编号,{titles}\nA-1,{first}\nA-1,{second}\n").Expect(1);
        Assert.Contains("同一文件第 2 行已有该地块，" + told, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_layout_of_each_table_is_named_and_a_table_without_records_is_warned_of()
    {
        var run = Import(Titles).Expect(0);
        Assert.Contains("按表式 own（地块台账）读取 台账.csv", run.Out, StringComparison.Ordinal);
        Assert.Contains("[table.no-records]", run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private static string Rows(int count) =>
        string.Concat(Enumerable.Range(1, count).Select(i => $"A-{i:00},{i + 20},甲\n"));

    private CommandRun Import(string text, params string[] options) =>
        CommandRun.Of(["import", _scratch.Write("台账.csv", text), "--store", _scratch["park.gpkg"], .. options]);
}
