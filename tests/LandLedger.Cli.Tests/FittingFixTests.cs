using System.Text.Json.Nodes;

namespace LandLedger.Cli.Tests;

/// <summary>What is told of a figure fits the title that it stands under.</summary>
public sealed class FittingFixTests : IDisposable
{
    private readonly Scratch _scratch = new();

    /// <summary>450 under 亩 beside 30 mu is 15 times too much, whatever ha would be; 30 under 公顷 was meant as mu.</summary>
    [Theory]
    [InlineData("亩", "450", "area.times", "的 15 倍，而标题已注明单位亩：可能已经换算过一次")]
    [InlineData("亩", "2", "area.unit", "单位疑为公顷")]
    [InlineData("公顷", "30", "area.unit", "单位疑为亩")]
    [InlineData("公顷", "0.1333", "area.times", "的 1/15 倍")]
    public void An_area_that_was_converted_twice_is_not_told_to_take_the_unit_that_it_has(
        string unit,
        string figure,
        string code,
        string told
    )
    {
        var issue = Assert.Single(
            Import(1, ("台账.csv", $"地块编号,面积（{unit}）\nA-1,{figure}\n"), ("界址.geojson", Outline))
        );
        Assert.Equal((code, "refuse", 2), ((string)issue["code"]!, (string)issue["severity"]!, (int)issue["line"]!));
        Assert.Contains(told, (string)issue["text"]!["zh"]!, StringComparison.Ordinal);
    }

