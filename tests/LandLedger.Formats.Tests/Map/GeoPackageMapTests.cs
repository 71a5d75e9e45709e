using System.Text.Json;
using LandLedger.Disposal;
using LandLedger.Formats.Map;
using LandLedger.Tests.Disposal;

namespace LandLedger.Formats.Tests.Map;

public sealed class GeoPackageMapTests : IDisposable
{
    private const string ReadByGdal = """
        import sys, json
        from osgeo import ogr
        from osgeo_utils.samples import validate_gpkg
        ogr.UseExceptions()
        validate_gpkg.check(sys.argv[1])
        source = ogr.Open(sys.argv[1]); layer = source.GetLayerByName('plots')
        rows = [{'kind': f.GetGeometryRef().GetGeometryName() if f.GetGeometryRef() is not None else None, 'fields': json.loads(f.ExportToJson())['properties']} for f in layer]
        types = {layer.GetLayerDefn().GetFieldDefn(i).GetName(): layer.GetLayerDefn().GetFieldDefn(i).GetTypeName() for i in range(layer.GetLayerDefn().GetFieldCount())}
        layer.SetSpatialFilterRect(115.9, 26.9, 116.1, 27.1)
        near = [f.GetField('plot') for f in layer]
        one = lambda sql: [list(f.items().values()) for f in source.ExecuteSQL(sql)]
        print(json.dumps({'srs': layer.GetSpatialRef().GetAuthorityCode(None), 'extent': layer.GetExtent(), 'rows': rows, 'types': types, 'near': near,
            'basis': one('SELECT package, version, data FROM basis'), 'tree': one('SELECT count(*) FROM rtree_plots_geom'), 'style': one('SELECT f_table_name, useAsDefault FROM layer_styles')}))
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("landledger-");

    private string Map => Path.Combine(_folder.FullName, "map.gpkg");

    public void Dispose() => _folder.Delete(recursive: true);

    private static ListBasis Basis => ListBasis.Of(Sample.Rules, Sample.AsOf, "兴国");

    private JsonElement Written(params Evaluation[] evaluations)
    {
        GeoPackageMap.Write(Map, evaluations, Basis, cancel: TestContext.Current.CancellationToken);
        return Outside.Python(ReadByGdal, Map);
    }

    [Fact]
    public void GDAL_finds_the_file_valid_and_reads_plots_and_values()
    {
        var plot = Sample.Plot("兴国-001", 25.5m, "东区");
        double[] far = [116, 27, 116.01, 27, 116.01, 27.01, 116, 27];

        var map = Written(
            Sample.Of(plot with { Shape = Outlines.Polygon(Outlines.Shell, Outlines.Hole) }, Category.Idle),
            Sample.Of(plot with { Number = "2", Shape = Outlines.MultiPolygon(far) }),
            Sample.Of(plot with { Number = "3" }, Category.Undetermined)
        );

        Assert.Equal("4490", map.GetProperty("srs").GetString());
        Assert.Equal([115, 116.01, 26, 27.01], map.GetProperty("extent").EnumerateArray().Select(e => e.GetDouble()));
        Assert.Equal(["2"], map.GetProperty("near").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal(2, map.GetProperty("tree")[0][0].GetInt32());
        Assert.Equal(
            ["MULTIPOLYGON", "MULTIPOLYGON", null],
            map.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("kind").GetString())
        );
        var fields = map.GetProperty("rows")[0].GetProperty("fields");
        Assert.Equal("兴国-001", fields.GetProperty("plot").GetString());
        Assert.Equal("idle", fields.GetProperty("category").GetString());
        Assert.Equal(25.5, fields.GetProperty("stated_mu").GetDouble());
        Assert.Equal(996, fields.GetProperty("idle_days").GetInt32());
        Assert.False(fields.GetProperty("unverified").GetBoolean());
        Assert.Equal(JsonValueKind.Null, fields.GetProperty("output_per_mu").ValueKind);
        Assert.Equal("plain", fields.GetProperty("package").GetString());
        var types = map.GetProperty("types");
        Assert.Equal(
            ("String", "Real", "Integer64", "Date"),
            (Type("plot"), Type("stated_mu"), Type("idle_days"), Type("idle_since"))
        );

        string? Type(string id) => types.GetProperty(id).GetString();
    }

    [Fact]
    public void The_file_says_what_it_rests_on_and_how_to_draw_it()
    {
        var map = Written(Sample.Of(Sample.Plot("1", 1)));

        Assert.Equal(
            ["plain", "2026.1", "兴国"],
            map.GetProperty("basis")[0].EnumerateArray().Select(v => v.GetString())
        );
        Assert.Equal("plots", map.GetProperty("style")[0][0].GetString());
    }

    [Fact]
    public void An_outline_that_is_not_finite_stays_out()
    {
        var shape = Outlines.Polygon([115, 26, double.NaN, 26, 115.01, 26.01, 115, 26]);

        var map = Written(Sample.Of(Sample.Plot("1", 1) with { Shape = shape }));

        Assert.Equal(JsonValueKind.Null, map.GetProperty("rows")[0].GetProperty("kind").ValueKind);
        Assert.Equal(0, map.GetProperty("tree")[0][0].GetInt32());
    }

    [Fact]
    public void A_run_that_breaks_off_leaves_the_old_file_as_it_was()
    {
        File.WriteAllText(Map, "old");

        Assert.Throws<InvalidOperationException>(() =>
            GeoPackageMap.Write(Map, Broken(), Basis, cancel: TestContext.Current.CancellationToken)
        );

        Assert.Equal("old", File.ReadAllText(Map));
        Assert.Equal([Map], Directory.GetFiles(_folder.FullName));

        static IEnumerable<Evaluation> Broken()
        {
            yield return Sample.Of(Sample.Plot("1", 1));
            throw new InvalidOperationException();
        }
    }
}
