using System.Text;
using System.Text.Json;
using LandLedger.Disposal;
using LandLedger.Formats.Map;
using LandLedger.Tests.Disposal;

namespace LandLedger.Formats.Tests.Map;

public sealed class GeoJsonMapTests : IDisposable
{
    private const string ReadByGdal = """
        import sys, json
        from osgeo import ogr, osr
        def turn(ring):
            p = ring.GetPoints()
            return 'ccw' if sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(p, p[1:])) > 0 else 'cw'
        source = ogr.Open(sys.argv[1]); layer = source.GetLayer(0); rows = []
        for feature in layer:
            g = feature.GetGeometryRef()
            rings = []
            if g is not None:
                parts = [g] if g.GetGeometryType() == ogr.wkbPolygon else [g.GetGeometryRef(i) for i in range(g.GetGeometryCount())]
                for part in parts:
                    for i in range(part.GetGeometryCount()):
                        rings.append(turn(part.GetGeometryRef(i)))
            fields = {feature.GetFieldDefnRef(i).GetName(): feature.GetField(i) for i in range(feature.GetFieldCount())}
            rows.append({'kind': None if g is None else g.GetGeometryName(), 'valid': None if g is None else g.IsValid(), 'rings': rings, 'fields': fields})
        print(json.dumps({'count': layer.GetFeatureCount(), 'srs': layer.GetSpatialRef().GetAuthorityCode(None), 'rows': rows}))
        """;

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".geojson");

    public void Dispose() => File.Delete(_path);

    private static async Task<byte[]> Write(IEnumerable<Evaluation> evaluations, GeoJsonOptions? options = null)
    {
        using var output = new MemoryStream();
        await GeoJsonMap.WriteAsync(
            output,
            evaluations,
            ListBasis.Of(Sample.Rules, Sample.AsOf, "兴国.gpkg"),
            options,
            TestContext.Current.CancellationToken
        );
        return output.ToArray();
    }

    private static JsonElement Json(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        return document.RootElement.Clone();
    }

    [Fact]
    public async Task Plots_that_nobody_judged_show_what_they_have_and_refuse_columns_of_the_rules()
    {
        var plot = Sample.Plot("XG-001", 25.5m, "东区");
        DisposalColumn[] had = [.. DisposalColumns.All.Where(column => !column.IsJudged)];
        var options = new GeoJsonOptions { Columns = had };
        var basis = ListBasis.Of(Sample.Rules, Sample.AsOf, "兴国.gpkg");
        using var output = new MemoryStream();

        await GeoJsonMap.WriteAsync(output, [plot], basis, options, TestContext.Current.CancellationToken);

        Assert.Equal(await Write([Sample.Of(plot)], options), output.ToArray());
        await Assert.ThrowsAsync<ArgumentException>(() =>
            GeoJsonMap.WriteAsync(output, [plot], basis, new(), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task GDAL_reads_every_plot_with_its_rings_turned_right_and_its_values()
    {
        var plot = Sample.Plot("兴国-001", 25.5m, "洪门\"片区\"\n\\");
        double[] far = [116, 27, 116.01, 27, 116.01, 27.01, 116, 27];
        File.WriteAllBytes(
            _path,
            await Write([
                Sample.Of(plot with { Shape = Outlines.Polygon(Outlines.Shell, Outlines.Hole) }, Category.Idle),
                Sample.Of(plot with { Number = "2", Shape = Outlines.MultiPolygon(Outlines.Shell, far) }),
                Sample.Of(plot with { Number = "3" }, Category.Undetermined),
            ])
        );

        var read = Outside.Python(ReadByGdal, _path);

        Assert.Equal(3, read.GetProperty("count").GetInt32());
        Assert.Equal("4326", read.GetProperty("srs").GetString());
        var (first, second, third) = (
            read.GetProperty("rows")[0],
            read.GetProperty("rows")[1],
            read.GetProperty("rows")[2]
        );
        Assert.Equal(["ccw", "cw"], first.GetProperty("rings").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal(["ccw", "ccw"], second.GetProperty("rings").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal(JsonValueKind.Null, third.GetProperty("kind").ValueKind);
        Assert.True(first.GetProperty("valid").GetBoolean());
        var fields = first.GetProperty("fields");
        Assert.Equal("兴国-001", fields.GetProperty("plot").GetString());
        Assert.Equal("洪门\"片区\"\n\\", fields.GetProperty("zone").GetString());
        Assert.Equal("idle", fields.GetProperty("category").GetString());
        Assert.Equal(25.5, fields.GetProperty("stated_mu").GetDouble());
        Assert.Equal(996, fields.GetProperty("idle_days").GetInt32());
        // A million yuan over 25.5 mu is 39 215.686…
        Assert.Equal(39215.69, fields.GetProperty("tax_per_mu").GetDouble());
        Assert.Equal(JsonValueKind.Null, fields.GetProperty("output_per_mu").ValueKind);
    }

    [Fact]
    public async Task The_collection_says_what_it_rests_on_and_has_no_crs()
    {
        var json = Json(await Write([Sample.Of(Sample.Plot("1", 1))]));

        Assert.Equal("FeatureCollection", json.GetProperty("type").GetString());
        Assert.Equal("plain", json.GetProperty("rules").GetProperty("package").GetString());
        Assert.Equal("2026.1", json.GetProperty("rules").GetProperty("version").GetString());
        Assert.Equal("2026-11-22", json.GetProperty("asOf").GetString());
        Assert.Equal("兴国.gpkg", json.GetProperty("data").GetString());
        Assert.Equal(1, json.GetProperty("numberReturned").GetInt32());
        Assert.False(json.TryGetProperty("crs", out _));
    }

    [Fact]
    public async Task Properties_are_the_columns_of_the_list_in_their_order()
    {
        var feature = Json(await Write([Sample.Of(Sample.Plot("1", 1))])).GetProperty("features")[0];

        Assert.Equal(
            DisposalColumns.All.Select(column => column.Id),
            feature.GetProperty("properties").EnumerateObject().Select(property => property.Name)
        );
    }

    [Fact]
    public async Task An_empty_map_is_a_collection_without_features()
    {
        Assert.Equal(0, Json(await Write([])).GetProperty("features").GetArrayLength());
    }

    [Fact]
    public async Task More_plots_than_a_batch_stay_in_order()
    {
        var plots = Enumerable.Range(0, 1000).Select(i => Sample.Of(Sample.Plot("P" + i, i)));

        var features = Json(await Write(plots)).GetProperty("features").EnumerateArray();

        Assert.Equal(
            Enumerable.Range(0, 1000).Select(i => "P" + i),
            features.Select(f => f.GetProperty("id").GetString())
        );
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public async Task A_number_that_is_not_finite_never_leaves(double bad)
    {
        var shape = Outlines.Polygon([115, 26, bad, 26, 115.01, 26.01, 115, 26]);

        var bytes = await Write([Sample.Of(Sample.Plot("1", 1) with { Shape = shape })], new() { Boxes = true });

        Assert.Equal(JsonValueKind.Null, Json(bytes).GetProperty("features")[0].GetProperty("geometry").ValueKind);
        Assert.DoesNotMatch("NaN|Infinity|∞", Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public async Task Bytes_cut_off_at_any_place_give_no_half_geometry()
    {
        var whole = Outlines.MultiPolygon(Outlines.Shell, Outlines.Shell);
        var cut = Enumerable
            .Range(0, whole.Wkb.Length)
            .Select(length => Sample.Of(Sample.Plot("1", 1) with { Shape = whole with { Wkb = whole.Wkb[..length] } }));

        var features = Json(await Write(cut)).GetProperty("features").EnumerateArray();

        Assert.All(features, f => Assert.Equal(JsonValueKind.Null, f.GetProperty("geometry").ValueKind));
    }

    [Fact]
    public async Task Boxes_and_further_members_are_there_when_asked_for()
    {
        var options = new GeoJsonOptions
        {
            Boxes = true,
            Decimals = 3,
            Before = json => json.WriteNumber("numberMatched", 7),
            After = (json, count) => json.WriteNumber("last", count),
        };
        var json = Json(
            await Write([Sample.Of(Sample.Plot("1", 1) with { Shape = Outlines.Polygon(Outlines.Shell) })], options)
        );

        Assert.Equal((7, 1), (json.GetProperty("numberMatched").GetInt32(), json.GetProperty("last").GetInt32()));
        Assert.Equal("[115,26,115.01,26.01]", json.GetProperty("features")[0].GetProperty("bbox").GetRawText());
    }

    [Fact]
    public void One_feature_can_be_had_alone()
    {
        var json = Json(GeoJsonMap.Feature(Sample.Of(Sample.Plot("1", 1)), ListBasis.Of(Sample.Rules, Sample.AsOf)));

        Assert.Equal(("Feature", "1"), (json.GetProperty("type").GetString(), json.GetProperty("id").GetString()));
    }

    [Fact]
    public void The_id_of_a_plot_names_its_county_where_counties_share_the_number()
    {
        var basis = ListBasis.Of(Sample.Rules, Sample.AsOf) with { SharedNumbers = new HashSet<string> { "A1" } };

        Assert.Equal("440117:A1", IdOf("A1", "440117"));
        Assert.Equal(":A1", IdOf("A1", ""));
        Assert.Equal("A2", IdOf("A2", "440117"));

        string? IdOf(string number, string county)
        {
            var plot = Sample.Plot(number, 1) with { County = county };
            return Json(GeoJsonMap.Feature(Sample.Of(plot), basis)).GetProperty("id").GetString();
        }
    }

    /// <summary>Expected positions and bounds by PROJ 9, in the axis order of EPSG.</summary>
    [Theory]
    [InlineData("EPSG:4490", 26, 115, 26.01, 115.01)]
    [InlineData("EPSG:4326", 26, 115, 26.01, 115.01)]
    [InlineData("OGC:CRS84", 115, 26, 115.01, 26.01)]
    [InlineData("EPSG:3857", 12801741.441, 2999080.943, 12802854.636, 3000319.539)]
    [InlineData("EPSG:4526", 2877217.612, 38600120.866, 2878333.299, 38601113.575)]
    [InlineData("EPSG:4547", 2877217.612, 600120.866, 2878333.299, 601113.575)]
    public async Task Positions_come_in_the_system_that_was_asked_for_in_the_order_of_its_authority(
        string crs,
        double first,
        double second,
        double farFirst,
        double farSecond
    )
    {
        var plot = Sample.Plot("1", 25.5m, "东区") with { Shape = Outlines.Polygon(Outlines.Shell) };
        var options = new GeoJsonOptions { Crs = LandLedger.Geometry.CrsTable.Find(crs)!, Boxes = true };
        var feature = Json(await Write([Sample.Of(plot)], options)).GetProperty("features")[0];
        var corner = feature.GetProperty("geometry").GetProperty("coordinates")[0];
        Assert.Equal(first, corner[0][0].GetDouble(), 0.001);
        Assert.Equal(second, corner[0][1].GetDouble(), 0.001);
        Assert.Equal(farFirst, corner[2][0].GetDouble(), 0.001);
        Assert.Equal(farSecond, corner[2][1].GetDouble(), 0.001);
        var box = feature.GetProperty("bbox").EnumerateArray().Select(bound => bound.GetDouble()).ToList();
        Assert.All(box.Zip([first, second]), pair => Assert.InRange(pair.First, pair.Second - 80, pair.Second + 0.001));
        Assert.Equal(4, box.Count);
    }
}
