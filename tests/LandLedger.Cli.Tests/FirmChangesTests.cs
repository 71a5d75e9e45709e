using System.Text.Json.Nodes;
using LandLedger.GeoPackage;
using LandLedger.Import;

namespace LandLedger.Cli.Tests;

/// <summary>What an import made of firms is told as of plots: how many came, changed or stayed, and each change with year, old and new value.</summary>
public sealed class FirmChangesTests : IDisposable
{
    private const string Titles = "企业名称,地块编号,年度,税收（万元）,主营业务收入（万元）,占用土地面积（亩）\n";

    private readonly Scratch _scratch = new();

    public FirmChangesTests()
    {
        var plots = _scratch.Write("台账.csv", "地块编号,面积（亩）\nA-1,30\nA-2,20\n");
        CommandRun.Of("import", plots, "--store", _scratch["park.gpkg"]).Expect(0);
        var first = Import(Titles + "甲公司,A-1,2025,80,500,30\n乙公司,A-2,2025,90,,20\n");
        Assert.Contains("企业新增 2 家，变更 0 家，未变 0 家", first.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("变更企业", first.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_figure_is_told_with_its_year_and_both_values()
    {
        var run = Import(
            "企业名称,地块编号,年度,税收（万元）\n甲公司,A-1,2025,100\n乙公司,A-2,2025,90\n丙公司,A-2,2025,1\n"
        );
        Assert.Contains("企业新增 1 家，变更 1 家，未变 1 家", run.Out, StringComparison.Ordinal);
        Assert.Contains("变更企业 甲公司：2025年 税收 800,000元 → 1,000,000元\n", run.Out, StringComparison.Ordinal);
        var report = JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!;
        Assert.Equal(
            (3, 1, 1, 1),
            ((int)report["firms"]!, (int)report["firmsAdded"]!, (int)report["firmsChanged"]!, (int)report["firmsSame"]!)
        );
        Assert.Equal(
            """
            [{"firm":"甲公司","creditCode":null,"kind":"changed","file":"企业.csv","line":2,"facts":[{"field":"tax","year":2025,"plot":null,"old":"800000","new":"1000000"}]},{"firm":"丙公司","creditCode":null,"kind":"added","file":"企业.csv","line":4,"facts":[]}]
            """,
            report["firmChanges"]!.ToJsonString(
                new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        );
    }

    [Fact]
    public void What_a_row_leaves_out_of_a_firm_on_a_plot_stays_and_what_it_adds_is_told()
    {
        var run = Import(
            "企业名称,地块编号,年度,占用土地面积（亩）\n甲公司,A-1,2025,\n甲公司,A-2,2025,5\n乙公司,A-2,2025,15\n"
        );
        Assert.Contains(
            "变更企业 甲公司：2025年 地块编号 未记录 → A-2；2025年 地块 A-2 占用土地面积 未记录 → 5亩\n",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "变更企业 乙公司：2025年 地块 A-2 占用土地面积 20亩 → 15亩\n",
            run.Out,
            StringComparison.Ordinal
        );
        using var store = GeoPackageStore.Open(_scratch["park.gpkg"], StoreMode.Read);
        var firm = store.Firms().Single(firm => firm.Name == "甲公司");
        Assert.Equal([("A-1", 30m), ("A-2", 5m)], firm.Occupancies.Select(on => (on.Plot, on.Land!.Value.Mu)));
    }

    [Fact]
    public void What_rows_of_a_firm_contradict_each_other_in_is_no_change()
    {
        var run = Import(Titles + "甲公司,A-1,2025,100,500,30\n甲公司,A-1,2025,110,500,30\n", "--keep-good");
        Assert.Contains("企业新增 0 家，变更 0 家，未变 1 家", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("变更企业", run.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private CommandRun Import(string text, params string[] options) =>
        CommandRun
            .Of([
                "import",
                _scratch.Write("企业.csv", text),
                "--store",
                _scratch["park.gpkg"],
                "--report",
                _scratch["r.json"],
                .. options,
            ])
            .Expect(0);
}
