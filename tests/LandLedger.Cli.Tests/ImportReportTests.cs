using System.Text.Json.Nodes;

namespace LandLedger.Cli.Tests;

/// <summary>What an import says of itself: how many it refused, what it did where its report is lost, and where the rest of many issues is.</summary>
public sealed class ImportReportTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void A_firm_row_that_contradicts_another_counts_as_refused()
    {
        var plots = _scratch.Write("地块.csv", "地块编号,面积（亩）\nA-1,30\nA-2,20\n");
        var firms = _scratch.Write(
            "企业.csv",
            "企业名称,地块编号,年度,税收（万元）\n甲,A-1,2023,100\n甲,A-2,2023,80\n"
        );
        var refused = CommandRun.Of("import", plots, firms, "--store", _scratch["s.gpkg"]).Expect(1).Out;
        Assert.Contains("有 1 条记录或文件被拒收", refused, StringComparison.Ordinal);

        string[] keep = ["--store", _scratch["s.gpkg"], "--keep-good", "--report", _scratch["r.json"]];
        Assert.Contains(
            "拒收 1 条",
            CommandRun.Of(["import", plots, firms, .. keep]).Expect(0).Out,
            StringComparison.Ordinal
        );
        var report = JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!;
        Assert.Equal((1, "done-in-part"), ((int)report["refused"]!, (string)report["outcome"]!));
    }

    [Fact]
    public void An_import_whose_report_cannot_be_written_says_that_it_is_done()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No device that is always full");
        var plots = _scratch.Write("地块.csv", "地块编号,面积（亩）\nA-1,30\n");
        var run = CommandRun.Of("import", plots, "--store", _scratch["s.gpkg"], "--report", "/dev/full").Expect(3);
        Assert.Contains("导入完成：新增 1 宗", run.Out, StringComparison.Ordinal);
        Assert.Contains("导入本身已经完成", run.Error, StringComparison.Ordinal);
        Assert.Contains("磁盘已满，/dev/full 没有写成", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        60,
        false,
        "另有 10 条问题未列出；可加 --report FILE.json 写出清单（同一文件的同类问题最多列 1000 条）"
    )]
    [InlineData(60, true, "另有 10 条问题，完整清单见 --report 文件")]
    [InlineData(1100, true, "另有 1050 条问题；--report 文件逐条列出，同一文件的同类问题只列前 1000 条，其余计数")]
    public void Where_the_rest_of_many_issues_stands_is_told_as_it_is(int wrong, bool hasFile, string told)
    {
        var rows = Enumerable.Range(1, wrong).Select(number => $"A-{number},2023-13-45\n");
        var plots = _scratch.Write("地块.csv", "地块编号,合同签订日期\n" + string.Concat(rows));
        string[] file = hasFile ? ["--report", _scratch["r.json"]] : [];
        var run = CommandRun.Of(["import", plots, "--store", _scratch["s.gpkg"], .. file]).Expect(1);
        Assert.Contains(told + "\n", run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();
}
