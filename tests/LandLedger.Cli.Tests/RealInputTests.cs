using System.Text.Json.Nodes;

namespace LandLedger.Cli.Tests;

/// <summary>
/// Real files from the shared data, through the command line. Figures were counted with GDAL's SQL and Python's decimal, not with
/// LandLedger.
/// </summary>
public sealed class RealInputTests : IDisposable
{
    private readonly Scratch _scratch = new();

    /// <summary>
    /// 189 grants with 189 supervision numbers; 66 state an agreed start, from 2019-01-24 to 2020-06-12; none states an actual one.
    /// A full year after the agreed day has passed on 2020-06-30 for 26 of them.
    /// </summary>
    [Theory]
    [InlineData("grants.csv")]
    [InlineData("grants.zh-header.csv")]
    [InlineData("grants.xlsx")]
    public void Of_189_Beijing_grants_26_may_be_idle_and_123_lack_a_start_date(string file)
    {
        var plots = Evaluate([Tree.Shared("landchina-beijing-2019", file)], "2020-06-30", []);
        Assert.Equal(189, plots.Count);
        Assert.Equal(4781.893965m, plots.Sum(plot => (decimal)plot["area"]!["statedMu"]!));

        var idle = plots.Select(plot => Finding(plot, "idle.not-started")).ToList();
        var undetermined = idle.Where(finding => (string)finding["verdict"]! == "undetermined").ToList();
        Assert.Equal(26 + 123, undetermined.Count);
        Assert.Equal(40, idle.Count(finding => (string)finding["verdict"]! == "not-met"));
        Assert.Equal(123, undetermined.Count(finding => Missing(finding).Contains("agreed_start")));
        Assert.Equal(
            26,
            undetermined.Count(finding =>
                !Missing(finding).Contains("agreed_start") && Missing(finding).Contains("begun")
            )
        );
    }

    /// <summary>
    /// None of the 189 states an actual start. Counted from the agreed ones: past the day itself, and past it by a full year.
    /// </summary>
    [Theory]
    [InlineData("2020-06-30", 66, 26)]
    [InlineData("2020-12-31", 66, 29)]
    [InlineData("2026-06-30", 66, 66)]
    public void Overdue_Beijing_grants_are_counted_though_nobody_recorded_whether_they_have_begun(
        string asOf,
        int past,
        int pastByYear
    )
    {
        var plots = Evaluate([Tree.Shared("landchina-beijing-2019", "grants.csv")], asOf, []);

        Assert.Equal(past, plots.Count(plot => Flags(plot).Contains("start-unrecorded")));
        Assert.Equal(pastByYear, plots.Count(plot => Flags(plot).Contains("idle-unless-begun")));
    }

    private static IEnumerable<string> Flags(JsonNode plot) => plot["flags"]!.AsArray().Select(flag => (string)flag!);

    /// <summary>
    /// 4,364 polygons: 40 without a key ("na"), 23 keys on two or three polygons (25 surplus rows), ring 4335 crosses itself.
    /// Their area by GDAL is 99,349,063.43 m² in all.
    /// </summary>
    [Fact]
    public void Of_4364_Lebanon_parcels_4299_come_in_and_the_rest_is_named()
    {
        var layout = _scratch.Write(
            "lebanon.json",
            """
            {
              "id": "lebanon", "title": { "zh": "黎巴嫩镇地块", "en": "Lebanon parcels" }, "row": "plot", "required": ["plot"],
              "columns": [
                { "field": "plot", "titles": ["MAP_LOT", "parcel_id"] },
                { "field": "stated_mu", "titles": ["CALC_ACRES"], "unit": "acre" },
                { "field": "assessed_value", "titles": ["total_value"], "unit": "yuan" }
              ]
            }
            """
        );
        var shapes = Tree.Shared("lebanon-nh-parcels", "LebParcels.shp");
        CommandRun.Of("import", shapes, "--store", _scratch["l.gpkg"], "--layout", layout).Expect(1);
        CommandRun
            .Of(
                "import",
                shapes,
                "--store",
                _scratch["l.gpkg"],
                "--layout",
                layout,
                "--keep-good",
                "--report",
                _scratch["r.json"]
            )
            .Expect(0);
        var report = JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!;
        Assert.Equal((4299, 65), ((int)report["added"]!, (int)report["refused"]!));
        var issues = report["issues"]!.AsArray();
        var contradictory = issues.Where(issue => (string)issue!["code"]! == "plot.duplicate").ToList();
        Assert.Equal(25, contradictory.DistinctBy(issue => (int)issue!["line"]!).Count());
        Assert.Equal(40, issues.Count(issue => (string)issue!["severity"]! == "refuse") - contradictory.Count);
        Assert.Single(issues, issue => (string)issue!["code"]! == "shape.repaired");

        var values = Tree.Shared("lebanon-nh-parcels", "assessing.csv");
        CommandRun.Of("import", values, "--store", _scratch["l.gpkg"], "--layout", layout, "--keep-good").Expect(0);
        var first = Evaluated(_scratch["l.gpkg"], "2026-06-30").Single(plot => (string)plot["plot"]! == "1-1");
        var perMu = (decimal)first["perMu"]!["assessedValue"]!["value"]!;
        var mu = (decimal)first["area"]!["statedMu"]!;
        Assert.Equal(461_900m, perMu * mu, 4);
    }

    /// <summary>Outlines of counties, 13 of 14 invalid: each is repaired with an issue or taken as it is, none is lost.</summary>
    [Theory]
    [InlineData("counties_suzhou.geojson", 9)]
    [InlineData("counties_foshan.geojson", 5)]
    public void Chinese_counties_come_in_and_every_repair_is_told(string file, int counties)
    {
        var layout = _scratch.Write(
            "county.json",
            """
            { "id": "county", "title": { "zh": "县界", "en": "Counties" }, "row": "plot", "required": ["plot"],
              "columns": [ { "field": "plot", "titles": ["name"] } ] }
            """
        );
        var path = Tree.Shared("china-admin", file);
        CommandRun
            .Of(
                "import",
                path,
                "--store",
                _scratch["c.gpkg"],
                "--layout",
                layout,
                "--keep-good",
                "--report",
                _scratch["r.json"]
            )
            .Expect(0);
        var report = JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!;
        Assert.Equal(counties, (int)report["added"]! + (int)report["refused"]!);
        Assert.Equal(counties, (int)report["added"]!);
    }

    public void Dispose() => _scratch.Dispose();

    private List<JsonNode> Evaluate(string[] files, string asOf, string[] options)
    {
        CommandRun.Of(["import", .. files, "--store", _scratch["s.gpkg"], .. options]).Expect(0);
        return Evaluated(_scratch["s.gpkg"], asOf);
    }

    private static List<JsonNode> Evaluated(string store, string asOf) =>
        [
            .. CommandRun
                .Of("evaluate", "--store", store, "--as-of", asOf, "--format", "ndjson")
                .Expect(0)
                .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!),
        ];

    private static JsonNode Finding(JsonNode plot, string rule) =>
        plot["findings"]!.AsArray().Single(finding => (string)finding!["rule"]! == rule)!;

    private static List<string> Missing(JsonNode finding) =>
        [.. finding["missing"]!.AsArray().Select(field => (string)field!)];
}
