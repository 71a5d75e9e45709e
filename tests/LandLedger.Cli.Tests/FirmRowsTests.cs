namespace LandLedger.Cli.Tests;

/// <summary>What an import says of rows of firms that it takes in a way which nobody may expect.</summary>
public sealed class FirmRowsTests : IDisposable
{
    private const string Titles = "企业名称,地块编号,年度,税收（万元）,占用土地面积（亩）\n";

    private readonly Scratch _scratch = new();

    [Fact]
    public void A_firm_on_a_plot_that_is_not_there_is_told_at_its_row()
    {
        var run = Imported(Titles + "甲,Y-1,2025,100,30\n乙,Y-9,2025,10,33\n");
        Assert.Contains(
            "firms.csv 第 3 行 [firm.plot-unknown] 乙 登记在地块 Y-9，但台账中没有这宗地",
            run.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Figures_that_cannot_be_shared_out_are_told_with_the_plots()
    {
        var run = Imported(Titles + "甲,Y-1,2025,100,\n甲,Y-2,2025,100,\n");
        Assert.Contains(
            "[firm.share-unknown] 甲 2025年占用多宗地（Y-1、Y-2），分摊比例、用地面积、建筑面积均不齐，无法分摊",
            run.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_same_tax_in_two_rows_is_told_to_be_the_total_of_the_firm()
    {
        var run = Imported(Titles + "甲,Y-1,2025,100,30\n甲,Y-2,2025,100,20\n");
        Assert.Contains("[firm-year.repeated]", run.Out, StringComparison.Ordinal);
        Assert.Contains("甲 2025年的税收在第2行和本行都是1000000元", run.Out, StringComparison.Ordinal);
        var once = Imported(Titles + "甲,Y-1,2025,100,30\n甲,Y-2,2025,,20\n");
        Assert.DoesNotContain("firm-year.repeated", once.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_firm_whose_figure_is_repeated_is_told()
    {
        var run = Imported(Titles + "甲,Y-1,2025,100,30\n甲,Y-2,2025,100,20\n乙,Y-1,2025,7,30\n乙,Y-2,2025,7,20\n");
        Assert.Contains("此类共 2 处", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_of_one_of_two_plots_is_told_to_be_unused()
    {
        var run = Imported(
            "企业名称,地块编号,年度,税收（万元）,占用土地面积（亩）,分摊比例\n甲,Y-1,2025,100,10,20%\n甲,Y-2,2025,,20,\n"
        );
        Assert.Contains("[firm.share-unused] 甲 2025年占用多宗地（Y-1、Y-2）", run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private CommandRun Imported(string firms)
    {
        File.WriteAllText(_scratch["plots.csv"], "地块编号,面积（亩）\nY-1,30\nY-2,20\n");
        File.WriteAllText(_scratch["firms.csv"], firms);
        File.Delete(_scratch["park.gpkg"]);
        return CommandRun
            .Of("import", _scratch["plots.csv"], _scratch["firms.csv"], "--store", _scratch["park.gpkg"])
            .Expect(0);
    }
}
