namespace LandLedger.Cli.Tests;

/// <summary>What an import says of one firm makes unknown what others come to on their plots: told at the import, plot by plot.</summary>
public sealed class FirmDoubtTests : IDisposable
{
    private const string Code = "91331102MA2E000019";
    private const string Other = "91331102MA2E00002X";
    private const string Titles = "企业名称,统一社会信用代码,地块编号,年度,税收（万元）\n";

    private readonly FirmPark _park = new(
        "地块编号,批准用途,面积（亩）\nY-1,工业用地,10\nY-2,工业用地,20\nY-3,工业用地,30\n"
    );

    [Fact]
    public void Two_codes_of_a_name_that_stands_without_one_are_told_with_all_three_plots()
    {
        _park.Import("一.csv", Titles + "丁公司,,Y-3,2025,150\n").Expect(0);
        Assert.Equal([null, null, 50000m], _park.TaxPerMu());
        var run = _park.Import("二.csv", Titles + $"丁公司,{Code},Y-1,2025,50\n丁公司,{Other},Y-2,2025,80\n").Expect(0);

        Assert.Contains(
            "[firm.name-shared] 丁公司 没有信用代码，而有几家有代码的企业同名，可能是其中一家；地块 Y-3 2025年的合计记为未知",
            run.Out + Listed(),
            StringComparison.Ordinal
        );
        Assert.Equal(["Y-1", "Y-2", "Y-3"], _park.Issues("firm.name-shared").Select(issue => issue.Split(' ')[1]));
        Assert.Equal([null, null, null], _park.TaxPerMu());

        // What was so before is no news.
        _park.Import("三.csv", Titles + "戊公司,,Y-1,2025,1\n").Expect(0);
        Assert.Empty(_park.Issues("firm.name-shared"));

        string Listed() => _park.Check();
    }

    [Fact]
    public void A_firm_that_has_no_figures_of_a_year_of_its_neighbours_is_told_at_its_row()
    {
        _park.Import("甲.csv", Titles + $"甲公司,{Code},Y-1,2024,10\n甲公司,{Code},Y-1,2025,40\n").Expect(0);
        var run = _park.Import("乙.csv", Titles + $"乙公司,{Other},Y-1,2024,10\n").Expect(0);

        Assert.Contains(
            "警告 乙.csv 第 2 行 地块 Y-1 [firm.year-missing] 乙公司 登记在地块Y-1，但没有2025年的数据，该地块2025年合计记为未知",
            run.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_new_year_of_one_firm_that_its_neighbour_lacks_is_told_at_the_row_that_brings_it()
    {
        _park.Import("乙.csv", Titles + $"乙公司,{Other},Y-1,2024,10\n").Expect(0);
        var run = _park.Import("甲.csv", Titles + $"甲公司,{Code},Y-1,2024,10\n甲公司,{Code},Y-1,2025,40\n").Expect(0);

        Assert.Contains(
            "警告 甲.csv 第 2 行 地块 Y-1 [firm.year-missing] 乙公司 登记在地块Y-1，但没有2025年的数据",
            run.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_code_under_two_names_is_told_with_both_names()
    {
        var run = _park.Import("一.csv", Titles + $"丙公司,{Code},Y-1,2025,60\n丁公司,{Code},Y-1,2024,50\n").Expect(0);

        Assert.Contains(
            $"警告 一.csv 第 3 行 [firm.other-name] 信用代码 {Code} 在本行的企业名称是“丁公司”，此前是“丙公司”；同一代码按同一家企业计算，名称仍用“丙公司”",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("企业新增 1 家", run.Out, StringComparison.Ordinal);
        // Of another import, too; a name that is only written otherwise is the same.
        Assert.Contains("[firm.renamed]", Out($"戊公司,{Code},Y-1,2023,50\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("[firm.other-name]", Out($" 丙 公司,{Code},Y-1,2023,50\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_codes_of_one_name_on_one_plot_are_told_with_both_codes()
    {
        _park.Import("一.csv", Titles + $"乙公司,{Code},Y-2,2025,60\n").Expect(0);
        var run = _park.Import("二.csv", Titles + $"乙公司,{Other},Y-2,2025,60\n").Expect(0);

        var told = $"[firm.namesakes] Y-2 上叫 乙公司 的企业有几个信用代码（{Code}、{Other}），按不同的企业分别计算";
        Assert.Contains("警告 二.csv 第 2 行 " + told, run.Out, StringComparison.Ordinal);
        Assert.Contains(told, _park.Check(), StringComparison.Ordinal);

        // Corrected, it is one; elsewhere it may be another firm.
        _park.Import("二.csv", Titles + $"乙公司,{Code},Y-2,2025,60\n乙公司,{Other},Y-3,2025,60\n").Expect(0);
        Assert.Empty(_park.Issues("firm.namesakes"));
        Assert.Equal([null, 30000m, 20000m], _park.TaxPerMu());
    }

    public void Dispose() => _park.Dispose();

    private string Out(string rows) => _park.Import("又.csv", Titles + rows).Expect(0).Out;
}
