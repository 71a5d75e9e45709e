using System.Text.Json.Nodes;

namespace LandLedger.Cli.Tests;

/// <summary>Areas under a title that states no unit, each told at its own cell: 20,000 m² are 2 ha and 30 mu.</summary>
public sealed class UnstatedAreaTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void Each_area_that_no_plot_has_is_told_at_its_cell_with_what_it_would_be_in_other_units()
    {
        var issues = Import(0, Ledger("地块编号,面积\nA-1,20000\nA-2,30\nA-3,\"2,000\"\nA-4,20000平方米\nA-5,0.8\n"));
        Assert.Equal(
            [(2, 2, "20000", "A-1"), (4, 2, "2,000", "A-3"), (6, 2, "0.8", "A-5")],
            issues.Select(issue =>
                ((int)issue["line"]!, (int)issue["column"]!, (string)issue["value"]!, (string)issue["plot"]!)
            )
        );
        Assert.All(issues, issue => Assert.Equal("area.unstated warn", $"{issue["code"]} {issue["severity"]}"));
        Assert.Equal(
            "“面积”没有注明单位，“20000”读作 20,000亩，不像一宗地的面积（通常在1亩至1,500亩之间）；按平方米为 30亩，按公顷为 300,000亩",
            (string)issues[0]["text"]!["zh"]!
        );
        Assert.Equal(
            "请在列标题注明单位后重新导入：“面积（平方米）”“面积（公顷）”或“面积（亩）”",
            (string)issues[0]["fix"]!["zh"]!
        );
    }

    [Fact]
    public void An_area_beyond_all_range_is_refused_with_the_same_readings()
    {
        var issue = Assert.Single(Import(1, Ledger("地块编号,面积\nA-1,250000\n")));
        Assert.Equal(("area.unstated", "refuse"), ((string)issue["code"]!, (string)issue["severity"]!));
        Assert.Contains("按平方米为 375亩", (string)issue["text"]!["zh"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_land_of_a_firm_is_told_too()
    {
        var firms = _scratch.Write("企业.csv", "企业名称,年度,占地面积,税收（万元）\n甲公司,2024,20000,80\n");
        var issue = Assert.Single(Import(0, firms));
        Assert.Equal(
            ("area.unstated", "occupied_mu", 2, 3),
            ((string)issue["code"]!, (string)issue["field"]!, (int)issue["line"]!, (int)issue["column"]!)
        );
    }

    /// <summary>The outline is 30 mu: a contract that rounds differently still tells its unit.</summary>
    [Theory]
    [InlineData("20000", "平方米")]
    [InlineData("21000", "平方米")]
    [InlineData("2.1", "公顷")]
    [InlineData("0.02", "平方公里")]
    public void Beside_an_outline_the_unit_that_fits_is_named_and_the_row_refused(string written, string unit)
    {
        var issue = Assert.Single(Import(1, Ledger($"地块编号,面积\nA-1,{written}\n"), Outline(200)));
        Assert.Equal(
            ("area.unit", "refuse", 2),
            ((string)issue["code"]!, (string)issue["severity"]!, (int)issue["line"]!)
        );
        Assert.EndsWith(
            $"图形面积为 30.0000 亩（EPSG:4528），单位疑为{unit}",
            (string)issue["text"]!["zh"]!,
            StringComparison.Ordinal
        );
    }

    /// <summary>13,400 by 100 m are 2,010 mu.</summary>
    [Fact]
    public void A_large_area_that_its_outline_bears_out_is_no_doubt() =>
        Assert.Empty(Import(0, Ledger("地块编号,面积\nA-1,2010\n"), Outline(13_400)));

    [Fact]
    public void Without_outline_the_area_stated_before_tells_the_unit()
    {
        Import(0, Ledger("地块编号,面积（亩）\nA-1,30\n"));
        var issue = Assert.Single(Import(1, Ledger("地块编号,面积\nA-1,20000\n")));
        Assert.Equal(
            "文件面积没有注明单位，读作 20000 亩，而该地块原记为 30 亩，单位疑为平方米",
            (string)issue["text"]!["zh"]!
        );
        Assert.Equal(
            ("area.unit-before", "refuse", 2, 2, "20000"),
            (
                (string)issue["code"]!,
                (string)issue["severity"]!,
                (int)issue["line"]!,
                (int)issue["column"]!,
                (string)issue["value"]!
            )
        );
        // Under a stated unit it is taken, and still doubted.
        var stated = Assert.Single(Import(0, Ledger("地块编号,面积（亩）\nA-1,20000\n")));
        Assert.Equal(("area.doubtful", "warn"), ((string)stated["code"]!, (string)stated["severity"]!));
    }

    public void Dispose() => _scratch.Dispose();

    private string Ledger(string text) => _scratch.Write("台账.csv", text);

    /// <summary>A strip 100 m wide.</summary>
    private string Outline(int metres)
    {
        var ring = $"[40520000,3353000],[{40520000 + metres},3353000],[{40520000 + metres},3353100],[40520000,3353100]";
        return _scratch.Write(
            "界址.geojson",
            """{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4528"}},"features":["""
                + """{"type":"Feature","properties":{"地块编号":"A-1"},"geometry":{"type":"Polygon","coordinates":"""
                + $"[[{ring},[40520000,3353000]]]}}}}]}}"
        );
    }

    /// <summary>The issues about areas.</summary>
    private List<JsonNode> Import(int exit, params string[] files)
    {
        CommandRun
            .Of(["import", .. files, "--store", _scratch["park.gpkg"], "--report", _scratch["r.json"]])
            .Expect(exit);
        return
        [
            .. JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!["issues"]!
                .AsArray()
                .Where(issue => ((string)issue!["code"]!).StartsWith("area.", StringComparison.Ordinal))
                .Select(issue => issue!),
        ];
    }
}
