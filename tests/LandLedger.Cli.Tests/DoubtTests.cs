namespace LandLedger.Cli.Tests;

/// <summary>What is told to people about firms and places, in words.</summary>
public sealed class DoubtTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void Firms_that_cannot_be_shared_out_and_plots_that_are_not_there_are_told_in_words()
    {
        var store = _scratch["park.gpkg"];
        var plots = _scratch.Write(
            "台账.csv",
            "地块编号,面积（亩）,约定动工日期\nA-1,30,2024-03-01\nA-2,30,2024-03-01\n"
        );
        var firms = _scratch.Write(
            "企业.csv",
            "企业名称,年度,地块编号,税收（万元）\n甲公司,2024,A-1、A-2,80\n乙公司,2024,A-404,20\n"
        );
        CommandRun.Of("import", plots, firms, "--store", store).Expect(0);
        var doubts = CommandRun.Of("check", "--store", store).Expect(0).Out;
        Assert.Contains("甲公司 2024年占用多宗地", doubts, StringComparison.Ordinal);
        Assert.Contains("乙公司 登记在地块 A-404，但台账中没有这宗地", doubts, StringComparison.Ordinal);
        Assert.DoesNotContain("] firm.", doubts, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_that_contradict_each_other_are_told_at_their_cell_in_the_check_and_where_they_decide_nothing()
    {
        var store = _scratch["facts.gpkg"];
        var plots = _scratch.Write(
            "核查.csv",
            "地块编号,面积（亩）,约定动工日期,实际动工日期,核查日期,是否动工\nA-1,30,2022-01-01,2099-01-01,2026-01-01,是\n"
        );
        const string Both = "是否动工为“是”，实际动工日期为“2099-01-01”（核查日期 2026-01-01），互相矛盾";
        var import = CommandRun.Of("import", plots, "--store", store).Expect(0).Out;
        Assert.Contains(
            $"第 2 行“实际动工日期”列 地块 A-1 [facts.contradiction] {Both}",
            import,
            StringComparison.Ordinal
        );
        Assert.Contains(Both, CommandRun.Of("check", "--store", store).Expect(0).Out, StringComparison.Ordinal);
        var explained = CommandRun.Of("explain", "A-1", "--store", store, "--as-of", "2026-07-30").Expect(0).Out;
        Assert.Contains("待核实：是否动工、实际动工日期", explained, StringComparison.Ordinal);
        Assert.DoesNotContain("缺少：是否动工", explained, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_cannot_be_written_stops_the_import_before_it_begins()
    {
        var plots = _scratch.Write("台账.csv", "地块编号,面积（亩）,约定动工日期\nA-1,30,2024-03-01\n");
        var report = Path.Combine(_scratch["none"], "report.json");
        CommandRun.Of("import", plots, "--store", _scratch["s.gpkg"], "--report", report).Expect(2);
        Assert.False(File.Exists(_scratch["s.gpkg"]));
        var folder = CommandRun.Of("import", Path.GetDirectoryName(plots)!, "--store", _scratch["s.gpkg"]).Expect(2);
        Assert.Contains("是文件夹", folder.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();
}
