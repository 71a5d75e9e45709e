namespace LandLedger.Cli.Tests;

/// <summary>Figures of years that were not over on the day that the files stand for.</summary>
public sealed class YearAheadTests : IDisposable
{
    private const string Plots = "地块编号,批准用途,面积（亩）,";

    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData(Plots + "年度,税收（万元）\nA-1,工业用地,30,2025,5\n", "第 2 行“年度”列 地块 A-1")]
    [InlineData(Plots + "2025年税收（万元）\nA-1,工业用地,30,5\n", "第 2 行“2025年税收（万元）”列 地块 A-1")]
    [InlineData("企业名称,地块编号,年度,税收（万元）\n甲公司,A-1,2025,5\n", "第 2 行“年度”列")]
    [InlineData("企业名称,地块编号,年度,用地面积（亩）\n甲公司,A-1,2025,5\n", "第 2 行“年度”列")]
    public void Those_of_a_year_that_has_not_begun_are_refused(string text, string place)
    {
        var run = Import("2024-12-31", text).Expect(1);
        Assert.Contains(
            $"拒收 表.csv {place} [year.not-yet] 2025 年的数据：导入日（2024-12-31）时该年尚未开始",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("请核对年份", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("[year.", Import("2025-12-31", text).Expect(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Those_of_the_year_that_is_running_are_taken_and_told()
    {
        const string text = Plots + "2024年税收（万元）,2025年税收（万元）\nA-1,工业用地,30,3,5\n";
        var run = Import("2025-12-30", text).Expect(0);
        Assert.Contains(
            "警告 表.csv 第 2 行“2025年税收（万元）”列 地块 A-1 [year.running] 2025 年的数据：导入日（2025-12-30）时该年尚未结束",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("2024 年的数据", run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private CommandRun Import(string on, string text) =>
        CommandRun.Of(["import", _scratch.Write("表.csv", text), "--store", _scratch["park.gpkg"], "--on", on]);
}
