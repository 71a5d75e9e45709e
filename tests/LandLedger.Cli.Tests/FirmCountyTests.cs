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

    /// <summary>Y-9 of 331102 and of 331081, 10 mu each: the firm's row names no county.</summary>
    [Fact]
    public void A_firm_before_its_plot_sits_on_the_first_plot_of_the_number_as_one_after_it_does()
    {
        const string First = "地块编号,行政区代码,批准用途,面积（亩）\nY-9,331102,工业用地,10\n";
        const string Firm = Titles + "甲,Y-9,2025,50\n";
        const string Second = "地块编号,行政区代码,批准用途,面积（亩）\nY-9,331081,工业用地,10\n";
        using var after = new FirmPark(First);
        after.Import("企业.csv", Firm).Expect(0);
        after.Import("邻县.csv", Second).Expect(0);
        using var before = new FirmPark("地块编号,面积（亩）\nX-1,1\n");
        before.Import("企业.csv", Firm).Expect(0);
        before.Import("本县.csv", First).Expect(0);
        before.Import("邻县.csv", Second).Expect(0);

        Assert.Equal([null, 50000m], after.TaxPerMu());
        Assert.Equal([null, null, 50000m], before.TaxPerMu());
        Assert.DoesNotContain("[firm.", before.Check(), StringComparison.Ordinal);
        Assert.Equal(0, before.Verify().Exit);
    }

    [Fact]
    public void A_firm_before_two_plots_of_its_number_that_come_at_once_sits_on_neither_and_is_told()
    {
        _park.Import("企业.csv", Titles + "甲,Y-9,2025,50\n").Expect(0);
        var run = _park
            .Import(
                "新.csv",
                "地块编号,行政区代码,批准用途,面积（亩）\nY-9,331102,工业用地,10\nY-9,331081,工业用地,10\n"
            )
            .Expect(0);

        Assert.Contains("[firm.plot-ambiguous] 甲 登记在地块 Y-9", run.Out, StringComparison.Ordinal);
        Assert.Contains("警告 新.csv 第 ", run.Out, StringComparison.Ordinal);
        _park.Import("又.csv", "地块编号,行政区代码,面积（亩）\nY-8,331102,10\n").Expect(0);
        Assert.Empty(_park.Issues("firm.plot-ambiguous"));
    }

    [Fact]
    public void Plots_whose_number_two_counties_have_are_named_with_their_county()
    {
        const string Year = "企业名称,行政区代码,所在地块,年度,税收（万元）\n";
        _park.Import("乙.csv", Year + "乙,331102,Y-1,2024,10\n").Expect(0);
        var run = _park.Import("甲.csv", Year + "甲,331102,Y-1,2024,10\n甲,331102,Y-1,2025,40\n").Expect(0);
        Assert.Contains("[firm.year-missing] 乙 登记在地块331102:Y-1，", run.Out, StringComparison.Ordinal);
        Assert.Contains("[firm.year-missing] 乙 登记在地块331102:Y-1，", _park.Check(), StringComparison.Ordinal);

        var unshared = _park.Import("丙.csv", Year + "丙,331102,Y-1,2025,10\n丙,331081,Y-1,2025,\n").Expect(0);
        Assert.Contains(
            "[firm.share-unknown] 丙 2025年占用多宗地（331081:Y-1、331102:Y-1）",
            unshared.Out,
            StringComparison.Ordinal
        );
        var moved = _park.Import("甲.csv", Year + "甲,331102,Y-1,2024,10\n甲,331081,Y-1,2025,40\n").Expect(0);
        Assert.Contains("2025年 地块编号 未记录 → 331081:Y-1", moved.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_of_two_plots_of_one_number_are_told_apart()
    {
        var run = _park
            .Import(
                "台账.csv",
                "地块编号,行政区代码,批准用途,面积（亩）\nY-1,331102,工业用地,31\nY-1,331081,工业用地,11\nY-2,331102,工业用地,21\n"
            )
            .Expect(0);

        Assert.Contains("变更 331102:Y-1：", run.Out, StringComparison.Ordinal);
        Assert.Contains("变更 331081:Y-1：", run.Out, StringComparison.Ordinal);
        Assert.Contains("变更 Y-2：", run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _park.Dispose();
}
