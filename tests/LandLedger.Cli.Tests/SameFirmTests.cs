namespace LandLedger.Cli.Tests;

/// <summary>
/// A firm that stands in one row with its credit code and in another without, or under one name written in two ways, is one firm:
/// its tax counts once. Plots of 30 mu; 550,000 yuan are 18,333.33 yuan a mu.
/// </summary>
public sealed class SameFirmTests : IDisposable
{
    private const string Code = "91331102MA2E000019";
    private const string Coded = "企业名称,统一社会信用代码,所在地块,年度,税收（万元）\n";
    private const string Uncoded = "企业名称,所在地块,年度,税收（万元）\n";
    private const string WithCode = Coded + "甲公司," + Code + ",Y-1,2025,55\n";
    private const string WithoutCode = Uncoded + "甲公司,Y-1,2025,55\n";

    private readonly FirmPark _park = new(
        "地块编号,批准用途,实际用途,面积（亩）,是否竣工,实际竣工日期,核查日期,容积率\n"
            + "Y-1,工业用地,工业用地,30,是,2020-01-01,2026-05-01,1.5\nY-2,工业用地,工业用地,30,是,2020-01-01,2026-05-01,1.5\n"
    );

    [Theory]
    [InlineData(WithCode, WithoutCode)]
    [InlineData(WithoutCode, WithCode)]
    public void Of_two_tables_of_one_import_that_with_the_code_may_come_first_or_last(string first, string second)
    {
        var run = _park.Import([_park.Write("一.csv", first), _park.Write("二.csv", second)]).Expect(0);

        Assert.Contains("企业新增 1 家，变更 0 家，未变 0 家", run.Out, StringComparison.Ordinal);
        Assert.Equal([18333.33m, null], _park.TaxPerMu());
    }

    [Theory]
    [InlineData(WithCode, WithoutCode, "企业新增 0 家，变更 0 家，未变 1 家")]
    [InlineData(WithoutCode, WithCode, "企业新增 0 家，变更 1 家，未变 0 家")]
    public void Of_two_imports_that_with_the_code_may_come_first_or_last(string first, string second, string told)
    {
        _park.Import("一.csv", first).Expect(0);
        Assert.Contains(told, _park.Import("二.csv", second).Expect(0).Out, StringComparison.Ordinal);

        Assert.Equal([18333.33m, null], _park.TaxPerMu());
        Assert.Contains("企业新增 0 家，变更 0 家，未变 1 家", Again("一.csv", first), StringComparison.Ordinal);
        Assert.Contains("企业新增 0 家，变更 0 家，未变 1 家", Again("二.csv", second), StringComparison.Ordinal);
        Assert.Equal([18333.33m, null], _park.TaxPerMu());
    }

    [Fact]
    public void A_firm_that_gets_its_code_keeps_its_years_and_the_change_is_told()
    {
        _park.Import("一.csv", Uncoded + "甲公司,Y-1,2024,30\n").Expect(0);
        var run = _park.Import("二.csv", WithCode).Expect(0);

        Assert.Contains("变更企业 甲公司：用地企业信用代码 未记录 → " + Code, run.Out, StringComparison.Ordinal);
        Assert.Contains("2025年 税收 未记录 → 550,000元", run.Out, StringComparison.Ordinal);
        Assert.Single(_park.Issues("firm.joined"));
        Assert.Equal([18333.33m, null], _park.TaxPerMu());
        // What the first table said of the firm is still its own: without the row it goes.
        _park.Import("一.csv", Uncoded + "乙公司,Y-2,2024,30\n", "--end-all").Expect(0);
        Assert.Equal([18333.33m, 10000m], _park.TaxPerMu());
    }

    [Fact]
    public void A_later_year_without_the_code_is_a_year_of_the_firm()
    {
        _park.Import("一.csv", Coded + $"甲公司,{Code},Y-1,2024,15\n").Expect(0);
        _park.Import("二.csv", WithoutCode).Expect(0);

        Assert.Equal([18333.33m, null], _park.TaxPerMu());
    }

    [Theory]
    [InlineData("甲（集团）公司", " 甲(集团)公司 ")]
    [InlineData("ABB公司", "ａｂｂ 公司")]
    public void Names_are_compared_without_width_case_and_blanks(string one, string other)
    {
        _park.Import("一.csv", Uncoded + $"{one},Y-1,2025,55\n").Expect(0);
        _park.Import("二.csv", Uncoded + $"{other},Y-1,2025,55\n").Expect(0);

        Assert.Equal([18333.33m, null], _park.TaxPerMu());
    }

    [Fact]
    public void Codes_are_compared_without_width_case_and_blanks()
    {
        var run = _park
            .Import(
                "一.csv",
                Coded
                    + $"甲公司,{Code},Y-1,2025,55\n甲公司,91331102ma2e000019,Y-1,2025,55\n"
                    + "甲公司,９１３３１１０２ＭＡ２Ｅ００００１９,Y-1,2025,55\n甲公司, 91331102 MA2E000019 ,Y-1,2025,55\n"
            )
            .Expect(0);

        Assert.Contains("企业新增 1 家", run.Out, StringComparison.Ordinal);
        Assert.Empty(_park.Issues("credit-code.check"));
        Assert.Equal([18333.33m, null], _park.TaxPerMu());
    }

    [Fact]
    public void A_row_without_code_is_refused_by_name_where_two_codes_bear_it()
    {
        var run = _park
            .Import(
                "一.csv",
                Coded + $"甲公司,{Code},Y-1,2025,55\n甲公司,,Y-1,2025,5\n甲公司,91331102MA2E00002X,Y-2,2025,66\n",
                "--keep-good"
            )
            .Expect(0);

        Assert.Contains(
            $"[firm.ambiguous] 有几家企业都叫 甲公司（信用代码 {Code}、91331102MA2E00002X），本行没有信用代码",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Equal(["3 甲公司"], _park.Issues("firm.ambiguous"));
        Assert.Equal([18333.33m, 22000m], _park.TaxPerMu());
    }

    [Fact]
    public void A_firm_known_by_name_alone_that_two_codes_claim_leaves_the_tax_unknown_and_is_named()
    {
        _park.Import("一.csv", WithoutCode).Expect(0);
        _park.Import("二.csv", Coded + $"甲公司,{Code},Y-1,2025,55\n甲公司,91331102MA2E00002X,Y-2,2025,66\n").Expect(0);

        Assert.Equal([null, null], _park.TaxPerMu());
        Assert.Contains("[firm.name-shared] 甲公司 没有信用代码", _park.Check(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_with_and_without_the_code_that_differ_contradict_each_other()
    {
        _park.Import("一.csv", Coded + $"甲公司,{Code},Y-1,2025,55\n甲公司,,Y-1,2025,66\n", "--keep-good").Expect(0);

        Assert.Single(_park.Issues("firm-year.conflict"));
        Assert.Equal([null, null], _park.TaxPerMu());
    }

    [Fact]
    public void A_row_with_the_code_alone_speaks_of_the_firm_that_has_it()
    {
        _park.Import("一.csv", Coded + $"甲公司,{Code},Y-1,2024,15\n").Expect(0);
        _park.Import("二.csv", Coded + $",{Code},Y-1,2025,55\n").Expect(0);
        Assert.Equal([18333.33m, null], _park.TaxPerMu());

        var run = _park.Import("三.csv", Coded + ",91331102MA2E00002X,Y-1,2025,55\n").Expect(1);
        Assert.Contains("[firm.missing]", run.Out + run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _park.Dispose();

    private string Again(string name, string text) => _park.Import(name, text).Expect(0).Out;
}
