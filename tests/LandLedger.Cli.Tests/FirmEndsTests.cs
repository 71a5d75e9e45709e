using System.Text.Json.Nodes;
using LandLedger.GeoPackage;
using LandLedger.Import;

namespace LandLedger.Cli.Tests;

/// <summary>A table of firms that comes again without rows that it had: what is withdrawn, what stays, and that each is named.</summary>
public sealed class FirmEndsTests : IDisposable
{
    private const string Titles = "企业名称,地块编号,年度,税收（万元）\n";
    private const string Three = "甲公司,A-1,2025,80\n乙公司,A-1,2025,90\n丙公司,A-2,2025,10\n";

    private readonly Scratch _scratch = new();

    public FirmEndsTests() => Plots("地块编号,面积（亩）\nA-1,30\nA-2,20\nA-3,20\n").Expect(0);

    [Fact]
    public void A_firm_that_is_no_longer_in_its_file_ends_and_its_plot_no_longer_rests_on_it()
    {
        Import(Titles + Three).Expect(0);
        Assert.Equal(1_700_000m, TaxOf("A-1"));
        var run = Import(Titles + "甲公司,A-1,2025,80\n丙公司,A-2,2025,10\n").Expect(0);
        Assert.Contains("未变 2 家，终止 1 家", run.Out, StringComparison.Ordinal);
        Assert.Contains("终止企业 企业.csv：乙公司\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(800_000m, TaxOf("A-1"));
        var report = JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!;
        Assert.Equal(1, (int)report["firmsEnded"]!);
        Assert.Equal(
            """
            [{"firm":"乙公司","creditCode":null,"kind":"ended","file":"企业.csv","line":null,"facts":[{"field":"plot","year":2025,"plot":"A-1","old":"A-1","new":null},{"field":"tax","year":2025,"plot":null,"old":"900000","new":null}]}]
            """,
            report["firmChanges"]!.ToJsonString(
                new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        );

        Assert.Contains(
            "终止 0 家",
            Import(Titles + "甲公司,A-1,2025,80\n丙公司,A-2,2025,10\n").Expect(0).Out,
            StringComparison.Ordinal
        );
        Import(Titles + Three).Expect(0);
        Assert.Equal(1_700_000m, TaxOf("A-1"));
    }

    [Fact]
    public void A_row_of_a_firm_that_stays_is_withdrawn_and_told_as_its_change()
    {
        Import(Titles + "甲公司,A-1,2024,70\n甲公司,A-1,2025,80\n乙公司,A-2,2025,90\n").Expect(0);
        var run = Import(Titles + "甲公司,A-1,2024,70\n乙公司,A-3,2025,90\n").Expect(0);
        Assert.Contains("企业新增 0 家，变更 2 家，未变 0 家，终止 0 家", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            "变更企业 甲公司：2025年 地块编号 A-1 → 未记录；2025年 税收 800,000元 → 未记录\n",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "变更企业 乙公司：2025年 地块编号 未记录 → A-3；2025年 地块编号 A-2 → 未记录\n",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Equal([2024], Firm("甲公司").Years.Select(year => year.Year));
        Assert.Equal(["A-3"], Firm("乙公司").Occupancies.Select(on => on.Plot));
    }

    [Fact]
    public void A_table_of_another_year_withdraws_nothing_and_names_what_stays()
    {
        Import(Titles + "甲公司,A-1,2024,70\n乙公司,A-2,2024,90\n").Expect(0);
        var run = Import(Titles + "甲公司,A-1,2025,80\n").Expect(0);
        Assert.Equal(["乙公司 2024", "甲公司 2024"], Told("firm-rows.kept"));
        Assert.Contains("先前列有企业 乙公司 2024 年的数据，本次没有列，仍保留", run.Out, StringComparison.Ordinal);
        Assert.Contains("    → 如同名文件只列其他年度", run.Out, StringComparison.Ordinal);
        Assert.Equal(900_000m, Firm("乙公司").Years.Single().Tax?.Yuan);

        // What stayed is still that file's to withdraw.
        Import(Titles + "甲公司,A-1,2024,70\n甲公司,A-1,2025,80\n").Expect(0);
        Assert.Empty(Firm("乙公司").Years);
    }

    [Fact]
    public void What_another_file_states_stays_and_is_named_with_it()
    {
        Import(Titles + Three).Expect(0);
        ImportAs("税务.csv", Titles + "乙公司,A-1,2025,90\n").Expect(0);
        Import(Titles + "甲公司,A-1,2025,80\n丙公司,A-2,2025,10\n").Expect(0);
        Assert.Equal(1_700_000m, TaxOf("A-1"));
        Assert.Equal(["乙公司 2025"], Told("firm-rows.elsewhere"));
        ImportAs("税务.csv", Titles, "--end-all").Expect(0);
        Assert.Equal(800_000m, TaxOf("A-1"));
    }

    [Fact]
    public void A_table_that_has_none_of_its_firms_again_is_refused_unless_that_is_meant()
    {
        Import(Titles + Three).Expect(0);
        Assert.Contains("先前列有 3 家企业 2025 年", Import(Titles).Expect(1).Out, StringComparison.Ordinal);
        Assert.Contains(
            "[firm-rows.all]",
            Import(Titles + "丁公司,A-1,2025,5\n").Expect(1).Out,
            StringComparison.Ordinal
        );
        Import(Titles + "丁公司,A-1,2025,5\n", "--keep-good").Expect(0);
        Assert.Equal(1_750_000m, TaxOf("A-1"));
        Assert.Equal(["丙公司 2025", "乙公司 2025", "甲公司 2025"], Told("firm-rows.kept"));
        var run = Import(Titles + "丁公司,A-1,2025,5\n", "--end-all").Expect(0);
        Assert.Contains("终止企业 企业.csv：丙公司、乙公司、甲公司", run.Out, StringComparison.Ordinal);
        Assert.Contains("4 家企业中有 3 家不再列全", run.Out, StringComparison.Ordinal);
        Assert.Equal(50_000m, TaxOf("A-1"));
    }

    [Fact]
    public void While_a_row_is_refused_nothing_is_withdrawn()
    {
        Import(Titles + Three).Expect(0);
        var run = Import(Titles + "甲公司,A-1,2025,80\n乙公司,A-1,2025,很多\n", "--keep-good").Expect(0);
        Assert.Contains("[firm-rows.unsure]", run.Out, StringComparison.Ordinal);
        Assert.Equal(["丙公司 2025", "乙公司 2025"], Told("firm-rows.kept"));
        Assert.Equal(100_000m, TaxOf("A-2"));
    }

    [Fact]
    public void A_blank_cell_withdraws_neither_figures_nor_plots()
    {
        Import(Titles + Three).Expect(0);
        var run = Import(Titles + "甲公司,A-1,2025,\n乙公司,,2025,90\n丙公司,,,\n").Expect(0);
        Assert.Contains("变更 0 家，未变 3 家，终止 0 家", run.Out, StringComparison.Ordinal);
        Assert.Equal((1_700_000m, 100_000m), (TaxOf("A-1"), TaxOf("A-2")));
        Import(Titles + "甲公司,A-1,2025,80\n").Expect(0);
        Assert.Equal((800_000m, null), (TaxOf("A-1"), TaxOf("A-2")));
    }

    [Fact]
    public void A_file_of_the_same_name_from_another_county_withdraws_nothing_there()
    {
        Plots("地块编号,面积（亩）\nB-1,30\nB-2,30\n", "--county", "330100", "--end-all").Expect(0);
        Plots("地块编号,面积（亩）\nC-1,30\n", "--county", "650203").Expect(0);
        Import(Titles + "甲公司,B-1,2025,80\n乙公司,B-2,2025,90\n").Expect(0);
        Import(Titles + "丙公司,C-1,2025,10\n").Expect(0);
        Assert.Equal(["乙公司 2025", "甲公司 2025"], Told("firm-rows.kept"));
        Assert.Equal(900_000m, TaxOf("B-2"));
        Import(Titles + "甲公司,B-1,2025,80\n").Expect(0);
        Assert.Null(TaxOf("B-2"));
        Assert.Equal(100_000m, TaxOf("C-1"));
    }

    [Theory]
    [InlineData("10", "20")]
    [InlineData("20", "10")]
    public void Neither_of_two_areas_that_a_firm_takes_up_on_a_plot_becomes_a_fact(string first, string second)
    {
        const string titles = "企业名称,地块编号,年度,占用土地面积（亩）,占用建筑面积（亩）\n";
        Import(titles + "甲公司,A-1,2025,15,3\n").Expect(0);
        var text = titles + $"甲公司,A-1,2025,{first},4\n甲公司,A-1,2025,{second},\n";
        Import(text).Expect(1);
        var run = Import(text, "--keep-good").Expect(0);
        Assert.Contains("拒收 1 条", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            $"企业 甲公司 2025 年在地块 A-1 的占用土地面积前后不一：企业.csv 第 2 行为 {first}亩，本行为 {second}亩，均不采用",
            run.Out,
            StringComparison.Ordinal
        );
        var seat = Assert.Single(Firm("甲公司").Occupancies);
        Assert.Equal((15m, 4m), (seat.Land!.Value.Mu, seat.Floor!.Value.Mu));
    }

    [Fact]
    public void Firms_that_come_with_their_plots_are_of_the_county_of_these()
    {
        CommandRun
            .Of([
                "import",
                _scratch.Write("本县.csv", "行政区代码,地块编号,面积（亩）\n331100,Y-1,30\n"),
                _scratch.Write("企业.csv", "企业名称,地块编号,年度,税收（万元）\n甲,Y-1,2025,100\n"),
                "--store",
                _scratch["park.gpkg"],
            ])
            .Expect(0);
        CommandRun
            .Of([
                "import",
                _scratch.Write("另县.csv", "行政区代码,地块编号,面积（亩）\n331200,Z-1,20\n"),
                _scratch.Write("企业.csv", "企业名称,地块编号,年度,税收（万元）\n乙,Z-1,2025,50\n"),
                "--store",
                _scratch["park.gpkg"],
            ])
            .Expect(0);
        Assert.Equal(1_000_000m, TaxOf("Y-1"));
        Assert.Equal(500_000m, TaxOf("Z-1"));
    }

    public void Dispose() => _scratch.Dispose();

    private Firm Firm(string name)
    {
        using var store = GeoPackageStore.Open(_scratch["park.gpkg"], StoreMode.Read);
        return store.Firms().Single(firm => firm.Name == name);
    }

    /// <summary>The tax of 2025 that is shared out to a plot, in yuan.</summary>
    private decimal? TaxOf(string plot)
    {
        using var store = GeoPackageStore.Open(_scratch["park.gpkg"], StoreMode.Read);
        var shared = Metrics.Sharing.Of(store.Firms()).ByPlot;
        return shared
            .SingleOrDefault(of => of.Key.Number == plot)
            .Value?.SingleOrDefault(year => year.Year == 2025)
            ?.Tax?.Yuan;
    }

    private IEnumerable<string> Told(string code) =>
        JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!["issues"]!
            .AsArray()
            .Where(issue => (string)issue!["code"]! == code)
            .Select(issue => $"{issue!["value"]} {Year((string)issue["text"]!["en"]!)}");

    private static string Year(string sentence) =>
        sentence.Contains(" for 2024", StringComparison.Ordinal) ? "2024" : "2025";

    private CommandRun Plots(string text, params string[] options) =>
        CommandRun.Of(["import", _scratch.Write("台账.csv", text), "--store", _scratch["park.gpkg"], .. options]);

    private CommandRun Import(string text, params string[] options) => ImportAs("企业.csv", text, options);

    private CommandRun ImportAs(string name, string text, params string[] options) =>
        CommandRun.Of([
            "import",
            _scratch.Write(name, text),
            "--store",
            _scratch["park.gpkg"],
            "--report",
            _scratch["r.json"],
            .. options,
        ]);
}
