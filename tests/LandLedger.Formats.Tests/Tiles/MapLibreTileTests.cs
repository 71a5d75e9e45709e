using System.Text.Json;
using LandLedger.Disposal;
using LandLedger.Formats.Tests.Map;
using LandLedger.Formats.Tests.Tables;
using LandLedger.Formats.Tiles;
using LandLedger.Geometry;
using LandLedger.Tests.Disposal;

namespace LandLedger.Formats.Tests.Tiles;

/// <summary>Tiles as the parser of MapLibre GL JS reads them.</summary>
public sealed class MapLibreTileTests : IDisposable
{
    /// <summary>Its column 13425 ends at 115.0048828125° east, within the outline.</summary>
    private static readonly TileAddress West = new(14, 6965, 13425);
    private static readonly TileAddress East = new(14, 6965, 13426);

    private static readonly double[] Beside = [115.0005, 26.012, 115.002, 26.012, 115.002, 26.013, 115.0005, 26.012];

    private readonly string _folder = Directory.CreateTempSubdirectory("tiles").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_tile_is_one_layer_of_polygons_with_what_the_map_shows_of_each_plot()
    {
        var layer = Read(West, Category.Idle, false, Outlines.Polygon(Outlines.Shell), Outlines.Polygon(Beside));
        Assert.Equal("plots", layer.GetProperty("name").GetString());
        Assert.Equal((2, 4096), (layer.GetProperty("version").GetInt32(), layer.GetProperty("extent").GetInt32()));
        var features = layer.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(2, features.Count);
        foreach (var feature in features)
        {
            Assert.Equal(3, feature.GetProperty("type").GetInt32());
            var properties = feature.GetProperty("properties");
            Assert.Equal(
                ["id", "category", "measure", "mu"],
                properties.EnumerateObject().Select(property => property.Name)
            );
            Assert.Equal("兴国-001", properties.GetProperty("id").GetString());
            Assert.Equal("idle", properties.GetProperty("category").GetString());
            Assert.Equal("investigate", properties.GetProperty("measure").GetString());
            Assert.Equal(25.5, properties.GetProperty("mu").GetDouble());
        }
    }

    [Fact]
    public void What_is_not_known_of_a_plot_is_no_property_and_what_is_shifted_is_marked()
    {
        var layer = Read(West, Category.Reserve, true, Outlines.Polygon(Outlines.Shell));
        Assert.Equal("plots.gcj02", layer.GetProperty("name").GetString());
        var properties = layer.GetProperty("features")[0].GetProperty("properties");
        Assert.Equal(
            ["id", "category", "mu", "landledger:shifted"],
            properties.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal("GCJ-02", properties.GetProperty("landledger:shifted").GetString());
    }

    [Fact]
    public void Rings_are_closed_shells_turn_one_way_holes_the_other_and_none_leaves_the_margin()
    {
        PlotShape[] shapes =
        [
            Outlines.Polygon(Outlines.Shell, Outlines.Hole),
            Outlines.MultiPolygon(Outlines.Shell, Beside),
            Outlines.Polygon([.. Outlines.Shell.Chunk(2).Reverse().SelectMany(point => point)]),
        ];
        // Which rings a tile shows: the hole ends at 115.004° in the west, and Beside lies there, too.
        foreach (
            var (tile, turns) in (IEnumerable<(TileAddress, int[][])>)
                [
                    (
                        West,
                        [
                            [1, -1],
                            [1, 1],
                            [1],
                        ]
                    ),
                    (
                        East,
                        [
                            [1],
                            [1],
                            [1],
                        ]
                    ),
                ]
        )
        {
            var features = Read(tile, Category.Idle, false, shapes).GetProperty("features").EnumerateArray().ToList();
            Assert.Equal(turns.Length, features.Count);
            foreach (var (feature, expected) in features.Zip(turns))
            {
                var rings = feature.GetProperty("rings").EnumerateArray().Select(Points).ToList();
                Assert.Equal(expected, rings.Select(ring => Math.Sign(Area(ring))));
                foreach (var ring in rings)
                {
                    Assert.InRange(ring.Length, 4, int.MaxValue);
                    Assert.Equal(ring[0], ring[^1]);
                    Assert.All(ring, point => Assert.All(point, value => Assert.InRange(value, -64, 4096 + 64)));
                }
            }
        }
    }

    [Fact]
    public void The_parser_puts_shells_and_holes_together_where_they_lie()
    {
        var features = Read(
                West,
                Category.Idle,
                false,
                Outlines.Polygon(Outlines.Shell, Outlines.Hole),
                Outlines.MultiPolygon(Outlines.Shell, Beside)
            )
            .GetProperty("features");
        var holed = features[0].GetProperty("geojson");
        Assert.Equal("Polygon", holed.GetProperty("type").GetString());
        var rings = holed.GetProperty("coordinates").EnumerateArray().Select(Points).ToList();
        Assert.Equal(2, rings.Count);
        const double Unit = 360.0 / (1 << 14) / 4096;
        Assert.Equal(115, rings[0].Min(point => point[0]), Unit);
        Assert.Equal(26.01, rings[0].Max(point => point[1]), Unit);
        Assert.Equal(
            (115.002, 115.004),
            (rings[1].Min(point => point[0]), rings[1].Max(point => point[0])),
            (a, b) => Near(a, b, Unit)
        );
        Assert.Equal(
            (26.002, 26.004),
            (rings[1].Min(point => point[1]), rings[1].Max(point => point[1])),
            (a, b) => Near(a, b, Unit)
        );
        var parts = features[1].GetProperty("geojson");
        Assert.Equal("MultiPolygon", parts.GetProperty("type").GetString());
        Assert.Equal([1, 1], parts.GetProperty("coordinates").EnumerateArray().Select(part => part.GetArrayLength()));
    }

    private static bool Near((double From, double To) a, (double From, double To) b, double by) =>
        Math.Abs(a.From - b.From) <= by && Math.Abs(a.To - b.To) <= by;

    private static double[][] Points(JsonElement ring) =>
        [.. ring.EnumerateArray().Select(point => point.EnumerateArray().Select(value => value.GetDouble()).ToArray())];

    /// <summary>By the surveyor's formula: of a shell more than 0, as the standard of vector tiles has it.</summary>
    private static double Area(double[][] ring) =>
        ring.Zip(ring[1..], (a, b) => ((a[0] * b[1]) - (b[0] * a[1])) / 2).Sum();

    private JsonElement Read(TileAddress tile, Category category, bool shifted, params PlotShape[] shapes)
    {
        var path = Path.Combine(_folder, $"{tile.Zoom}-{tile.Column}-{tile.Row}.mvt");
        var plot = Sample.Plot("兴国-001", 25.5m, "东区");
        // The one that is open now is shown, not one that hangs on a cause.
        Measure[] measures =
            category == Category.Idle
                ?
                [
                    new(MeasureKind.IdleFee, Sample.Article2, Cause.Holder),
                    new(MeasureKind.Investigate, Sample.Article2),
                ]
                : [];
        var evaluations = shapes.Select(shape => Sample.Of(plot with { Shape = shape }, category, measures));
        File.WriteAllBytes(path, PlotTile.Write(tile, evaluations, ListBasis.Of(Sample.Rules, Sample.AsOf), shifted));
        var script = SharedData.Repository("tests", "LandLedger.Formats.Tests", "Tiles", "maplibre", "read.mjs");
        return Assert.Single(Outside.Node(script, path).EnumerateArray());
    }
}
