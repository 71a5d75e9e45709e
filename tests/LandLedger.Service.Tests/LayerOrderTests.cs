namespace LandLedger.Service.Tests;

/// <summary>Features of a layer in an order, counted, and what is told of their properties.</summary>
public sealed class LayerOrderTests
{
    private const string Items = "/collections/mixed/items?";

    [Theory]
    [InlineData("sortby=名称", "2 1 3 4 5 6")]
    [InlineData("sortby=-名称", "1 2 3 4 5 6")]
    [InlineData("sortby=-数,+名称", "1 2 3 4 5 6")]
    [InlineData("sortby=时刻,-名称", "1 2 3 4 5 6")]
    [InlineData("sortby=名称&bbox=119.4,28.4,119.6,28.6", "2 1 5")]
    [InlineData("sortby=名称&filter=\"深\" IS NULL", "2 3 4 5 6")]
    public async Task Pages_in_an_order_hold_each_feature_once(string query, string ids)
    {
        await using var service = await RunningService.StartAsync(fill: MixedLayer.AddTo);
        var found = new List<string>();
        for (var next = Items + "limit=2&" + query.Replace("+", "%2B", StringComparison.Ordinal); next is not null; )
        {
            using var page = await service.GetAsync(next);
            found.AddRange(
                page.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").ToString())
            );
            next = PlotItemsTests.Link(page, "next");
        }
        Assert.Equal(ids, string.Join(' ', found));
    }

    [Theory]
    [InlineData("count=exact", 6)]
    [InlineData("count=exact&filter=\"深\" IS NULL", 5)]
    [InlineData("count=exact&bbox=119.4,28.4,119.6,28.6", 3)]
    [InlineData("count=exact&bbox=121.4,30.4,121.6,30.6", 0)]
    [InlineData("count=estimate", 6)]
    [InlineData("count=estimate&filter=\"深\" IS NULL", 5)]
    // The bounds of one meet the box, its geometry does not.
    [InlineData("count=estimate&bbox=119.4,28.4,119.6,28.6", 4)]
    [InlineData("count=none", null)]
    [InlineData("sortby=名称", null)]
    public async Task A_count_is_told_as_the_policy_says(string query, int? matched)
    {
        await using var service = await RunningService.StartAsync(fill: MixedLayer.AddTo);
        using var page = await service.GetAsync(Items + "limit=1&" + query);
        Assert.Equal(
            matched,
            page.RootElement.TryGetProperty("numberMatched", out var number) ? number.GetInt32() : null
        );
    }

    [Theory]
    [InlineData("sortby=标签", "sortby")]
    [InlineData("sortby=geometry", "sortby")]
    [InlineData("sortby=nothing", "sortby")]
    [InlineData("sortby=名称,-名称", "sortby")]
    [InlineData("cursor=WyIiLCJ4Il0", "cursor")]
    [InlineData("sortby=名称&cursor=WyIiLCIxIl0", "cursor")]
    [InlineData("sortby=数&cursor=WyIiLCIxIiwiMS41Il0", "cursor")]
    public async Task What_is_no_order_of_the_layer_or_no_place_in_it_is_refused(string query, string parameter)
    {
        await using var service = await RunningService.StartAsync(fill: MixedLayer.AddTo);
        var problem = await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-wrong", Items + query);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Schema_and_sortables_tell_the_properties_with_their_types()
    {
        await using var service = await RunningService.StartAsync(fill: MixedLayer.AddTo);
        using var schema = await service.GetAsync("/collections/mixed/schema");
        var properties = schema.RootElement.GetProperty("properties");
        Assert.Equal(
            ["id", "名称", "深", "日期", "时刻", "标签", "用", "数", "geometry"],
            properties.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal("integer", properties.GetProperty("id").GetProperty("type").GetString());
        Assert.Equal("id", properties.GetProperty("id").GetProperty("x-ogc-role").GetString());
        Assert.Equal("geometry-any", properties.GetProperty("geometry").GetProperty("format").GetString());
        using var sortables = await service.GetAsync("/collections/mixed/sortables");
        Assert.Equal(
            ["名称", "深", "日期", "时刻", "用", "数"],
            sortables.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name)
        );
        using var layer = await service.GetAsync("/collections/mixed");
        foreach (var name in (string[])["schema", "queryables", "sortables"])
            Assert.EndsWith(
                "/collections/mixed/" + name,
                PlotItemsTests.Link(layer, "http://www.opengis.net/def/rel/ogc/1.0/" + name)
            );
    }
}
