using System.Globalization;
using LandLedger.Service;
using LandLedger.Tests.Filters;
using Microsoft.AspNetCore.Builder;

namespace LandLedger.Benchmarks;

/// <summary>
/// Random filters against the running service, right and broken ones. Each is answered with 200 or 400 and in time; any other answer ends
/// the run.
/// </summary>
internal static class FilterFuzz
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(string place, int count)
    {
        await using var service = ServiceHost.Build(
            new()
            {
                Store = place,
                Rules = Rules.RuleSets.Default,
                Urls = "http://127.0.0.1:0",
            }
        );
        await service.StartAsync();
        using var client = new HttpClient { BaseAddress = new(service.Urls.First()), Timeout = Longest };
        var (good, refused, next) = (0, 0, -1);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(AskAsync)));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} filters: {good} answered with 200, {refused} with 400, none otherwise"
            )
        );
        await service.StopAsync();

        async Task AskAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                var parameters = SpoiltFilter.Parameters(i);
                using var answer = await client.GetAsync(
                    $"/collections/plots/items?limit=5&asOf=2026-06-30&{parameters}"
                );
                _ = (int)answer.StatusCode switch
                {
                    200 => Interlocked.Increment(ref good),
                    400 => Interlocked.Increment(ref refused),
                    var code => throw new InvalidOperationException($"{i}: {code} for {parameters}"),
                };
            }
        }
    }
}
