namespace LandLedger.Cli.Tests;

/// <summary>Firms on a plot whose number two counties have: Y-1 of 331081 with 10 mu, of 331102 with 30.</summary>
public sealed class FirmCountyTests : IDisposable
{
    private const string Titles = "企业名称,所在地块,年度,税收（万元）\n";

    private readonly FirmPark _park = new(
        "地块编号,行政区代码,批准用途,面积（亩）\nY-1,331102,工业用地,30\nY-1,331081,工业用地,10\nY-2,331102,工业用地,20\n"
    );

    [Fact]
    public void A_row_that_names_no_county_is_refused_as_ambiguous()
    {
        var run = _park.Import("企业.csv", Titles + "甲,Y-1,2025,55\n乙,Y-2,2025,4\n", "--keep-good").Expect(0);

        Assert.Contains("[plot.ambiguous] 地块编号 Y-1 在多个县（市、区）存在", run.Out, StringComparison.Ordinal);
        Assert.Equal(["2 Y-1"], _park.Issues("plot.ambiguous"));
        Assert.Equal([null, null, 2000m], _park.TaxPerMu());
    }

    [Fact]
    public void The_county_of_the_call_says_which_plot_is_meant()
    {
        _park.Import("企业.csv", Titles + "甲,Y-1,2025,5\n", "--county", "331081").Expect(0);

        Assert.Equal([5000m, null, null], _park.TaxPerMu());
    }

    [Fact]
    public void The_county_of_the_row_says_which_plot_is_meant_and_each_gets_its_own()
    {
        var run = _park
            .Import(
                "企业.csv",
                "企业名称,行政区代码,所在地块,年度,税收（万元）\n甲,331081,Y-1,2025,5\n乙,331102,Y-1,2025,6\n丙,331081,Y-2,2025,7\n"
            )
            .Expect(0);

        Assert.DoesNotContain("列未导入", run.Out, StringComparison.Ordinal);
        Assert.Contains("丙 登记在地块 331081:Y-2，但台账中没有这宗地", run.Out, StringComparison.Ordinal);
        Assert.Equal([5000m, 2000m, null], _park.TaxPerMu());
        Assert.Contains("丙 登记在地块 331081:Y-2", _park.Check(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_firm_on_both_plots_of_a_number_shares_by_area_and_leaves_one_of_them()
    {
        const string Both =
            "企业名称,行政区代码,所在地块,年度,用地面积（亩）,税收（万元）\n甲,331081,Y-1,2025,10,60\n甲,331102,Y-1,2025,30,\n";
        _park.Import("企业.csv", Both).Expect(0);
        Assert.Equal([15000m, 15000m, null], _park.TaxPerMu());

        var again = _park.Import("企业.csv", Both).Expect(0);
        Assert.Contains("企业新增 0 家，变更 0 家，未变 1 家", again.Out, StringComparison.Ordinal);
        // A county without any row is none that the table speaks of; one with a row is.
        _park
            .Import(
                "企业.csv",
                Both.Replace("甲,331102,Y-1,2025,30,\n", "乙,331102,Y-2,2025,1,0\n", StringComparison.Ordinal)
            )
            .Expect(0);
        Assert.Equal([60000m, null, 0m], _park.TaxPerMu());
    }

    [Fact]
    public void A_plot_of_another_county_with_the_number_takes_nothing_of_what_was_clear_before()
    {
        _park.Import("企业.csv", Titles + "乙,Y-2,2025,4\n").Expect(0);
        _park.Import("邻县.csv", "地块编号,行政区代码,面积（亩）\nY-2,331081,50\n").Expect(0);

        Assert.Equal([null, null, null, 2000m], _park.TaxPerMu());
        Assert.DoesNotContain("[firm.", _park.Check(), StringComparison.Ordinal);
    }

    public void Dispose() => _park.Dispose();
}
