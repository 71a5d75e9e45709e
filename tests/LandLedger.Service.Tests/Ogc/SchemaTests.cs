namespace LandLedger.Service.Tests.Ogc;

/// <summary>OGC API Features Part 5 (draft): what an item of the collection has.</summary>
public sealed class SchemaTests
{
    private const string Path = "/collections/plots/schema";
    private const string Relation = "http://www.opengis.net/def/rel/ogc/1.0/schema";

    [Fact]
    public async Task The_collection_links_to_its_schema_and_the_classes_are_named()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        using var collection = await service.GetAsync("/collections/plots");
        var address = PlotItemsTests.Link(collection, Relation);
        using var answer = await service.Client.GetAsync(address);
        Assert.Equal("application/schema+json", answer.Content.Headers.ContentType!.ToString());
        using var schema = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(
            "https://json-schema.org/draft/2020-12/schema",
            schema.RootElement.GetProperty("$schema").GetString()
        );
        Assert.Equal(address, schema.RootElement.GetProperty("$id").GetString());
        Assert.Equal("object", schema.RootElement.GetProperty("type").GetString());
        using var conformance = await service.GetAsync("/conformance");
        var classes = conformance.RootElement.GetProperty("conformsTo").EnumerateArray().Select(c => c.GetString());
        foreach (var name in (string[])["schemas", "core-roles-features", "returnables-and-receivables"])
            Assert.Contains("http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/" + name, classes);
    }

    [Fact]
    public async Task It_has_each_member_of_an_item_once_and_in_its_order()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        using var page = await service.GetAsync("/collections/plots/items");
        var feature = page.RootElement.GetProperty("features")[0];
        using var schema = await service.GetAsync(Path);
        var properties = schema.RootElement.GetProperty("properties");
        Assert.Equal(
            ["id", .. feature.GetProperty("properties").EnumerateObject().Select(p => p.Name), "geometry"],
            properties.EnumerateObject().Where(p => !p.Value.TryGetProperty("writeOnly", out _)).Select(p => p.Name)
        );
        Assert.Equal("id", properties.GetProperty("id").GetProperty("x-ogc-role").GetString());
        Assert.Equal("primary-geometry", properties.GetProperty("geometry").GetProperty("x-ogc-role").GetString());
        Assert.Equal(2, properties.EnumerateObject().Count(p => p.Value.TryGetProperty("x-ogc-role", out _)));
    }

    [Theory]
    [InlineData("stated_mu", """{"type":"number","x-ogc-unit":"mu"}""", "文件面积（亩）", "Stated area (mu)")]
    [InlineData("idle_days", """{"type":"integer","x-ogc-unit":"day"}""", "闲置天数", "Days idle")]
    [InlineData("idle_since", """{"type":"string","format":"date"}""", null, null)]
    [InlineData("unverified", """{"type":"boolean"}""", null, null)]
    [InlineData(
        "category",
        """{"type":"string","enum":["in-order","idle","use-changed","low-efficiency","not-supplied","reserve","undetermined"]}""",
        "类别",
        "Category"
    )]
    [InlineData(
        "flags",
        """{"type":"array","items":{"type":"string","enum":["start-overdue","completion-overdue","idle","use-changed","low-efficiency","watch","area-mismatch","unverified","start-unrecorded","idle-unless-begun","start-put-off","started-anew","tax-year-old","price-doubtful","changed-area-doubtful"]}}""",
        null,
        null
    )]
    [InlineData("geometry", """{"format":"geometry-multipolygon","x-ogc-role":"primary-geometry"}""", null, null)]
    public async Task A_property_tells_type_unit_codes_and_titles(string name, string said, string? zh, string? en)
    {
        await using var service = await RunningService.StartAsync();
        using var schema = await service.GetAsync(Path);
        var property = schema.RootElement.GetProperty("properties").GetProperty(name);
        var titles = property.GetProperty("x-titles");
        if (zh is not null)
            Assert.Equal((zh, en), (titles.GetProperty("zh").GetString(), titles.GetProperty("en").GetString()));
        Assert.Equal(titles.GetProperty("zh").GetString(), property.GetProperty("title").GetString());
        var rest = property.EnumerateObject().Where(member => member.Name is not ("title" or "x-titles" or "readOnly"));
        Assert.Equal(
            said,
            "{" + string.Join(",", rest.Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}")) + "}"
        );
    }

    [Fact]
    public async Task What_items_of_the_sample_park_say_is_of_the_type_and_among_the_codes_of_the_schema()
    {
        var park = TestFiles.Park.Select(path => (System.IO.Path.GetFileName(path), File.ReadAllBytes(path)));
        await using var service = await RunningService.StartAsync();
        using (await service.ImportAsync(park, "?on=2026-06-30&keepGood=true")) { }
        using var page = await service.GetAsync("/collections/plots/items?limit=500&asOf=2026-06-30");
        using var schema = await service.GetAsync(Path);
        var properties = schema.RootElement.GetProperty("properties");
        var known = 0;
        foreach (var feature in page.RootElement.GetProperty("features").EnumerateArray())
        foreach (var member in feature.GetProperty("properties").EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
                continue;
            var property = properties.GetProperty(member.Name);
            Assert.True(Fits(member.Value, property), $"{member.Name}: {member.Value}");
            known++;
        }
        Assert.InRange(known, 2000, int.MaxValue);
    }

    private static bool Fits(JsonElement value, JsonElement schema) =>
        schema.GetProperty("type").GetString() switch
        {
            "array" => value.EnumerateArray().All(item => Fits(item, schema.GetProperty("items"))),
            "string" => value.ValueKind == JsonValueKind.String
                && (
                    !schema.TryGetProperty("enum", out var codes)
                    || codes.EnumerateArray().Any(code => code.GetString() == value.GetString())
                ),
            "integer" => value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            _ => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        };
}
