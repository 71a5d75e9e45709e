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
        Assert.Contains("--earlier", refused, StringComparison.Ordinal);
        Assert.Contains(
            "未变 2 宗",
            Import("2025-06-22", "地块编号,使用权人\nA-1,乙\nA-2,丙\n").Expect(0).Out,
            StringComparison.Ordinal
        );

        var taken = Import("2025-01-01", "地块编号,使用权人\nA-1,甲\nA-2,丙\n", "--earlier").Expect(0).Out;
        Assert.Contains("警告 台账.csv [import.earlier]", taken, StringComparison.Ordinal);
        Assert.Contains("变更 A-1：使用权人 乙 → 甲", taken, StringComparison.Ordinal);
        // The store has reached its day all the same.
        Import("2025-06-21", "地块编号,使用权人\nA-1,甲\nA-2,丙\n").Expect(1);
    }

    [Fact]
    public void No_file_stands_for_a_day_to_come()
    {
        var run = Import("2199-01-01", "地块编号\nA-1\n").Expect(2);
        Assert.Contains("--on 的 2199-01-01 晚于今天", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

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
