namespace LandLedger.Service.Tests.Ogc;

/// <summary>OGC API Features Part 6 (draft): properties of an answer. Named after its requirements.</summary>
public sealed class PropertySelectionTests
{
    private const string Class = "http://www.opengis.net/spec/ogcapi-features-6/1.0/conf/properties";

    /// <summary>What the class is of: whoever takes the parameter takes it as said.</summary>
    [Fact]
    public async Task Properties_parameter_is_a_list_with_commas_of_what_the_resource_returns()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        using var api = await service.GetAsync("/openapi.json");
        var found = 0;
        foreach (var path in api.RootElement.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.TryGetProperty("get", out var get) || !get.TryGetProperty("parameters", out var taken))
                continue;
            foreach (
                var parameter in taken.EnumerateArray().Where(p => p.GetProperty("name").GetString() == "properties")
            )
            {
                found++;
                Assert.Equal("query", parameter.GetProperty("in").GetString());
                Assert.False(parameter.GetProperty("required").GetBoolean());
                Assert.Equal("form", parameter.GetProperty("style").GetString());
                Assert.False(parameter.GetProperty("explode").GetBoolean());
                var items = parameter.GetProperty("schema").GetProperty("items");
                Assert.Equal("array", parameter.GetProperty("schema").GetProperty("type").GetString());
                Assert.Equal("string", items.GetProperty("type").GetString());
                var collection = string.Join('/', path.Name.Split('/').Take(3));
                using var schema = await service.GetAsync(collection + "/schema");
                Assert.Equal(
                    Told(schema)
                        .Where(property => !property.Value.TryGetProperty("x-ogc-role", out _))
                        .Select(property => property.Name),
                    items.GetProperty("enum").EnumerateArray().Select(name => name.GetString())
                );
            }
        }
        // Pages, whole collections and single items of plots and of evaluations.
        Assert.Equal(6, found);
    }

    [Theory]
    [InlineData("/collections/plots/items?")]
    [InlineData("/collections/plots/whole?")]
    [InlineData("/collections/plots/items/P-001?")]
    [InlineData("/collections/evaluations/items?")]
    [InlineData("/collections/evaluations/whole?")]
    [InlineData("/collections/evaluations/items/P-001?")]
    public async Task Properties_response_has_all_of_them_or_those_that_are_selected(string path)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        using var schema = await service.GetAsync(string.Join('/', path.Split('/').Take(3)) + "/schema");
        var all = Told(schema).Select(property => property.Name);

        Assert.Equal(all.Except(["id", "geometry"]), await NamesAsync(path));
        Assert.Equal(["plot", "stated_mu"], await NamesAsync(path + "properties=stated_mu,plot"));

        async Task<List<string>> NamesAsync(string address)
        {
            using var answer = await service.GetAsync(address);
            var feature = answer.RootElement.TryGetProperty("features", out var features)
                ? features[0]
                : answer.RootElement;
            return [.. feature.GetProperty("properties").EnumerateObject().Select(property => property.Name)];
        }
    }

    /// <summary>All but what can be written alone.</summary>
    private static IEnumerable<JsonProperty> Told(JsonDocument schema) =>
        schema
            .RootElement.GetProperty("properties")
            .EnumerateObject()
            .Where(property => !property.Value.TryGetProperty("writeOnly", out _));

    /// <summary>Layers and zones have no such parameter, and zones no order: what asks it of every collection is not said to be kept.</summary>
    [Fact]
    public async Task Conformance_names_the_class_and_none_that_asks_for_more_than_there_is()
    {
        await using var service = await RunningService.StartAsync();
        using var conformance = await service.GetAsync("/conformance");
        var classes = conformance.RootElement.GetProperty("conformsTo").EnumerateArray().Select(c => c.GetString()!);
        Assert.Contains(Class, classes);
        Assert.DoesNotContain(Class + "-features", classes);
        Assert.DoesNotContain(classes, name => name.Contains("features-8", StringComparison.Ordinal));
    }
}
