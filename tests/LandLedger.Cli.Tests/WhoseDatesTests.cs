namespace LandLedger.Cli.Tests;

/// <summary>Days under the titles of a contract in a table that tells of a supplement: whose they are is not guessed.</summary>
public sealed class WhoseDatesTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public WhoseDatesTests() =>
        Import("台账.csv", "地块编号,面积（亩）,签订日期,约定动工日期\nA-1,30,2023-01-01,2024-01-01\n").Expect(0);

    [Theory]
    [InlineData("签订日期,约定动工日期,补充协议原因", "2024-05-01,2026-06-01,规划调整")]
    [InlineData("使用权人,约定动工日期,备注,延期原因", "甲,2026-06-01,,规划调整")]
    public void A_table_of_supplements_alone_is_not_read_and_the_start_of_the_contract_stays(string titles, string row)
    {
        var run = Import("补充.csv", $"地块编号,{titles}\nA-1,{row}\n").Expect(1);
        Assert.Contains("[supplement.dates-unclear]", run.Out, StringComparison.Ordinal);
        Assert.Contains("没有写明是合同的还是补充协议的", run.Out, StringComparison.Ordinal);
        Assert.Equal("2024-01-01|", Days());
    }

    [Fact]
    public void In_a_ledger_they_are_read_as_the_contracts_and_it_says_so()
    {
        var run = Import("台账.csv", "地块编号,面积（亩）,约定动工日期,延期原因\nA-1,30,2024-01-01,规划调整\n")
            .Expect(0);
        Assert.Contains("[supplement.reason-alone]", run.Out, StringComparison.Ordinal);
        Assert.Contains("“约定动工日期”按合同原来的约定读取", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_that_name_the_supplement_leave_nothing_open()
    {
        var run = Import(
                "补充.csv",
                "地块编号,补充协议签订日期,补充协议约定动工日期,补充协议原因\nA-1,2024-05-01,2026-06-01,规划调整\n"
            )
            .Expect(0);
        Assert.DoesNotContain("[supplement.", run.Out, StringComparison.Ordinal);
        Assert.Equal("2024-01-01|2026-06-01", Days());
    }

    public void Dispose() => _scratch.Dispose();

    private CommandRun Import(string name, string text) =>
        CommandRun.Of("import", _scratch.Write(name, text), "--store", _scratch["park.gpkg"], "--on", "2026-06-30");

    private string Days() =>
        Tool.Sqlite(
                _scratch["park.gpkg"],
                "SELECT p.agreed_start, s.agreed_start FROM plots p LEFT JOIN supplements s ON s.plot = p.plot"
            )
            .TrimEnd('\n');
}
