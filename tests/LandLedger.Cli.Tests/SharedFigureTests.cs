namespace LandLedger.Cli.Tests;

/// <summary>
/// The ledger states the tax of a plot, and what its firms paid, shared out, comes to another figure: the ledger's counts, and both are told,
/// whichever of the two came first.
/// </summary>
public sealed class SharedFigureTests : IDisposable
{
    private const string Plots = "地块编号,批准用途,面积（亩）,";
    private const string Ledger = Plots + "2025年税收（万元）\nV-1,工业用地,10,20\nV-2,工业用地,20,90\n";
    private const string Firms = "企业名称,地块编号,年度,税收（万元）\n甲公司,V-1,2025,50\n乙公司,V-2,2025,89.2\n";
    private readonly FirmPark _park = new("地块编号,批准用途,面积（亩）\nV-1,工业用地,10\nV-2,工业用地,20\n");

    [Fact]
    public void Firms_after_the_ledger_are_told_at_their_row()
    {
        _park.Import("税收.csv", Ledger).Expect(0);
        var run = _park.Import("企业.csv", Firms).Expect(0);

        Contains("警告 企业.csv 第 2 行 地块 V-1 " + Told(""), run);
        // 89.2 and 90 are the same but for their rounding.
        Assert.Equal(["2 V-1"], _park.Issues("plot.figure-shared"));
        Assert.Equal([20000m, 45000m], _park.TaxPerMu());
        Assert.Contains(Told(""), _park.Check(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_ledger_after_firms_is_told_at_its_row()
    {
        _park.Import("企业.csv", Firms).Expect(0);
        Assert.Equal([50000m, 44600m], _park.TaxPerMu());
        var run = _park.Import("税收.csv", Ledger).Expect(0);

        Contains("警告 税收.csv 第 2 行 地块 V-1 " + Told(""), run);
        Assert.Equal([20000m, 45000m], _park.TaxPerMu());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Both_of_one_import_are_told_with_both_rows(bool firmsFirst)
    {
        string[] files = [_park.Write("税收.csv", Ledger), _park.Write("企业.csv", Firms)];
        var run = _park.Import(firmsFirst ? files.Reverse() : files).Expect(0);

        Contains("警告 企业.csv 第 2 行 地块 V-1 " + Told("（税收.csv 第 2 行）"), run);
        Assert.Equal([20000m, 45000m], _park.TaxPerMu());
    }

    [Fact]
    public void An_import_that_says_nothing_of_the_year_tells_nothing()
    {
        _park.Import([_park.Write("税收.csv", Ledger), _park.Write("企业.csv", Firms)]).Expect(0);

        _park.Import("旧.csv", Plots + "2024年税收（万元）\nV-1,工业用地,10,7\n").Expect(0);
        Assert.Empty(_park.Issues("plot.figure-shared"));
        _park.Import("权属.csv", "地块编号,使用权人\nV-1,甲公司\n").Expect(0);
        Assert.Empty(_park.Issues("plot.figure-shared"));
    }

    public void Dispose() => _park.Dispose();

    private static string Told(string at) =>
        $"[plot.figure-shared] V-1 2025年税收：地块台账{at}为 200,000元，按企业（甲公司）的数据分摊为 500,000元；两者不一";

    private static void Contains(string text, CommandRun run) =>
        Assert.Contains(text, run.Out, StringComparison.Ordinal);
}
