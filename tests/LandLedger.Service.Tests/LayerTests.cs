using LandLedger.Import;
using LandLedger.PostGis;
using LandLedger.PostGis.Cluster;
using LandLedger.Stores.Contract;

namespace LandLedger.Service.Tests;

/// <summary>Reference layers as collections: the standard's own data, and what is rare.</summary>
public sealed class LayerTests
{
    private const string Places = "/collections/ne_110m_populated_places_simple";

    [Fact]
    public async Task Collections_list_each_layer_and_tell_what_it_is()
    {
        await using var service = await WithMixed();
        using var all = await service.GetAsync("/collections");
        Assert.Equal(["plots", "evaluations", "zones", "mixed"], Members(all, "collections", "id"));
        using var layer = await service.GetAsync("/collections/mixed");
        Assert.Equal("杂项", layer.RootElement.GetProperty("title").GetString());
        Assert.Equal(
            [119, 28, 122, 31],
            layer
                .RootElement.GetProperty("extent")
                .GetProperty("spatial")
                .GetProperty("bbox")[0]
                .EnumerateArray()
                .Select(bound => bound.GetDouble())
        );
        Assert.Contains("http://www.opengis.net/def/rel/ogc/1.0/queryables", Members(layer, "links", "rel"));
    }

    [Theory]
    [InlineData("/collections/none")]
    [InlineData("/collections/none/items")]
    [InlineData("/collections/none/items/1")]
    [InlineData("/collections/none/queryables")]
    [InlineData("/collections/none/schema")]
    [InlineData("/collections/none/sortables")]
    public async Task An_unknown_collection_is_told_with_those_that_there_are(string path)
    {
        await using var service = await WithMixed();
        var problem = await service.ProblemAsync(HttpStatusCode.NotFound, "collection-unknown", path);
        Assert.Contains("none", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            "plots, zones, evaluations, mixed",
            problem.GetProperty("detail").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Every_kind_of_geometry_and_value_comes_as_it_was_in_the_file()
    {
        await using var service = await WithMixed();
        using var page = await service.GetAsync("/collections/mixed/items");
        var features = page.RootElement.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(
            """{"名称":"井","深":12.5,"日期":"2020-01-02","时刻":"2020-01-02T03:04:05.25Z","标签":["a","b"],"用":true,"数":3}""",
            features[0].GetProperty("properties").GetRawText()
        );
        Assert.Equal(
            """{"名称":"\"路\"","深":null,"日期":null,"时刻":null,"标签":null,"用":null,"数":null}""",
            features[1].GetProperty("properties").GetRawText()
        );
        Assert.Equal(
            [
                """{"type":"Point","coordinates":[119.5,28.5]}""",
                """{"type":"LineString","coordinates":[[119,28],[120,29]]}""",
                """{"type":"MultiPoint","coordinates":[[121,30],[122,31]]}""",
                """{"type":"MultiLineString","coordinates":[[[119,28],[119,29]],[[120,28],[120,29]]]}""",
                """{"type":"Polygon","coordinates":[[[119,28],[120,28],[120,29],[119,28]]]}""",
                "null",
            ],
            features.Select(feature => feature.GetProperty("geometry").GetRawText())
        );
        Assert.Equal([1, 2, 3, 4, 5, 6], Ids(page));
    }

    [Theory]
    [InlineData("bbox=119.4,28.4,119.6,28.6", "1 2 5")]
    [InlineData("bbox=28.4,119.4,28.6,119.6&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4490", "1 2 5")]
    [InlineData("bbox=119.1,28.9,119.2,29", "")]
    [InlineData("bbox=121.4,30.4,121.6,30.6", "")]
    [InlineData("bbox=121.9,30.9,122,31", "3")]
    [InlineData("bbox=170,-10,-170,40", "")]
    [InlineData("filter=\"深\" > 12", "1")]
    [InlineData("filter=S_INTERSECTS(geometry,POINT(119 28.5))", "4")]
    [InlineData(
        "filter=S_WITHIN(geometry,POLYGON((28 119,28 120,29 120,29 119,28 119)))&filter-crs=http://www.opengis.net/def/crs/EPSG/0/4326",
        "1 2 5"
    )]
    [InlineData("filter={\"op\":\"isNull\",\"args\":[{\"property\":\"geometry\"}]}&filter-lang=cql2-json", "6")]
    [InlineData("bbox=119.4,28.4,119.6,28.6&filter=\"名称\" IS NULL", "5")]
    public async Task Boxes_and_filters_find_what_is_there(string query, string ids)
    {
        await using var service = await WithMixed();
        using var page = await service.GetAsync("/collections/mixed/items?" + query);
        Assert.Equal(ids, string.Join(' ', Ids(page)));
    }

    [Theory]
    [InlineData("filter=nothing = 1", "filter-wrong")]
    [InlineData("filter=\"深\" = 'x'", "filter-wrong")]
    [InlineData("bbox=1,2,3", "parameter-wrong")]
    [InlineData("cursor=x", "parameter-wrong")]
    [InlineData("limit=0", "parameter-wrong")]
    [InlineData("asOf=2026-06-30", "parameter-unknown")]
    public async Task What_a_layer_does_not_take_is_refused(string query, string code)
    {
        await using var service = await WithMixed();
        await service.ProblemAsync(HttpStatusCode.BadRequest, code, "/collections/mixed/items?" + query);
    }

    [Fact]
    public async Task Pages_hang_together_by_id_and_keep_every_parameter()
    {
        await using var service = await RunningService.StartAsync(fill: StandardLayers.AddTo);
        var ids = new List<int>();
        var address = Places + "/items?limit=50&bbox=-180,-90,180,90&decimals=2";
        for (var pages = 0; address is not null; pages++)
        {
            Assert.InRange(pages, 0, 4);
            using var page = await service.GetAsync(address);
            ids.AddRange(Ids(page));
            var next = page
                .RootElement.GetProperty("links")
                .EnumerateArray()
                .SingleOrDefault(link => link.GetProperty("rel").GetString() == "next");
            address = next.ValueKind == JsonValueKind.Undefined ? null : next.GetProperty("href").GetString();
            Assert.True(address?.Contains("decimals=2", StringComparison.Ordinal) ?? true);
        }
        Assert.Equal(Enumerable.Range(1, 243), ids);
    }

    [Fact]
    public async Task One_feature_comes_in_the_system_that_was_asked_for()
    {
        await using var service = await WithMixed();
        var crs = "http://www.opengis.net/def/crs/EPSG/0/4490";
        using var answer = await service.Client.GetAsync("/collections/mixed/items/1?crs=" + crs);
        Assert.Equal($"<{crs}>", answer.Headers.GetValues("Content-Crs").Single());
        using var feature = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(
            "[28.5,119.5]",
            feature.RootElement.GetProperty("geometry").GetProperty("coordinates").GetRawText()
        );
        Assert.Equal("[28.5,119.5,28.5,119.5]", feature.RootElement.GetProperty("bbox").GetRawText());
        foreach (var id in (string[])["0", "7", "x", "-1"])
            await service.ProblemAsync(HttpStatusCode.NotFound, "feature-unknown", "/collections/mixed/items/" + id);
    }

    [Fact]
    public async Task Queryables_are_the_properties_of_the_file()
    {
        await using var service = await WithMixed();
        using var schema = await service.GetAsync("/collections/mixed/queryables");
        var properties = schema.RootElement.GetProperty("properties");
        Assert.Equal(
            "名称 string, 深 number, 日期 string date, 时刻 string date-time, 标签 array, 用 boolean, 数 integer, geometry geometry-any",
            string.Join(
                ", ",
                properties
                    .EnumerateObject()
                    .Select(p => $"{p.Name} {Of(p, "type")} {Of(p, "format")}".Replace("  ", " ").Trim())
            )
        );

        static string Of(JsonProperty property, string member) =>
            property.Value.TryGetProperty(member, out var value) ? value.GetString()! : "";
    }

    [Fact]
    public async Task A_copy_stands_until_the_layer_is_another_one()
    {
        await using var service = await WithMixed();
        using var first = await service.Client.GetAsync("/collections/mixed/items");
        Assert.Equal(HttpStatusCode.NotModified, (await Again()).StatusCode);
        using (var store = GeoPackage.GeoPackageStore.Open(service.StorePath, StoreMode.Write))
            store.Layers.Remove("mixed");
        Assert.Equal(HttpStatusCode.NotFound, (await Again()).StatusCode);

        Task<HttpResponseMessage> Again()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/collections/mixed/items");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            return service.Client.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_page_to_read_shows_the_features()
    {
        await using var service = await WithMixed();
        var page = await service.Client.GetStringAsync("/collections/mixed/items?f=html");
        Assert.Contains("井", page, StringComparison.Ordinal);
        Assert.Contains("<details><summary>LineString</summary>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_pair_of_the_standard_gives_its_count_over_a_file()
    {
        await using var service = await RunningService.StartAsync(fill: StandardLayers.AddTo);
        await CountPairs(service);
    }

    [Fact]
    public async Task Every_pair_of_the_standard_gives_its_count_over_a_database()
    {
        var address = Databases.Store();
        using (var store = PostGisStore.Open(DatabaseAddress.Parse(address), StoreMode.Write))
            StandardLayers.AddTo(store);
        await using var service = await RunningService.StartAsync(options => options with { Store = address });
        await CountPairs(service);
    }

    private static async Task CountPairs(RunningService service)
    {
        var (wrong, pairs) = (new List<string>(), 0);
        foreach (var (collection, filter, expected) in StandardPairs.All())
        {
            using var page = await service.GetAsync(
                $"/collections/{collection}/items?limit=1000&filter={Uri.EscapeDataString(filter)}"
            );
            var count = page.RootElement.GetProperty("numberReturned").GetInt64();
            if (count != expected)
                wrong.Add($"{filter}: {count}, not {expected}");
            pairs++;
        }
        Assert.Equal(StandardPairs.Count, pairs);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static Task<RunningService> WithMixed() => RunningService.StartAsync(fill: MixedLayer.AddTo);

    private static IEnumerable<int> Ids(JsonDocument page) =>
        page
            .RootElement.GetProperty("features")
            .EnumerateArray()
            .Select(feature => feature.GetProperty("id").GetInt32());

    private static IEnumerable<string?> Members(JsonDocument answer, string list, string member) =>
        answer.RootElement.GetProperty(list).EnumerateArray().Select(item => item.GetProperty(member).GetString());
}
