using System.Text.Json.Nodes;

namespace LandLedger.Cli.Tests;

/// <summary>A survey that comes again with another outline of the same area: the report says how far it moved.</summary>
public sealed class MovedOutlineTests : IDisposable
{
    private const string Square = "[40520000,3353000],[40520200,3353000],[40520200,3353100],[40520000,3353100]";

    private readonly Scratch _scratch = new();

    /// <summary>The whole by 30 m east and 40 m north; one corner by 12.5 m along its edge; a corner more on an edge that stays.</summary>
    [Theory]
    [InlineData("[40520030,3353040],[40520230,3353040],[40520230,3353140],[40520030,3353140]", "30", "4", "50")]
    [InlineData(
        "[40520000,3353000],[40520212.5,3353000],[40520200,3353100],[40520000,3353100]",
        "30.9375",
        "4",
        "12.5"
    )]
    [InlineData(
        "[40520000,3353000],[40520100,3353000],[40520200,3353000],[40520200,3353100],[40520000,3353100]",
        "30",
        "5",
        "0"
    )]
    public void The_change_of_an_outline_is_told_with_corners_and_distance(
        string moved,
        string mu,
        string corners,
        string metres
    )
    {
        Import(Square);

        var (change, words) = Import(moved);

        Assert.Equal(("shape", "30 mu (EPSG:4528), corners=4"), ((string)change!["field"]!, (string)change["old"]!));
        Assert.Equal($"{mu} mu (EPSG:4528), corners={corners}, moved_m={metres}", (string)change["new"]!);
        Assert.Contains(
            $"界址图形 30亩（EPSG:4528）、界址点数 4 → {mu}亩（EPSG:4528）、界址点数 {corners}、与原界线最大相距（米） {metres}",
            words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_outline_that_changes_or_comes_later_stands_in_the_ledger()
    {
        var ledger = _scratch.Write("台账.csv", "地块编号,面积（亩）\nA-1,30\n");
        CommandRun.Of("import", ledger, "--store", _scratch["park.gpkg"]).Expect(0);
        Import(Square);
        Import("[40520030,3353040],[40520230,3353040],[40520230,3353140],[40520030,3353140]");

        CommandRun.Of("verify", "--store", _scratch["park.gpkg"]).Expect(0);
        CommandRun
            .Of(
                "file",
                "A-1",
                "--store",
                _scratch["park.gpkg"],
                "--as-of",
                "2030-01-01",
                "--format",
                "html",
                "-o",
                _scratch["A-1.html"]
            )
            .Expect(0);
        var history = CommandRun.Of("history", "A-1", "--store", _scratch["park.gpkg"]).Expect(0).Out;
        Assert.Contains("界址图形", history, StringComparison.Ordinal);
        var now = Map(false);
        Assert.Equal(now, Map(true));
    }

    public void Dispose() => _scratch.Dispose();

    private string Map(bool recorded)
    {
        var path = _scratch[recorded ? "recorded.geojson" : "now.geojson"];
        string[] whole = ["--recorded", "9999-12-31T23:59:59Z"];
        CommandRun
            .Of([
                "map",
                "--store",
                _scratch["park.gpkg"],
                "--as-of",
                "2030-01-01",
                "--format",
                "geojson",
                "-o",
                path,
                .. recorded ? whole : [],
            ])
            .Expect(0);
        return File.ReadAllText(path);
    }

    /// <summary>The one change, where there is one, and what was said of it.</summary>
    private (JsonNode? Change, string Words) Import(string ring)
    {
        var survey = _scratch.Write(
            "界址.geojson",
            """{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4528"}},"features":["""
                + """{"type":"Feature","properties":{"地块编号":"A-1"},"geometry":{"type":"Polygon","coordinates":"""
                + $"[[{ring},{ring[..ring.IndexOf("],", StringComparison.Ordinal)]}]]]}}}}]}}"
        );
        var run = CommandRun
            .Of(["import", survey, "--store", _scratch["park.gpkg"], "--report", _scratch["r.json"]])
            .Expect(0);
        var report = JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!;
        var fact = report["changes"]![0]!["facts"]!.AsArray().FirstOrDefault();
        return (fact, run.Out.ReplaceLineEndings(""));
    }
}
