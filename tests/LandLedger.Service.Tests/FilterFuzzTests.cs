using LandLedger.Tests.Filters;

namespace LandLedger.Service.Tests;

/// <summary>Random filters, right and broken ones: the service answers each or says what is wrong with it.</summary>
public sealed class FilterFuzzTests
{
    private const int Filters = 5_000;
    private const int AtOnce = 4;
    private const int Plots = 20;

    [Fact]
    public async Task Any_filter_is_answered_with_200_or_400_and_changes_nothing()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(Plots));
        // A plain client: what comes back is held against the document by other tests, and this asks often.
        using var client = new HttpClient { BaseAddress = service.Client.BaseAddress };
        var (good, refused, next) = (0, 0, -1);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(AskAsync)));

        Assert.Equal(Filters, good + refused);
        Assert.InRange(good, Filters / 4, Filters / 2);
        using var all = await service.GetAsync("/collections/plots/items?count=exact&asOf=2026-06-30");
        Assert.Equal(Plots, all.RootElement.GetProperty("numberMatched").GetInt32());

        async Task AskAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < Filters; i = Interlocked.Increment(ref next))
            {
                var parameters = SpoiltFilter.Parameters(i);
                using var answer = await client.GetAsync(
                    "/collections/plots/items?limit=5&asOf=2026-06-30&" + parameters
                );
                _ = answer.StatusCode switch
                {
                    HttpStatusCode.OK => Interlocked.Increment(ref good),
                    HttpStatusCode.BadRequest => Interlocked.Increment(ref refused),
                    var code => throw new InvalidOperationException($"{i}: {(int)code} for {parameters}"),
                };
            }
        }
    }
}
