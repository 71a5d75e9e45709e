namespace LandLedger.Cli.Tests;

/// <summary>The day that files stand for: nothing in them has happened after it, and older files do not turn newer ones back unasked.</summary>
public sealed class ImportDayTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("实际动工日期", "2025-06-02")]
    [InlineData("实际竣工日期", "2026-06-02")]
    [InlineData("中止建设日期", "2025-06-02")]
    [InlineData("投产日期", "2025-06-02")]
    [InlineData("实际交地日期", "2025-06-02")]
    [InlineData("合同签订日期", "2025-06-02")]
    [InlineData("施工许可日期", "2025-06-02")]
    [InlineData("核查日期", "2025-06-02")]
    public void What_is_said_to_have_happened_after_the_day_of_import_is_refused(string title, string day)
    {
        var run = Import("2025-06-01", $"地块编号,{title}\nA-1,{day}\n").Expect(1);
        Assert.Contains(
            $"第 2 行“{title}”列 地块 A-1 [date.not-yet] {title} {day} 晚于导入日（2025-06-01），不可能已经发生",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("请核对年份", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("政府原因", "2025-06-02")]
    [InlineData("不可抗力", "2025-06-02")]
    [InlineData("企业原因", "2026-01-01")]
    public void A_delay_that_has_not_begun_is_refused(string cause, string day)
    {
        const string titles = "地块编号,延误原因,延误开始日期,延误结束日期,延误是否认定\n";
        Import("2025-06-01", "地块编号\nA-1\n").Expect(0);
        var run = Import("2025-06-01", titles + $"A-1,{cause},{day},,是\n").Expect(1);
        Assert.Contains(
            $"第 2 行“延误开始日期”列 地块 A-1 [date.not-yet] 延误开始日期 {day} 晚于导入日（2025-06-01），不可能已经发生",
            run.Out,
            StringComparison.Ordinal
        );
    }

    /// <summary>Five years ahead are believed, as of an agreed start.</summary>
    [Theory]
    [InlineData("2025-06-01", "2025-12-31", false)]
    [InlineData("2025-06-01", "2030-06-01", false)]
    [InlineData("2025-05-01", "2030-06-02", true)]
    public void The_end_that_a_delay_is_expected_to_have_may_lie_ahead(string from, string to, bool named)
    {
        var run = Import(
            "2025-06-01",
            $"地块编号,面积（亩）,延误原因,延误开始日期,延误结束日期,延误是否认定\nA-1,30,政府原因,{from},{to},是\n"
        );
        Assert.Contains("新增 1 宗", run.Expect(0).Out, StringComparison.Ordinal);
        Assert.Equal(
            named,
            run.Out.Contains(
                $"第 2 行“延误结束日期”列 地块 A-1 [date.ahead] 延误结束日期 {to} 晚于导入日（2025-06-01）5 年以上",
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public void The_day_of_import_itself_and_days_that_are_agreed_are_taken()
    {
        var run = Import(
            "2025-06-01",
            "地块编号,合同签订日期,约定交地日期,约定动工日期,约定竣工日期,核查日期\nA-1,2025-06-01,2025-09-01,2026-06-01,2028-06-01,2025-06-01\n"
        );
        Assert.Contains("新增 1 宗", run.Expect(0).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("date.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_supplement_of_a_day_to_come_is_refused_and_the_row_of_a_listed_plot_ends_nothing()
    {
        Import("2025-05-01", "地块编号,面积（亩）\nA-1,30\nA-2,30\n").Expect(0);
        var run = Import(
            "2025-06-01",
            "地块编号,面积（亩）,补充协议签订日期,补充协议约定动工日期\nA-1,30,,\nA-2,30,2025-06-02,2027-01-01\n",
            "--keep-good"
        );
        Assert.Contains("未变 1 宗，终止 0 宗", run.Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("拒收 1 条", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_after_the_look_of_the_same_row_is_told()
    {
        var run = Import(
            "2025-06-01",
            "地块编号,实际动工日期,核查日期\nA-1,2025-03-02,2025-03-01\nA-2,2025-03-01,2025-03-01\n"
        );
        Assert.Contains(
            "第 2 行“实际动工日期”列 地块 A-1 [date.after-look] 实际动工日期 2025-03-02 晚于同一行的核查日期（2025-03-01）",
            run.Expect(0).Out,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("地块 A-2 [date.after-look]", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_an_earlier_day_are_refused_unless_that_is_meant()
    {
        Import("2025-06-22", "地块编号,使用权人\nA-1,乙\nA-2,丙\n").Expect(0);

        var refused = Import("2025-01-01", "地块编号,使用权人\nA-1,甲\n", "--keep-good").Expect(1).Out;
        Assert.Contains(
            "拒收 台账.csv [import.earlier] 文件所代表的日期 2025年1月1日 早于此前导入所代表的日期 2025年6月22日",
            refused,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "未导入：文件所代表的日期早于台账已到的日期，台账未改动。请改正 --on；如确要以旧文件为准，请加 --earlier\n",
            refused,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("--keep-good", refused, StringComparison.Ordinal);
        Assert.Contains(
            "未变 2 宗",
            Import("2025-06-22", "地块编号,使用权人\nA-1,乙\nA-2,丙\n").Expect(0).Out,
            StringComparison.Ordinal
        );

        var taken = Import("2025-01-01", "地块编号,使用权人\nA-1,甲\nA-2,丙\n", "--earlier").Expect(0).Out;
        Assert.Contains("警告 台账.csv [import.earlier-meant]", taken, StringComparison.Ordinal);
        Assert.DoesNotContain("请加 --earlier", taken, StringComparison.Ordinal);
        Assert.Contains("变更 A-1：使用权人 乙 → 甲", taken, StringComparison.Ordinal);
        // The store has reached its day all the same.
        Import("2025-06-21", "地块编号,使用权人\nA-1,甲\nA-2,丙\n").Expect(1);
    }

    /// <summary>A-2 came on 1 March: no file of January can tell that it is gone.</summary>
    [Fact]
    public void An_earlier_file_ends_no_plot_that_a_later_one_of_its_name_lists()
    {
        const string titles = "地块编号,面积（亩）,合同签订日期\n";
        Import("2025-06-22", titles + "A-1,30,2024-03-01\nA-2,31,2025-03-01\n").Expect(0);

        var run = Import("2025-01-01", titles + "A-1,30,2024-03-01\n", "--earlier").Expect(0).Out;
        Assert.Contains("终止 0 宗", run, StringComparison.Ordinal);
        Assert.Contains(
            "警告 台账.csv [ended.earlier] 同名文件在 2025年6月22日 列有的 1 宗地块，本文件没有列；本文件所代表的日期较早，均未终止",
            run,
            StringComparison.Ordinal
        );
        Assert.Contains("所代表的日期（--on）不早于 2025年6月22日 的文件", run, StringComparison.Ordinal);

        // They stay with the file, which ends them on a day that is not before.
        Assert.Contains(
            "终止 台账.csv：A-2",
            Import("2025-06-22", titles + "A-1,30,2024-03-01\n").Expect(0).Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_of_another_name_ends_what_it_lists_no_more_by_its_own_days()
    {
        Import("2025-01-01", "地块编号,面积（亩）\nA-1,30\nA-2,31\n").Expect(0);
        var other = _scratch.Write("登记.csv", "地块编号,面积（亩）\nB-1,30\n");
        CommandRun.Of("import", other, "--store", _scratch["park.gpkg"], "--on", "2025-06-22").Expect(0);
        var run = Import("2025-03-01", "地块编号,面积（亩）\nA-1,30\n", "--earlier").Expect(0);
        Assert.Contains("终止 台账.csv：A-2", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plot_that_has_ended_is_not_taken_up_again_by_a_file_of_a_day_before_its_end()
    {
        const string titles = "地块编号,面积（亩）,使用权人\n";
        Import("2025-01-01", titles + "A-1,30,甲\nA-2,31,乙\n").Expect(0);
        Import("2025-06-22", titles + "A-1,30,甲\n").Expect(0);

        var run = Import("2025-03-01", titles + "A-1,30,甲\nA-2,31,丙\n", "--earlier").Expect(0).Out;
        Assert.Contains(
            "警告 台账.csv 第 3 行 地块 A-2 [plot.ended] 地块 A-2 已于 2025年6月22日 终止；本行内容已记入，但地块不因此恢复",
            run,
            StringComparison.Ordinal
        );
        Assert.Contains("变更 A-2：使用权人 乙 → 丙\n", run, StringComparison.Ordinal);
        Assert.Contains(
            "变更 1 宗",
            Import("2025-06-22", titles + "A-1,30,甲\nA-2,31,丙\n").Expect(0).Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_earlier_file_withdraws_no_firm_that_a_later_one_of_its_name_lists()
    {
        Import("2025-01-01", "地块编号,面积（亩）\nA-1,30\nA-2,31\n").Expect(0);
        const string titles = "企业名称,地块编号,年度,税收（万元）\n";
        Firms("2025-06-22", titles + "甲公司,A-1,2024,10\n乙公司,A-2,2024,20\n").Expect(0);

        var run = Firms("2025-03-01", titles + "甲公司,A-1,2024,10\n", "--earlier").Expect(0).Out;
        Assert.Contains("[firm-rows.earlier] 同名文件在 2025年6月22日 列有的 1 家企业", run, StringComparison.Ordinal);
        Assert.Contains("企业新增 0 家，变更 0 家，未变 1 家，终止 0 家", run, StringComparison.Ordinal);

        Assert.Contains(
            "终止 1 家",
            Firms("2025-06-22", titles + "甲公司,A-1,2024,10\n").Expect(0).Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void No_file_stands_for_a_day_to_come()
    {
        var run = Import("2199-01-01", "地块编号\nA-1\n").Expect(2);
        Assert.Contains("--on 的 2199-01-01 晚于今天", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private CommandRun Firms(string on, string text, params string[] options) =>
        CommandRun.Of([
            "import",
            _scratch.Write("企业.csv", text),
            "--store",
            _scratch["park.gpkg"],
            "--on",
            on,
            .. options,
        ]);

    private CommandRun Import(string on, string text, params string[] options) =>
        CommandRun.Of([
            "import",
            _scratch.Write("台账.csv", text),
            "--store",
            _scratch["park.gpkg"],
            "--on",
            on,
            .. options,
        ]);
}
