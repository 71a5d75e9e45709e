namespace LandLedger.Cli.Tests;

/// <summary>Ledgers of looks on site that come in another order than the looks were made.</summary>
public sealed class OlderLookTests : IDisposable
{
    private const string Titles = "地块编号,使用权人,面积（亩）,约定动工日期,核查日期,是否动工,实际动工日期\n";
    private const string Newer = Titles + "A-1,甲公司,30,2024-01-01,2026-06-01,是,2026-05-01\n";
    private const string Older = Titles + "A-1,甲公司,31,2024-01-01,2025-12-01,否,\n";

    private readonly Scratch _scratch = new();

    [Fact]
    public void What_an_older_look_saw_stays_behind_that_of_a_newer_one_and_is_named()
    {
        Import("新巡查.csv", Newer);
        var told = Import("旧巡查.csv", Older);
        Assert.Contains(
            "[look.older] 本行核查日期 2025-12-01 早于该地块已有的核查日期 2026-06-01：较早一次核查所见（是否动工）未采用",
            told,
            StringComparison.Ordinal
        );
        // Paper is no matter of a look.
        Assert.Contains("文件面积 30亩 → 31亩", told, StringComparison.Ordinal);
        AssertBegun();
    }

    [Fact]
    public void In_the_order_of_the_looks_nothing_is_named()
    {
        Import("旧巡查.csv", Older);
        Assert.DoesNotContain("look.older", Import("新巡查.csv", Newer), StringComparison.Ordinal);
        AssertBegun();
    }

    [Fact]
    public void Of_one_import_the_newer_look_counts_whichever_file_comes_first()
    {
        var files = new[] { _scratch.Write("新巡查.csv", Newer), _scratch.Write("旧巡查.csv", Older) };
        CommandRun.Of(["import", .. files, "--store", _scratch["park.gpkg"], "--on", "2026-11-30"]).Expect(0);
        AssertBegun();
    }

    public void Dispose() => _scratch.Dispose();

    private void AssertBegun() =>
        Assert.Equal(
            "1|2026-06-01",
            Tool.Sqlite(_scratch["park.gpkg"], "SELECT begun, observed_on FROM plots").TrimEnd('\n')
        );

    private string Import(string name, string text) =>
        CommandRun
            .Of("import", _scratch.Write(name, text), "--store", _scratch["park.gpkg"], "--on", "2026-11-30")
            .Expect(0)
            .Out;
}
