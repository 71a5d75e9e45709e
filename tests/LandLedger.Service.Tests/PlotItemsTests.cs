using LandLedger.Import;

namespace LandLedger.Service.Tests;

public sealed class PlotItemsTests
{
    [Fact]
    public async Task A_page_holds_what_fits_and_links_to_the_next_until_all_have_come_once()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(25));
        var seen = new List<string>();
        var pages = 0;
        for (var next = "/collections/plots/items?limit=10&asOf=2026-06-30"; next is not null; pages++)
        {
            using var page = await service.GetAsync(next);
            seen.AddRange(Ids(page));
            Assert.Equal("2026-06-30", page.RootElement.GetProperty("asOf").GetString());
            next = Link(page, "next");
            Assert.True(next is null || next.Contains("asOf=2026-06-30"));
        }
        Assert.Equal(Enumerable.Range(1, 25).Select(i => $"P-{i:000}"), seen);
        Assert.Equal(3, pages);
    }

    [Fact]
    public async Task A_box_takes_the_plots_that_it_touches()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(10));
        // Plots 3 and 4 begin at 119.2 and 119.3; plot 5 at 119.4 lies east of the box.
        using var page = await service.GetAsync("/collections/plots/items?bbox=119.15,28.39,119.3005,28.41");
        Assert.Equal(["P-003", "P-004"], Ids(page));
        using var none = await service.GetAsync("/collections/plots/items?bbox=10,10,11,11");
        Assert.Equal(0, none.RootElement.GetProperty("numberReturned").GetInt32());
    }

    [Fact]
    public async Task Classes_and_zones_are_sifted_over_page_borders()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(40));
        // Reserve are 1, 4, 7 … 40; those with an odd number are in the east: 1, 7, 13, 19, 25, 31, 37.
        var seen = new List<string>();
        for (
            var next = $"/collections/plots/items?category=reserve&limit=3&zone={Uri.EscapeDataString("东区")}";
            next is not null;

        )
        {
            using var page = await service.GetAsync(next);
            seen.AddRange(Ids(page));
            next = Link(page, "next");
        }
        Assert.Equal(["P-001", "P-007", "P-013", "P-019", "P-025", "P-031", "P-037"], seen);
    }

    [Fact]
    public async Task Plots_that_ended_before_the_day_neither_show_nor_stop_the_paging()
    {
        await using var service = await RunningService.StartAsync(fill: store =>
        {
            using var import = store.BeginImport();
            for (var i = 0; i < 30; i++)
                import.Put(SmallPark.Plot(i) with { EndedOn = i is > 3 and < 28 ? new(2025, 1, 1) : null });
            import.Commit(DateTimeOffset.UnixEpoch, [], new ImportReport { Outcome = ImportOutcome.Done, Files = [] });
        });
        var seen = new List<string>();
        for (var next = "/collections/plots/items?limit=4&asOf=2025-01-01"; next is not null; )
        {
            using var page = await service.GetAsync(next);
            seen.AddRange(Ids(page));
            next = Link(page, "next");
        }
        Assert.Equal(["P-001", "P-002", "P-003", "P-004", "P-029", "P-030"], seen);
        using var before = await service.GetAsync("/collections/plots/items?asOf=2024-12-31");
        Assert.Equal(30, before.RootElement.GetProperty("numberReturned").GetInt32());
    }

    [Fact]
    public async Task A_limit_above_the_greatest_is_cut_and_the_default_is_a_hundred()
    {
        await using var service = await RunningService.StartAsync(o => o with { MaxPage = 120 }, SmallPark.Of(130));
        using var cut = await service.GetAsync("/collections/plots/items?limit=99999999999");
        Assert.Equal(120, cut.RootElement.GetProperty("features").GetArrayLength());
        using var plain = await service.GetAsync("/collections/plots/items");
        Assert.Equal(100, plain.RootElement.GetProperty("features").GetArrayLength());
    }

    [Fact]
    public async Task A_page_that_must_sift_for_too_long_ends_early_and_goes_on_by_its_link()
    {
        await using var service = await RunningService.StartAsync(
            o => o with { PageTime = TimeSpan.FromMilliseconds(1) },
            SmallPark.Of(3000)
        );
        var seen = 0;
        var pages = 0;
        for (var next = "/collections/plots/items?category=reserve&limit=10000"; next is not null; pages++)
        {
            using var page = await service.GetAsync(next);
            seen += page.RootElement.GetProperty("features").GetArrayLength();
            next = Link(page, "next");
        }
        Assert.Equal(1000, seen);
        Assert.True(pages > 1);
    }

    [Fact]
    public async Task The_day_is_today_by_the_clock_when_none_is_given()
    {
        await using var service = await RunningService.StartAsync(
            o => o with { Clock = new StoppedClock(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)) },
            SmallPark.Of(1)
        );
        using var page = await service.GetAsync("/collections/plots/items");
        Assert.Equal("2026-03-01", page.RootElement.GetProperty("asOf").GetString());
    }

    [Fact]
    public async Task One_plot_is_found_by_its_number_whatever_stands_in_it()
    {
        await using var service = await RunningService.StartAsync(fill: store =>
        {
            using var import = store.BeginImport();
            import.Put(SmallPark.Plot(0) with { Number = "兴国/2019 3#地块" });
            import.Put(SmallPark.Plot(1));
            import.Put(SmallPark.Plot(1, "331101"));
            import.Commit(DateTimeOffset.UnixEpoch, [], new ImportReport { Outcome = ImportOutcome.Done, Files = [] });
        });
        using var page = await service.GetAsync("/collections/plots/items?limit=10");
        var id = Ids(page).Single(number => number.StartsWith('兴'));
        using var one = await service.GetAsync("/collections/plots/items/" + Uri.EscapeDataString(id));
        Assert.Equal("兴国/2019 3#地块", one.RootElement.GetProperty("id").GetString());
        Assert.Equal(4, one.RootElement.GetProperty("bbox").GetArrayLength());
        using var self = await service.GetAsync(Link(one, "self")!);
        Assert.Equal("Feature", self.RootElement.GetProperty("type").GetString());
        using var evaluation = await service.GetAsync(Link(one, "describedby")!);
        Assert.Equal("reserve", evaluation.RootElement.GetProperty("category").GetString());

        await service.ProblemAsync(HttpStatusCode.NotFound, "plot-unknown", "/collections/plots/items/none");
        var both = await service.ProblemAsync(HttpStatusCode.Conflict, "plot-ambiguous", "/plots/P-002/evaluation");
        Assert.Contains("331100, 331101", both.GetProperty("detail").GetString());
        using var chosen = await service.GetAsync("/plots/P-002/evaluation?county=331101");
        Assert.Equal("331101", chosen.RootElement.GetProperty("county").GetString());
        Assert.Equal(["331100:P-002", "331101:P-002"], Ids(page).Where(other => other != id).Order());
        using var named = await service.GetAsync("/collections/plots/items/331101%3AP-002");
        Assert.Equal("331101:P-002", named.RootElement.GetProperty("id").GetString());
        using var itsEvaluation = await service.GetAsync(Link(named, "describedby")!);
        Assert.Equal("331101", itsEvaluation.RootElement.GetProperty("county").GetString());
        await service.ProblemAsync(HttpStatusCode.NotFound, "plot-unknown", "/collections/plots/items/331102%3AP-002");
    }

    [Theory]
    [InlineData("limit=x")]
    [InlineData("limit=0")]
    [InlineData("limit=-1")]
    [InlineData("limit=")]
    [InlineData("limit=unlimited")]
    [InlineData("bbox=1,2,3")]
    [InlineData("bbox=119,29,118,28")]
    [InlineData("bbox=1,2,3,4,5,6")]
    [InlineData("bbox=28,119,29,120&bbox-crs=http://www.opengis.net/def/crs/OGC/1.3/CRS84")]
    [InlineData("bbox=1,2,3,NaN")]
    [InlineData("bbox=-181,2,3,4")]
    [InlineData("asOf=2026-02-30")]
    [InlineData("asOf=20260228")]
    [InlineData("asOf=0001-01-01")]
    [InlineData("category=empty")]
    [InlineData("category=idle,idle")]
    [InlineData("category=Idle")]
    [InlineData("cursor=%25")]
    [InlineData("cursor=AAAA")]
    [InlineData("cursor=WyIiXQ")]
    [InlineData("cursor=WyIiLCJBIiwiMSJd")]
    [InlineData("zone=")]
    public async Task A_wrong_value_is_refused_with_what_would_be_right(string query)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        var address = "/collections/plots/items?" + query;
        var problem = await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-wrong", address);
        Assert.Equal(query.Split('=')[0], problem.GetProperty("parameter").GetString());
        Assert.DoesNotContain("{", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_day_beyond_the_range_is_refused_with_the_range()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        var problem = await service.ProblemAsync(
            HttpStatusCode.BadRequest,
            "parameter-wrong",
            "/collections/plots/items?asOf=9999-12-31"
        );
        Assert.Contains("1949-10-01", problem.GetProperty("detail").GetString());
        Assert.Contains("2199-12-31", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Unknown_and_doubled_parameters_are_refused_by_name()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        const string Items = "/collections/plots/items";
        var unknown = await service.ProblemAsync(
            HttpStatusCode.BadRequest,
            "parameter-unknown",
            Items + "?bBox=1,2,3,4"
        );
        Assert.Contains(
            "bbox, bbox-crs, crs, decimals, filter, filter-lang, filter-crs, shifted, datetime, asOf, category, zone, properties, limit, cursor, count, sortby, f",
            unknown.GetProperty("detail").GetString()
        );
        await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-twice", Items + "?limit=1&limit=2");
    }

    [Fact]
    public async Task The_media_type_is_GeoJSON_unless_plain_JSON_is_preferred_and_other_types_are_not_to_be_had()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        const string Items = "/collections/plots/items";
        Assert.Equal("application/geo+json", await TypeAsync("*/*"));
        Assert.Equal("application/geo+json", await TypeAsync("application/*"));
        Assert.Equal("application/json", await TypeAsync("application/geo+json;q=0.5, application/json"));
        var refused = new HttpRequestMessage(HttpMethod.Get, Items) { Headers = { { "Accept", "image/png" } } };
        await service.ProblemAsync(HttpStatusCode.NotAcceptable, "not-acceptable", refused);

        async Task<string?> TypeAsync(string accept)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Items);
            request.Headers.Add("Accept", accept);
            using var answer = await service.Client.SendAsync(request);
            return answer.Content.Headers.ContentType?.MediaType;
        }
    }

    internal static List<string> Ids(JsonDocument page) =>
        [.. page.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetString()!)];

    internal static string? Link(JsonDocument page, string rel) =>
        page
            .RootElement.GetProperty("links")
            .EnumerateArray()
            .Where(link => link.GetProperty("rel").GetString() == rel)
            .Select(link => link.GetProperty("href").GetString())
            .FirstOrDefault();
}
