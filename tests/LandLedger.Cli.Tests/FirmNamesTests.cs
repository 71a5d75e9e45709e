namespace LandLedger.Cli.Tests;

/// <summary>A firm that changes its name is one firm under both: by its code, and where a table has no codes, too. A plot of 10 mu; 200,000 yuan are 20,000 yuan a mu.</summary>
public sealed class FirmNamesTests : IDisposable
{
    private const string Code = "91331102MA2E000019";
    private const string Other = "91331102MA2E00002X";
    private const string Titles = "企业名称,统一社会信用代码,地块编号,年度,税收（万元）\n";
    private const string Old = Titles + $"甲公司,{Code},Y-1,2025,20\n";
    private const string New = Titles + $"新甲公司,{Code},Y-1,2025,20\n";
    private const string OldTax = "企业名称,地块编号,年度,税收（万元）\n甲公司,Y-1,2025,20\n";
    private const string NewTax = "企业名称,地块编号,年度,税收（万元）\n新甲公司,Y-1,2025,20\n";

    private readonly FirmPark _park = new("地块编号,批准用途,面积（亩）\nY-1,工业用地,10\n");

    [Fact]
    public void A_new_name_is_a_change_with_the_old_and_the_new_one()
    {
        _park.Import("企业.csv", Old).Expect(0);
        var run = _park.Import("企业.csv", New).Expect(0);

        Assert.Contains("企业新增 0 家，变更 1 家", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            "变更企业 新甲公司：用地企业 甲公司 → 新甲公司",
            run.Out.ReplaceLineEndings(""),
            StringComparison.Ordinal
        );
        Assert.Equal(["2 新甲公司"], _park.Issues("firm.renamed"));
        Assert.Contains("未变 1 家", _park.Import("企业.csv", New).Expect(0).Out, StringComparison.Ordinal);
        Assert.Empty(_park.Issues("firm.renamed"));
        // An older table says nothing new.
        Assert.Contains("未变 1 家", _park.Import("企业.csv", Old).Expect(0).Out, StringComparison.Ordinal);
        Assert.Empty(_park.Issues("firm.other-name"));
        _park.Verify().Expect(0);
    }

    /// <summary>However the four tables come, their one tax counts once.</summary>
    [Theory]
    [InlineData(Old, New, NewTax, OldTax)]
    [InlineData(Old, NewTax, New, OldTax)]
    [InlineData(NewTax, New, Old, OldTax)]
    [InlineData(OldTax, NewTax, Old, New)]
    [InlineData(NewTax, OldTax, New, Old)]
    public void Tables_without_codes_may_use_either_name(params string[] tables)
    {
        for (var i = 0; i < tables.Length; i++)
            _park.Import($"{i}.csv", tables[i]).Expect(0);

        Assert.Equal([20000m], _park.TaxPerMu());
        _park.Verify().Expect(0);
    }

    /// <summary>A code that was copied to the row below gives a firm a name that is not its own; once corrected, the name is that of the other.</summary>
    [Fact]
    public void A_name_belongs_to_the_firm_that_bears_it_before_one_that_was_called_so()
    {
        _park.Import("企业.csv", Titles + $"甲公司,{Code},Y-1,2025,20\n乙公司,{Code},Y-1,2024,1\n").Expect(0);
        _park.Import("企业.csv", Titles + $"甲公司,{Code},Y-1,2025,20\n乙公司,{Other},Y-1,2025,10\n").Expect(0);
        _park.Import("税.csv", "企业名称,地块编号,年度,税收（万元）\n乙公司,Y-1,2025,10\n").Expect(0);

        Assert.Equal([30000m], _park.TaxPerMu());
    }

    /// <summary>Two firms that both say 办理中 are two; the same code with a wrong check is one.</summary>
    [Theory]
    [InlineData("办理中", "credit-code.none", 2)]
    [InlineData("0", "credit-code.none", 2)]
    [InlineData("000000000000000000", "credit-code.none", 2)]
    [InlineData("9133110", "credit-code.none", 2)]
    [InlineData("91331102MA2E000018", "credit-code.check", 1)]
    [InlineData("330000000012345", "credit-code.check", 1)]
    public void What_is_no_code_makes_no_two_firms_one(string code, string issue, int firms)
    {
        var run = _park
            .Import("企业.csv", Titles + $"甲公司,{code},Y-1,2025,20\n乙公司,{code},Y-1,2024,10\n")
            .Expect(0);

        Assert.Contains($"企业新增 {firms} 家", run.Out, StringComparison.Ordinal);
        Assert.Equal(2, _park.Issues(issue).Count());
    }

    [Theory]
    [InlineData("甲公司,,Y-1,2025,撤销\n甲公司,,Y-1,2025,20\n")]
    [InlineData("甲公司,,Y-1,2025,20\n甲公司,,Y-1,2025,撤销\n")]
    public void A_figure_that_one_row_states_and_another_takes_back_is_refused_of_a_new_firm_too(string rows)
    {
        for (var i = 0; i < 2; i++)
        {
            _park.Import("企业.csv", Titles + rows).Expect(1);
            Assert.Single(_park.Issues("firm-year.conflict"));
        }
        Assert.Equal([null], _park.TaxPerMu());
    }

    public void Dispose() => _park.Dispose();
}
