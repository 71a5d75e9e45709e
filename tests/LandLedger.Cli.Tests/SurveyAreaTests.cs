using System.Text.Encodings.Web;
using System.Text.Json.Nodes;

namespace LandLedger.Cli.Tests;

/// <summary>
/// The area that a boundary text states for its outline, the area of the contract, and the drawn one. The plot of the tests is a
/// square of 200 by 100 m: 2 ha, 30 mu, as 20,000 m² say.
/// </summary>
public sealed class SurveyAreaTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("20000", "平方米", "300000")]
    [InlineData("30", "亩", "450")]
    public void An_area_without_unit_that_fits_the_outline_in_another_unit_comes_with_that_unit(
        string written,
        string unit,
        string read
    )
    {
        var report = Import(0, Survey("界址.txt", written));
        var issue = Assert.Single(Issues(report, "area."));
        Assert.Equal(
            ("area.unit", "warn", "survey_mu", 13, 2),
            (
                (string)issue["code"]!,
                (string)issue["severity"]!,
                (string)issue["field"]!,
                (int)issue["line"]!,
                (int)issue["column"]!
            )
        );
        Assert.Equal((written, "A-1"), ((string)issue["value"]!, (string)issue["plot"]!));
        Assert.Equal(
            $"测绘面积读作 {read} 亩，图形面积为 30.0000 亩（EPSG:4528），单位疑为{unit}",
            (string)issue["text"]!["zh"]!
        );
        Assert.Contains($"“面积单位={unit}”", (string)issue["fix"]!["zh"]!, StringComparison.Ordinal);

        Assert.Empty(Issues(Import(0, Survey("界址.txt", written, $"面积单位={unit}\n")), "area."));
        Assert.Empty(Issues(Import(0, Survey("界址.txt", written + unit)), "area."));
    }

    [Fact]
    public void An_area_that_fits_in_no_unit_comes_with_both_figures()
    {
        var issue = Assert.Single(Issues(Import(0, Survey("界址.txt", "2.1")), "area."));
        Assert.Equal("测绘面积 31.5 亩与图形面积 30.0000 亩（EPSG:4528）相差超过 1%", (string)issue["text"]!["zh"]!);
    }

    /// <summary>The contract says 29.9 mu, the survey 2.0 ha: less than 1 % apart, so that neither is a finding.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_contract_says_stands_whichever_file_comes_later(bool surveyLater)
    {
        var ledger = _scratch.Write("台账.csv", "地块编号,面积（亩）,使用权人\nA-1,29.9,甲公司\n");
        var survey = Survey("界址.txt", "2.0");
        Import(0, surveyLater ? ledger : survey);
        var report = Import(0, surveyLater ? survey : ledger);
        Assert.DoesNotContain(report["issues"]!.AsArray(), issue => (string)issue!["severity"]! != "note");
        Assert.Equal((29.9m, 30m), Areas());

        Import(0, ledger, survey);
        Assert.Equal((29.9m, 30m), Areas());
    }

    [Fact]
    public void A_survey_alone_says_nothing_of_a_contract()
    {
        Import(0, Survey("界址.txt", "2.0"));
        Assert.Equal((null, 30m), Areas());
    }

    [Theory]
    [InlineData("30", "公顷", "亩")]
    [InlineData("20000", "亩", "平方米")]
    [InlineData("2", "亩", "公顷")]
    public void A_ledger_in_a_wrong_unit_is_told_the_same_in_whatever_order_the_files_are_named(
        string written,
        string title,
        string unit
    )
    {
        var ledger = _scratch.Write("台账.csv", $"序号,地块编号,面积（{title}）\n1,A-1,{written}\n");
        var survey = Survey("界址.txt", "2.0");
        var first = Told(Import(1, ledger, survey));
        Assert.Equal(first, Told(Import(1, survey, ledger)));
        Assert.Contains($"单位疑为{unit}", first, StringComparison.Ordinal);
        Assert.Contains(
            "\"file\":\"台账.csv\",\"line\":2,\"column\":3,\"title\":\"面积（" + title,
            first,
            StringComparison.Ordinal
        );
    }

    /// <summary>A plot is surveyed anew and its paper corrected by one delivery: what the paper said before is nobody's figure.</summary>
    [Theory]
    [InlineData(null, "25")]
    [InlineData("30", null)]
    [InlineData("撤销", null)]
    [InlineData("26", "26")]
    public void An_outline_is_held_against_the_area_that_stands_when_all_is_read(string? stated, string? told)
    {
        Import(0, _scratch.Write("台账.csv", "地块编号,面积（亩）\nA-1,25\n"));
        var survey = Survey("界址.txt", "2.0");
        var report = stated is null
            ? Import(0, survey)
            : Import(0, survey, _scratch.Write("台账.csv", $"地块编号,面积（亩）\nA-1,{stated}\n"));
        Assert.Equal(
            told is null ? [] : [("area.mismatch", told)],
            Issues(report, "area.").Select(issue => ((string)issue["code"]!, (string)issue["value"]!))
        );
    }

    public void Dispose() => _scratch.Dispose();

    private JsonNode Import(int exit, params string[] files)
    {
        CommandRun
            .Of(["import", .. files, "--store", _scratch["park.gpkg"], "--report", _scratch["r.json"]])
            .Expect(exit);
        return JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!;
    }

    private static string Told(JsonNode report) =>
        Assert
            .Single(Issues(report, "area."))
            .ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static List<JsonNode> Issues(JsonNode report, string family) =>
        [
            .. report["issues"]!
                .AsArray()
                .Where(issue => ((string)issue!["code"]!).StartsWith(family, StringComparison.Ordinal))
                .Select(issue => issue!),
        ];

    /// <summary>Stated and measured mu of the plot, the measured one to four decimals.</summary>
    private (decimal? Stated, decimal Measured) Areas()
    {
        var run = CommandRun.Of(
            "evaluate",
            "--store",
            _scratch["park.gpkg"],
            "--as-of",
            "2026-06-30",
            "--format",
            "json"
        );
        var area = JsonNode.Parse(run.Expect(0).Out)![0]!["area"]!;
        return ((decimal?)area["statedMu"], Rounding.HalfUp((decimal)area["mu"]!, 4));
    }

    private string Survey(string name, string area, string header = "") =>
        _scratch.Write(
            name,
            $"[属性描述]\n格式版本号=1.01\n数据产生单位=测绘队\n数据产生日期=2026-05-20\n坐标系=2000国家大地坐标系\n几度分带=3\n投影类型=高斯克吕格\n计量单位=米\n带号=40\n精度=0.001\n转换参数=,,,,,,\n{header}[地块坐标]\n"
                + $"5,{area},A-1,阀门厂,面,,工业用地,,@\n"
                + "J1,1,3353100,40520000\nJ2,1,3353100,40520200\nJ3,1,3353000,40520200\nJ4,1,3353000,40520000\nJ1,1,3353100,40520000\n"
        );
}
