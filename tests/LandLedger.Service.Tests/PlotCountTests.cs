namespace LandLedger.Service.Tests;

/// <summary>How many plots all pages hold.</summary>
public sealed class PlotCountTests
{
    private const string Items = "/collections/plots/items?limit=5&";

    private static readonly string East = Uri.EscapeDataString("东区");

    [Theory]
    [InlineData("", 40)]
    [InlineData("category=reserve", 14)]
    [InlineData("zone={0}", 20)]
    [InlineData("filter=stated_mu<1", 0)]
    [InlineData("filter=plot<='P-010'", 10)]
    [InlineData("filter=plot<='P-010'&zone={0}&category=reserve", 2)]
    [InlineData("filter=S_INTERSECTS(geometry,BBOX(119.05,28,119.25,29)) OR (category='reserve' AND plot<'P-005')", 4)]
    [InlineData("bbox=119.05,28,119.9005,29", 9)]
    [InlineData("bbox=119.05,28,119.9005,29&category=reserve", 3)]
    [InlineData("bbox=119.05,28,119.9005,29&properties=plot", 9)]
    public async Task An_exact_count_is_the_same_on_every_page_and_is_what_the_pages_hold(string query, int matched)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(40));
        var seen = 0;
        var address = Items + "count=exact&" + query.Replace("{0}", East, StringComparison.Ordinal);
        for (var next = (string?)address; next is not null; )
        {
            using var page = await service.GetAsync(next);
            Assert.Equal(matched, page.RootElement.GetProperty("numberMatched").GetInt32());
            seen += PlotItemsTests.Ids(page).Count;
            next = PlotItemsTests.Link(page, "next");
        }
        Assert.Equal(matched, seen);
    }

    [Fact]
    public async Task Plots_that_have_ended_by_the_day_are_not_counted()
    {
        await using var service = await RunningService.StartAsync(fill: store =>
        {
            using var import = store.BeginImport();
            for (var i = 0; i < 30; i++)
                import.Put(SmallPark.Plot(i) with { EndedOn = i < 7 ? new(2025, 1, 1) : null });
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = Import.ImportOutcome.Done, Files = [] });
        });
        foreach (var (day, matched) in ((string, int)[])[("2024-12-31", 30), ("2025-01-01", 23)])
        foreach (var policy in (string[])["exact", "estimate"])
        {
            using var page = await service.GetAsync($"{Items}count={policy}&asOf={day}");
            // The estimate of a file looks at all of so few rows, and takes those that have ended for what they are.
            Assert.Equal(matched, page.RootElement.GetProperty("numberMatched").GetInt32());
        }
    }

    [Fact]
    public async Task Without_a_policy_or_with_none_there_is_no_number()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(7));
        foreach (var query in (string[])["", "count=none&", "count=none&limit=100&"])
        {
            using var page = await service.GetAsync("/collections/plots/items?" + query);
            Assert.False(page.RootElement.TryGetProperty("numberMatched", out _));
        }
    }

    [Fact]
    public async Task Classes_are_not_estimated_but_a_page_with_all_of_them_counts_itself()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(40));
        using var part = await service.GetAsync(Items + "count=estimate&category=reserve");
        Assert.False(part.RootElement.TryGetProperty("numberMatched", out _));
        using var all = await service.GetAsync("/collections/plots/items?count=estimate&category=reserve");
        Assert.Equal(14, all.RootElement.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task An_unknown_policy_is_refused_with_those_that_there_are()
    {
        await using var service = await RunningService.StartAsync();
        var problem = await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-wrong", Items + "count=all");
        Assert.Contains("none, estimate, exact", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
