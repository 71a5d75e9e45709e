namespace LandLedger.Cli.Tests;

/// <summary>A ledger of plots that names the firm of a plot gives the figures of the row to the firm.</summary>
public sealed class LedgerFirmTests : IDisposable
{
    private readonly FirmPark _park = new("地块编号,行政区代码,批准用途,面积（亩）\nV-1,331102,工业用地,30\n");

    [Theory]
    [InlineData("用地企业,年度,税收（万元）\n", "四公司,2025,5\n")]
    [InlineData("用地企业,用地企业信用代码,占用土地面积（亩）,2025年税收（万元）\n", "四公司,,30,5\n")]
    public void The_tax_of_the_row_is_that_of_its_firm(string titles, string cells)
    {
        var text = "地块编号,行政区代码,批准用途,面积（亩）," + titles + "W-1,331102,工业用地,30," + cells;
        foreach (var options in new string[][] { [], ["--layout", "own"] })
        {
            var run = _park.Import("地块.csv", text, options).Expect(0);
            Assert.Contains(
                options.Length == 0 ? "企业新增 1 家" : "企业新增 0 家，变更 0 家，未变 1 家",
                run.Out,
                StringComparison.Ordinal
            );
            Assert.Equal([null, 1666.67m], _park.TaxPerMu());
        }
        // A table of firms that says the same adds nothing.
        _park.Import("企业.csv", "企业名称,所在地块,年度,税收（万元）\n四公司,W-1,2025,5\n").Expect(0);
        Assert.Equal([null, 1666.67m], _park.TaxPerMu());
    }

    [Fact]
    public void A_row_that_no_longer_names_the_firm_withdraws_what_it_said_of_it()
    {
        const string Titles = "地块编号,行政区代码,批准用途,面积（亩）,用地企业,年度,税收（万元）\n";
        _park
            .Import("地块.csv", Titles + "W-1,331102,工业用地,30,四公司,2025,5\nW-2,331102,工业用地,30,五公司,2025,6\n")
            .Expect(0);
        Assert.Equal([null, 1666.67m, 2000m], _park.TaxPerMu());

        _park
            .Import("地块.csv", Titles + "W-1,331102,工业用地,30,四公司,2025,5\nW-2,331102,工业用地,30,,,\n")
            .Expect(0);
        Assert.Equal([null, 1666.67m, null], _park.TaxPerMu());
    }

    [Fact]
    public void The_firm_of_a_plot_named_by_its_supervision_number_sits_on_that_plot()
    {
        _park.Import("号.csv", "地块编号,行政区代码,电子监管号\nV-1,331102,3311022020B00001\n").Expect(0);
        _park
            .Import(
                "监管.csv",
                "电子监管号,用地企业,年度,税收（万元）,批准用途\n3311022020B00001,四公司,2025,6,工业用地\n",
                "--layout",
                "own"
            )
            .Expect(0);

        Assert.Equal([2000m], _park.TaxPerMu());
    }

    [Fact]
    public void Figures_that_may_be_those_of_each_plot_are_told_how_to_be_stated_so()
    {
        const string Titles = "地块编号,行政区代码,批准用途,面积（亩）,用地企业,年度,税收（万元）\n";
        const string Rows = "W-1,331102,工业用地,30,四公司,2025,5\nW-2,331102,工业用地,30,四公司,2025,6\n";
        const string Fix = "请把“用地企业”列的标题改为“使用权人”后重新导入";
        var differing = _park.Import("地块.csv", Titles + Rows).Expect(1);
        Assert.Contains("[firm-year.conflict]", differing.Out, StringComparison.Ordinal);
        Assert.Contains(Fix, differing.Out, StringComparison.Ordinal);
        var same = _park.Import("地块.csv", Titles + Rows.Replace(",6", ",5", StringComparison.Ordinal)).Expect(0);
        Assert.Contains("[firm-year.repeated]", same.Out, StringComparison.Ordinal);
        Assert.Contains(Fix, same.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("在企业表中", same.Out, StringComparison.Ordinal);

        // The fix does what it says.
        var titled = Titles.Replace("用地企业", "使用权人", StringComparison.Ordinal) + Rows;
        _park.Import("地块.csv", titled, "--end-all").Expect(0);
        Assert.Equal([null, 1666.67m, 2000m], _park.TaxPerMu());
    }

    [Fact]
    public void A_ledger_is_not_told_to_be_imported_empty()
    {
        const string Titles = "地块编号,行政区代码,批准用途,面积（亩）,用地企业,年度,税收（万元）\n";
        _park.Import("地块.csv", Titles + "W-1,331102,工业用地,30,四公司,2024,5\n").Expect(0);
        var run = _park.Import("地块.csv", Titles + "W-1,331102,工业用地,30,四公司,2025,5\n").Expect(0);

        Assert.Contains("[firm-rows.kept]", run.Out, StringComparison.Ordinal);
        Assert.Contains("不要以 --end-all 导入只有表头的台账", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("或先以 --end-all 导入", run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _park.Dispose();
}
