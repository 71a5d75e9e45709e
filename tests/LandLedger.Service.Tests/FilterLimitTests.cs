using LandLedger.Filters;

namespace LandLedger.Service.Tests;

/// <summary>How large a filter may be, as a client meets it.</summary>
public sealed class FilterLimitTests
{
    [Theory]
    [InlineData("plots", "plot")]
    [InlineData("evaluations", "category")]
    [InlineData("zones", "zone")]
    [InlineData("mixed", "名称")]
    public async Task A_filter_nested_as_deep_as_the_limit_is_answered_and_a_deeper_one_refused(
        string collection,
        string name
    )
    {
        await using var service = await RunningService.StartAsync(fill: store =>
        {
            SmallPark.Of(3)(store);
            MixedLayer.AddTo(store);
        });
        var items = $"/collections/{collection}/items?filter=";
        var text = Nested(FilterLimits.Depth - 2, name);
        using (await service.GetAsync(items + Uri.EscapeDataString(text))) { }
        foreach (var deep in (string[])[Nested(FilterLimits.Depth + 1, name), new string('(', 1000) + "1"])
        {
            var problem = await service.ProblemAsync(
                HttpStatusCode.BadRequest,
                "filter-wrong",
                items + Uri.EscapeDataString(deep)
            );
            Assert.Equal("too-deep", problem.GetProperty("reason").GetString());
        }
        var json = string.Concat(Enumerable.Repeat("""{"op":"not","args":[""", 100));
        var refused = await service.ProblemAsync(
            HttpStatusCode.BadRequest,
            "filter-wrong",
            $"/collections/{collection}/items?filter-lang=cql2-json&filter=" + Uri.EscapeDataString(json)
        );
        Assert.Equal("too-deep", refused.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task An_address_longer_than_the_server_takes_is_414()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        using var client = new HttpClient { BaseAddress = service.Client.BaseAddress };
        var items = "/collections/plots/items?filter=" + Uri.EscapeDataString("plot = '" + new string('x', 9000) + "'");
        using var answer = await client.GetAsync(items);
        Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.StatusCode);
        using (await service.GetAsync("/collections/plots/items")) { }
    }

    private static string Nested(int times, string name) =>
        string.Concat(Enumerable.Repeat("NOT (", times)) + $"\"{name}\" = 'x'" + new string(')', times);
}
