using LandLedger.Filters;
using LandLedger.Formats;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Layers;
using NetTopologySuite.IO;

namespace LandLedger.GeoPackage.Tests.Layers;

/// <summary>Files of every kind become the same layer.</summary>
public sealed class LayerFileTests : IDisposable
{
    private const string Roads = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"名称":"绿谷大道","宽":24.5,"车道":6,"日期":"2020-01-02"},
         "geometry":{"type":"LineString","coordinates":[[119,28],[119.1,28.1],[119.2,28]]}},
        {"type":"Feature","properties":{"名称":"支路","宽":7,"车道":2,"日期":null},
         "geometry":{"type":"MultiLineString","coordinates":[[[119,28],[119,28.1]],[[119.5,28],[119.6,28]]]}}]}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("landledger-").FullName;
    private readonly GeoPackageStore _store;

    public LayerFileTests() => _store = GeoPackageStore.Open(Place("store.gpkg"), StoreMode.Create);

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("GeoJSON", "roads.geojson")]
    [InlineData("GPKG", "roads.gpkg")]
    [InlineData("ESRI Shapefile", "roads.shp", "-lco", "ENCODING=GBK")]
    [InlineData("ESRI Shapefile", "roads-utf8.shp", "-lco", "ENCODING=UTF-8")]
    [InlineData("ESRI Shapefile", "roads-zone.shp", "-t_srs", "EPSG:4549", "-lco", "ENCODING=GBK")]
    [InlineData("GPKG", "roads-zone.gpkg", "-t_srs", "EPSG:4549")]
    public void Lines_with_values_come_from_every_kind_of_file(string driver, string file, params string[] options)
    {
        File.WriteAllText(Place("source.geojson"), Roads);
        Ogr(["-f", driver, .. options, Place(file), Place("source.geojson")]);

        var (layer, features) = Added(file);

        Assert.Equal(
            [
                ("名称", FilterType.Text),
                ("宽", FilterType.Number),
                ("车道", FilterType.Integer),
                ("日期", FilterType.Date),
            ],
            layer.Values.Where(property => property.Name != "id").Select(property => (property.Name, property.Type))
        );
        Assert.Equal([1L, 2L], features.Select(feature => feature.Id));
        Assert.Equal(["绿谷大道", 24.5, 6L, new DateOnly(2020, 1, 2)], features[0].Values.Take(4));
        Assert.Equal(["支路", 7.0, 2L, null], features[1].Values.Take(4));
        Near("LINESTRING (119 28, 119.1 28.1, 119.2 28)", features[0]);
        Near("MULTILINESTRING ((119 28, 119 28.1), (119.5 28, 119.6 28))", features[1]);
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[119,28,5]}""", "POINT (119 28)")]
    [InlineData("""{"type":"MultiPoint","coordinates":[[119,28],[120,29]]}""", "MULTIPOINT ((119 28), (120 29))")]
    [InlineData(
        """{"type":"Polygon","coordinates":[[[119,28],[119,29],[120,29],[119,28]]]}""",
        "POLYGON ((119 28, 120 29, 119 29, 119 28))"
    )]
    [InlineData(
        """{"type":"MultiPolygon","coordinates":[[[[119,28],[120,28],[120,29],[119,28]]]]}""",
        "MULTIPOLYGON (((119 28, 120 28, 120 29, 119 28)))"
    )]
    public void Every_kind_of_geometry_is_kept(string geometry, string wkt)
    {
        File.WriteAllText(Place("one.geojson"), $$"""{"type":"Feature","properties":null,"geometry":{{geometry}}}""");
        var (_, features) = Added("one.geojson");
        Near(wkt, Assert.Single(features));
        if (geometry.Contains("Polygon", StringComparison.Ordinal))
            return;
        Ogr(["-f", "ESRI Shapefile", Place("one.shp"), Place("one.geojson")]);
        Near(wkt, Assert.Single(Added("one.shp").Features));
        // For heights GDAL declares a system that is none of ours.
        Ogr(["-f", "GPKG", "-dim", "XY", "-a_srs", "EPSG:4326", Place("one.gpkg"), Place("one.geojson")]);
        Near(wkt, Assert.Single(Added("one.gpkg").Features));
    }

    [Fact]
    public void Types_of_GeoJSON_are_what_all_values_of_a_property_are()
    {
        File.WriteAllText(
            Place("types.geojson"),
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"n":1,"x":1,"t":"a","f":true,"d":"2020-01-02","i":"2020-01-02T03:04:05Z","l":["a"],"m":1,"o":{"a":1},"z":null,"p":"2020-13-02"},"geometry":{"type":"Point","coordinates":[119,28]}},
            {"type":"Feature","properties":{"n":-2,"x":1.5,"t":"b","f":false,"d":null,"i":"2020-01-02T03:04:05+08:00","l":[],"m":"x","o":2,"z":null,"p":"2020-12-02"},"geometry":null}]}
            """
        );
        var (layer, features) = Added("types.geojson");
        Assert.Equal(
            "n Integer, x Number, t Text, f Boolean, d Date, i Timestamp, l List, m Text, o Text, z Text, p Text",
            string.Join(", ", layer.Values.Select(property => $"{property.Name} {property.Type}"))
        );
        Assert.Null(features[1].Shape);
        Assert.Equal(new DateTime(2020, 1, 1, 19, 4, 5, DateTimeKind.Utc), features[1].Values[5]);
        Assert.Equal("""{"a":1}""", features[0].Values[8]);
    }

    [Fact]
    public void Map_programs_see_each_layer_as_a_table_of_a_valid_GeoPackage()
    {
        File.WriteAllText(Place("source.geojson"), Roads);
        Added("source.geojson");
        Added("source.geojson");

        Tool.Validate(Place("store.gpkg"));
        var told = Tool.Run("ogrinfo", "-so", Place("store.gpkg"), "layer_roads");
        Assert.Contains("Feature Count: 2", told, StringComparison.Ordinal);
        Assert.Contains("(119.000000, 28.000000) - (119.600000, 28.100000)", told, StringComparison.Ordinal);
        Assert.Equal("ok", Tool.Sql(Place("store.gpkg"), "SELECT rtreecheck('rtree_layer_roads_geometry')"));
        Assert.Equal("2", Tool.Sql(Place("store.gpkg"), "SELECT count(*) FROM rtree_layer_roads_geometry"));
    }

    [Theory]
    [InlineData("""{"type":"LineString","coordinates":[[119,28],[119,28]]}""", "shape.too-few-points")]
    [InlineData("""{"type":"LineString","coordinates":[[28,119],[28.1,119.1]]}""", "coordinates.swapped")]
    [InlineData("""{"type":"LineString","coordinates":[[28,89],[28.1,88]]}""", "coordinates.swapped")]
    [InlineData("""{"type":"Point","coordinates":[500000,3100000]}""", "coordinates.plane")]
    [InlineData("""{"type":"GeometryCollection","geometries":[]}""", "layer.shape-kind")]
    [InlineData("""{"type":"Point","coordinates":["a","b"]}""", "shape.not-finite")]
    public void A_bad_geometry_is_refused_with_its_line_and_the_store_stays_as_it_was(string geometry, string code)
    {
        var file = $$$"""
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":[119,28]}},
            {"type":"Feature","properties":{"n":2},"geometry":{{{geometry}}}}]}
            """;
        File.WriteAllText(Place("bad.geojson"), file);

        var report = Add("bad.geojson");
        var issue = Assert.Single(report.Issues);
        Assert.Equal((code, Severity.Refuse, "bad.geojson", 3), (issue.Code, issue.Severity, issue.File, issue.Line));
        Assert.NotEqual(code, issue.Sentence(Texts.Chinese));
        Assert.NotNull(issue.Fix(Texts.English));
        Assert.Equal(ImportOutcome.Refused, report.Outcome);
        Assert.Empty(_store.Layers.All());

        report = Add("bad.geojson", keepGood: true);
        Assert.Equal((ImportOutcome.DoneInPart, 1L, 1), (report.Outcome, report.Layer.Features, report.Refused));
        Assert.Equal(1, Assert.Single(_store.Layers.All()).Features);
    }

    [Fact]
    public void An_area_that_crosses_itself_is_repaired_and_told()
    {
        File.WriteAllText(
            Place("bow.geojson"),
            """{"type":"Polygon","coordinates":[[[119,28],[120,29],[120,28],[119,29],[119,28]]]}"""
        );
        var report = Add("bow.geojson");
        Assert.Equal((ImportOutcome.Done, "layer.repaired"), (report.Outcome, Assert.Single(report.Issues).Code));
        var feature = Assert.Single(_store.Layers.Features(_store.Layers.All()[0], FeatureQuery.All));
        Near(
            "MULTIPOLYGON (((119 28, 119.5 28.5, 119 29, 119 28)), ((119.5 28.5, 120 28, 120 29, 119.5 28.5)))",
            feature
        );
    }

    [Fact]
    public void A_system_that_is_not_declared_is_asked_for_and_never_guessed()
    {
        File.WriteAllText(Place("source.geojson"), Roads);
        Ogr(["-f", "ESRI Shapefile", "-t_srs", "EPSG:4549", Place("bare.shp"), Place("source.geojson")]);
        File.Delete(Place("bare.prj"));

        Assert.Contains(Add("bare.shp").Issues, issue => issue.Code == "crs.unknown");
        Assert.Empty(_store.Layers.All());
        var report = Add("bare.shp", crs: CrsTable.Find("EPSG:4549"));
        Assert.Equal(ImportOutcome.Done, report.Outcome);
        Near(
            "LINESTRING (119 28, 119.1 28.1, 119.2 28)",
            _store.Layers.Features(_store.Layers.All()[0], FeatureQuery.All).First()
        );
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "plain.csv", "layer.no-shapes")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "none.geojson", "file.json-no-features")]
    [InlineData("""{"type":"Feature","properties":{"a":1},"geometry":null}""", "null.geojson", "layer.no-shapes")]
    public void A_file_without_geometry_is_no_layer(string text, string file, string code)
    {
        File.WriteAllText(Place(file), text);
        var report = Add(file);
        Assert.Equal((ImportOutcome.Refused, code), (report.Outcome, Assert.Single(report.Issues).Code));
        Assert.Empty(_store.Layers.All());
    }

    [Fact]
    public void A_value_that_is_not_of_its_declared_type_is_refused_by_name()
    {
        File.WriteAllText(Place("source.geojson"), Roads);
        Ogr(["-f", "GPKG", "-nln", "r", "-lco", "SPATIAL_INDEX=NO", Place("bad.gpkg"), Place("source.geojson")]);
        _ = Tool.Sql(Place("bad.gpkg"), "UPDATE r SET \"车道\" = 'six' WHERE fid = 2");
        var issue = Assert.Single(Add("bad.gpkg").Issues);
        Assert.Equal(("layer.value", 2, "车道", "six"), (issue.Code, issue.Line, issue.Title, issue.Value));
        Assert.Contains("整数", issue.Sentence(Texts.Chinese), StringComparison.Ordinal);
    }

    private (Layer Layer, List<LayerFeature> Features) Added(string file)
    {
        var report = Add(file);
        Assert.True(report.Outcome == ImportOutcome.Done, string.Join('\n', report.Issues));
        var layer = Assert.Single(_store.Layers.All());
        return (layer, [.. _store.Layers.Features(layer, FeatureQuery.All)]);
    }

    private LayerReport Add(string file, bool keepGood = false, Crs? crs = null)
    {
        using var opened = LayerFile.Open(Place(file), crs: crs);
        var options = new LayerOptions
        {
            Name = "roads",
            RecordedAt = DateTimeOffset.UnixEpoch,
            KeepGood = keepGood,
            Crs = crs,
        };
        return LayerImporter.Add(_store, options, opened);
    }

    private static void Near(string wkt, LayerFeature feature)
    {
        var (expected, actual) = (new WKTReader().Read(wkt), new WKBReader().Read(feature.Shape!.Wkb.ToArray()));
        Assert.True(expected.Normalized().EqualsExact(actual.Normalized(), 1e-9), $"{actual}, not {wkt}");
    }

    private string Place(string file) => Path.Combine(_folder, file);

    private static void Ogr(string[] arguments) => Tool.Run("ogr2ogr", arguments);
}