    /// <summary>20,000 m² are 30 mu; 600 wan-yuan for 20,000 mu are 300 yuan a mu.</summary>
    [Fact]
    public void A_price_in_wan_yuan_that_is_too_low_sends_to_the_area()
    {
        var issues = Import(0, ("台账.csv", "地块编号,供地方式,面积（亩）,成交价款（万元）\nA-1,挂牌出让,20000,600\n"));
        var price = Assert.Single(issues, issue => (string)issue["code"]! == "money.low-per-mu");
        Assert.Contains("标题单位万元", (string)price["text"]!["zh"]!, StringComparison.Ordinal);
        Assert.Contains("请先核对面积 20,000 亩", (string)price["fix"]!["zh"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("单位疑应为万元", (string)price["text"]!["zh"]!, StringComparison.Ordinal);
        var area = Assert.Single(issues, issue => (string)issue["code"]! == "area.doubtful");
        Assert.Contains(
            "“20000”按标题单位亩读作 20,000亩，不像工业园区一宗地的面积（通常在0.1亩至1,500亩之间）；如填的是平方米数，则为 30亩",
            (string)area["text"]!["zh"]!,
            StringComparison.Ordinal
        );
    }

    /// <summary>2 m² are 0.003 mu.</summary>
    [Theory]
    [InlineData("平方米", "2", "读作 0.003亩", "如填的是亩数，则为 2亩")]
    [InlineData("公顷", "200", "读作 3,000亩", "如填的是亩数，则为 200亩")]
    public void An_area_that_no_plot_has_is_told_with_both_readings(
        string unit,
        string figure,
        string one,
        string other
    )
    {
        var text = (string)
            Assert.Single(Import(0, ("台账.csv", $"地块编号,面积（{unit}）\nA-1,{figure}\n")))["text"]!["zh"]!;
        Assert.Contains(one, text, StringComparison.Ordinal);
        Assert.Contains(other, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("亩", "0.1")]
    [InlineData("亩", "1500")]
    [InlineData("平方米", "1000000")]
    public void An_area_within_the_range_is_not_told(string unit, string figure) =>
        Assert.Empty(Import(0, ("台账.csv", $"地块编号,面积（{unit}）\nA-1,{figure}\n")));

    /// <summary>0.000005° of latitude are about 0.55 m: 0.3 m² of land.</summary>
    [Fact]
    public void An_outline_of_less_than_a_square_metre_and_one_abroad_are_told()
    {
        var issues = Import(
            0,
            (
                "界址.geojson",
                """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"plot":"A-1"},"geometry":{"type":"Polygon","coordinates":[[[119,28],[119.000005,28],[119.000005,28.000005],[119,28.000005],[119,28]]]}}
                ]}
                """
            ),
            (
                "境外.geojson",
                """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"plot":"B-1"},"geometry":{"type":"Polygon","coordinates":[[[2.3,48.8],[2.302,48.8],[2.302,48.802],[2.3,48.802],[2.3,48.8]]]}},
                {"type":"Feature","properties":{"plot":"B-2"},"geometry":{"type":"Polygon","coordinates":[[[2.31,48.8],[2.312,48.8],[2.312,48.802],[2.31,48.802],[2.31,48.8]]]}}
                ]}
                """
            )
        );
        Assert.Equal("A-1", (string?)Assert.Single(issues, issue => (string)issue["code"]! == "shape.tiny")["plot"]);
        Assert.Equal(
            "B-1",
            (string?)Assert.Single(issues, issue => (string)issue["code"]! == "coordinates.abroad")["plot"]
        );
    }

    [Fact]
    public void An_ended_plot_is_explained_as_ended()
    {
        Import(0, ("台账.csv", "地块编号,面积（亩）\nA-1,30\nA-2,20\n"));
        CommandRun
            .Of(
                "import",
                _scratch.Write("台账.csv", "地块编号,面积（亩）\nA-1,30\n"),
                "--store",
                Store,
                "--on",
                "2026-06-01"
            )
            .Expect(0);
        var told = CommandRun.Of("explain", "A-2", "--store", Store, "--as-of", "2026-06-30").Expect(2).Error;
        Assert.Contains("地块 A-2 已于2026年6月1日终止，2026年6月30日不在台账中", told, StringComparison.Ordinal);
        CommandRun.Of("explain", "A-2", "--store", Store, "--as-of", "2026-05-31").Expect(0);
        Assert.Contains(
            "台账中没有地块 A-9",
            CommandRun.Of("explain", "A-9", "--store", Store, "--as-of", "2026-06-30").Expect(2).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Uses_that_nobody_can_tell_are_a_row_of_their_own_and_told_once_a_text()
    {
        var issues = Import(
            0,
            (
                "台账.csv",
                "地块编号,批准用途,面积（亩）\nA-1,工业用地,10\nA-2,M2/W1,10\nA-3,M2/W1,20\nA-4,商住用地,5\nA-5,,7\n"
            )
        );
        Assert.Equal(
            [("A-2", "M2/W1"), ("A-4", "商住用地")],
            issues
                .Where(issue => (string)issue["code"]! == "land-use.unclear")
                .Select(issue => ((string)issue["plot"]!, (string)issue["value"]!))
        );
        var sums = CommandRun
            .Of("acreage", "--store", Store, "--as-of", "2026-06-30", "--by", "use", "--format", "csv")
            .Expect(0)
            .Out;
        Assert.Contains("已记录，类别不明,3,35,", sums, StringComparison.Ordinal);
        Assert.Contains("未记录,1,7,", sums, StringComparison.Ordinal);
        var check = CommandRun.Of("check", "--store", Store).Expect(0).Out;
        Assert.Contains("A-2 [land-use.unclear]", check, StringComparison.Ordinal);
        Assert.DoesNotContain("A-3 [land-use.unclear]", check, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_use_by_area_says_which_uses()
    {
        Import(
            0,
            (
                "台账.csv",
                "地块编号,批准用途,实际用途,改变用途面积（亩）,是否批准改变用途,面积（亩）,是否竣工,核查日期\nA-1,工业用地,商业用地,12.5,否,30,是,2026-04-01\n"
            )
        );
        Assert.Contains(
            "改变用途的面积为12.50亩（批准用途：工业用地；实际用途：商业用地）",
            CommandRun.Of("explain", "A-1", "--store", Store, "--as-of", "2026-06-30").Expect(0).Out,
            StringComparison.Ordinal
        );
    }

    public void Dispose() => _scratch.Dispose();

    private string Store => _scratch["park.gpkg"];

    /// <summary>A square of 30 mu about 119° east.</summary>
    private const string Outline = """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4549"}},"features":[
        {"type":"Feature","properties":{"plot":"A-1"},"geometry":{"type":"Polygon","coordinates":[[[500000,3100000],[500200,3100000],[500200,3100100],[500000,3100100],[500000,3100000]]]}}
        ]}
        """;

    private JsonNode[] Import(int exit, params (string Name, string Text)[] files)
    {
        var report = _scratch["report.json"];
        CommandRun
            .Of([
                "import",
                .. files.Select(file => _scratch.Write(file.Name, file.Text)),
                "--store",
                Store,
                "--on",
                "2026-05-01",
                "--report",
                report,
            ])
            .Expect(exit);
        return
        [
            .. JsonNode.Parse(File.ReadAllText(report))!["issues"]!
                .AsArray()
                .Select(issue => issue!)
                .Where(issue => (string)issue["severity"]! != "note"),
        ];
    }
}
