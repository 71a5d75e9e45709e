using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using LandLedger.Geometry;

namespace LandLedger.Cli.Tests;

/// <summary>A hundred plots with swapped axes, in the wrong zone, on web-map positions: found, named, with the fix.</summary>
public sealed class PlaceTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void A_hundred_plots_with_swapped_axes_are_refused_one_by_one()
    {
        var file = Sheet("界址点.txt", "3", "38", (east, north) => (east, north));
        CommandRun.Of("import", file, "--store", _scratch["p.gpkg"], "--report", _scratch["r.json"]).Expect(1);
        var swapped = Issues("coordinates.swapped");
        Assert.Equal(100, swapped.Select(issue => (string)issue["plot"]!).Distinct().Count());
        Assert.All(swapped, issue => Assert.Contains("对调", (string)issue["fix"]!["zh"]!, StringComparison.Ordinal));
    }

    [Fact]
    public void A_hundred_plots_whose_eastings_speak_for_another_zone_are_refused_and_come_in_by_the_proposed_fix()
    {
        var file = Json("地块.geojson", (east, north) => (east, north));
        CommandRun
            .Of("import", file, "--store", _scratch["p.gpkg"], "--crs", "EPSG:4527", "--report", _scratch["r.json"])
            .Expect(1);
        var misplaced = Issues("coordinates.other-crs");
        Assert.Equal(100, misplaced.Count);
        Assert.All(
            misplaced,
            issue => Assert.Contains("EPSG:4526", (string)issue["fix"]!["zh"]!, StringComparison.Ordinal)
        );
        CommandRun.Of("import", file, "--store", _scratch["p.gpkg"], "--crs", "EPSG:4526").Expect(0);
    }

    [Fact]
    public void A_hundred_plots_under_the_wrong_central_meridian_are_seen_against_the_park()
    {
        var right = Json("已有.geojson", (east, north) => (east - 38_000_000, north), "R");
        CommandRun.Of("import", right, "--store", _scratch["p.gpkg"], "--crs", "EPSG:4547").Expect(0);
        var wrong = Json("新增.geojson", (east, north) => (east - 38_000_000, north + 12_000));
        CommandRun
            .Of("import", wrong, "--store", _scratch["p.gpkg"], "--crs", "EPSG:4548", "--report", _scratch["r.json"])
            .Expect(0);
        var seen = Issues("coordinates.other-zone");
        Assert.Equal(100, seen.Count);
        Assert.All(seen, issue => Assert.Contains("EPSG:4547", (string)issue["fix"]!["zh"]!, StringComparison.Ordinal));
    }

    [Fact]
    public void A_hundred_plots_that_moved_by_the_shift_of_web_maps_are_warned_of()
    {
        var zone = CrsTable.Find("EPSG:4526")!;
        (double, double) Degrees(double east, double north)
        {
            double[] xy = [east, north];
            zone.ToLonLat(xy);
            return (xy[0], xy[1]);
        }
        CommandRun.Of("import", Json("a.geojson", Degrees), "--store", _scratch["p.gpkg"]).Expect(0);
        var shifted = Json(
            "b.geojson",
            (east, north) =>
            {
                var (lon, lat) = Degrees(east, north);
                return Gcj02.Shift(lon, lat);
            }
        );
        CommandRun.Of("import", shifted, "--store", _scratch["p.gpkg"], "--report", _scratch["r.json"]).Expect(0);
        Assert.Equal(100, Issues("crs.gcj02-suspected").Count);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(3, 2)]
    [InlineData(5, 4)]
    [InlineData(8, 1)]
    public void A_plot_of_another_zone_is_told_at_import_and_by_every_later_check(int plots, int misplaced)
    {
        string[] files =
        [
            .. Enumerable
                .Range(0, plots)
                .Select(i => Sheet($"{i}.txt", "3", i == misplaced ? "39" : "38", Unprefixed, first: i, count: 1)),
        ];
        var import = CommandRun.Of(["import", .. files, "--store", _scratch["p.gpkg"]]).Expect(0);
        var check = CommandRun.Of("check", "--store", _scratch["p.gpkg"]).Expect(0);
        foreach (var told in new[] { import.Out, check.Out })
        {
            var line = Assert.Single(
                told.Split('\n'),
                line => line.Contains("[coordinates.", StringComparison.Ordinal)
            );
            Assert.Contains($"地块 P{misplaced:000} [coordinates.other-zone]", line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_two_plots_in_two_zones_both_are_named_with_the_distance()
    {
        string[] files =
        [
            Sheet("0.txt", "3", "38", Unprefixed, first: 0, count: 1),
            Sheet("1.txt", "3", "39", Unprefixed, first: 1, count: 1),
        ];
        var import = CommandRun.Of(["import", .. files, "--store", _scratch["p.gpkg"]]).Expect(0);
        var check = CommandRun.Of("check", "--store", _scratch["p.gpkg"]).Expect(0);
        foreach (var told in new[] { import.Out, check.Out })
        {
            var lines = told.Split('\n').Where(line => line.Contains("[coordinates.apart]", StringComparison.Ordinal));
            // 3° of longitude at 26.3°N.
            Assert.All(lines, line => Assert.Matches("相距约 (299|300) 千米", line));
            Assert.Equal(2, lines.Count());
        }
    }

    [Fact]
    public void A_check_counts_all_that_is_doubtful_however_little_of_it_is_listed()
    {
        var rows = string.Concat(Enumerable.Range(0, 1500).Select(i => $"P{i:0000},2024-03-01,2023-03-01\n"));
        var ledger = _scratch.Write("台账.csv", "地块编号,约定动工日期,约定竣工日期\n" + rows);
        CommandRun.Of("import", ledger, "--store", _scratch["p.gpkg"]).Expect(0);
        // Each has no boundary, no stated area, and days in the wrong order.
        Assert.Contains(
            "存疑 4500 处",
            CommandRun.Of("check", "--store", _scratch["p.gpkg"]).Expect(0).Out,
            StringComparison.Ordinal
        );
    }

    public void Dispose() => _scratch.Dispose();

    /// <summary>Northing first, the easting without its zone.</summary>
    private static (double X, double Y) Unprefixed(double east, double north) => (north, east - 38_000_000);

    private List<JsonNode> Issues(string code) =>
        [
            .. JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!["issues"]!
                .AsArray()
                .Where(issue => (string)issue!["code"]! == code)
                .Select(issue => issue!),
        ];

    /// <summary>Corners of plot i: a rectangle of 100 by 80 m in zone 38, about 115.36°E 26.3°N.</summary>
    private static IEnumerable<(double East, double North)> Corners(int i)
    {
        var (east, north) = (38_636_000 + i % 10 * 120, 2_910_000 + i / 10 * 100);
        return [(east, north), (east + 100, north), (east + 100, north + 80), (east, north + 80), (east, north)];
    }

    /// <summary>A boundary text whose X column holds the second of the pair that <paramref name="write"/> gives for it.</summary>
    private string Sheet(
        string name,
        string width,
        string zone,
        Func<double, double, (double X, double Y)> write,
        int first = 0,
        int count = 100
    )
    {
        var text = new StringBuilder(
            "[属性描述]\n格式版本号=1.01\n数据产生单位=测绘院\n数据产生日期=2025-3-1\n坐标系=2000国家大地坐标系\n"
                + $"几度分带={width}\n投影类型=高斯克吕格\n计量单位=米\n带号={zone}\n精度=0.001\n转换参数=,,,,,,\n[地块坐标]\n"
        );
        for (var i = first; i < first + count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"5,0.8,P{i:000},地块{i},面,,,,@\n");
            var number = 0;
            foreach (var (east, north) in Corners(i))
            {
                var (x, y) = write(east, north);
                text.Append(CultureInfo.InvariantCulture, $"J{number++ % 4 + 1},1,{x:0.000},{y:0.000}\n");
            }
        }
        return _scratch.Write(name, text.ToString());
    }

    private string Json(string name, Func<double, double, (double X, double Y)> place, string prefix = "P")
    {
        var features = Enumerable
            .Range(0, 100)
            .Select(i =>
            {
                var ring = Corners(i).Select(corner => place(corner.East, corner.North));
                var points = string.Join(
                    ",",
                    ring.Select(p => string.Create(CultureInfo.InvariantCulture, $"[{p.X:R},{p.Y:R}]"))
                );
                var number = prefix + i.ToString("000", CultureInfo.InvariantCulture);
                return $$$"""{"type":"Feature","properties":{"地块编号":"{{{number}}}"},"geometry":{"type":"Polygon","coordinates":[[{{{points}}}]]}}""";
            });
        return _scratch.Write(name, $$"""{"type":"FeatureCollection","features":[{{string.Join(",\n", features)}}]}""");
    }
}
