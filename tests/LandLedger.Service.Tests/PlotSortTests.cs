using LandLedger.Import;

namespace LandLedger.Service.Tests;

/// <summary>Items in an order that is asked for.</summary>
public sealed class PlotSortTests
{
    private const string Items = "/collections/plots/items?limit=3&";

    [Theory]
    [InlineData("sortby=-plot", "8 7 6 5 4 3 2 1 0")]
    [InlineData("sortby=stated_mu,-plot", "6 3 0 7 4 1 8 5 2")]
    [InlineData("sortby=%2Bstated_mu,-plot", "6 3 0 7 4 1 8 5 2")]
    [InlineData("sortby=+stated_mu,-plot", "6 3 0 7 4 1 8 5 2")]
    [InlineData("sortby=-stated_mu", "1 4 7 0 3 6 2 5 8")]
    [InlineData("sortby=-stated_mu&filter=plot<>'7'", "1 4 0 3 6 2 5 8")]
    [InlineData("sortby=-stated_mu&bbox=119.15,28,119.7005,29", "4 7 3 6 2 5")]
    [InlineData("sortby=-stated_mu&category=reserve", "0 3 6")]
    [InlineData("sortby=-plot&category=not-supplied&properties=plot", "8 7 5 4 2 1")]
    [InlineData("sortby=-stated_mu,holder&properties=plot&count=exact", "1 4 7 0 3 6 2 5 8")]
    public async Task Pages_come_in_the_order_and_their_links_keep_it(string query, string plots)
    {
        await using var service = await RunningService.StartAsync(fill: Filled);
        var seen = new List<string>();
        for (var next = Items + query; next is not null; )
        {
            using var page = await service.GetAsync(next);
            seen.AddRange(PlotItemsTests.Ids(page));
            Assert.InRange(PlotItemsTests.Ids(page).Count, 0, 3);
            next = PlotItemsTests.Link(page, "next");
        }
        Assert.Equal(plots, string.Join(' ', seen));
    }

    [Theory]
    [InlineData("area")]
    [InlineData("geometry")]
    [InlineData("parcel_codes")]
    [InlineData("category")]
    [InlineData("plot,-plot")]
    [InlineData("plot,zone,name,holder,price")]
    [InlineData("--plot")]
    [InlineData("plot desc")]
    [InlineData("plot);DROP TABLE plots")]
    [InlineData("")]
    [InlineData(",plot")]
    public async Task What_plots_cannot_be_sorted_by_is_refused_with_what_they_can(string sortby)
    {
        await using var service = await RunningService.StartAsync(fill: Filled);
        var address = Items + "sortby=" + Uri.EscapeDataString(sortby);
        var problem = await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-wrong", address);
        Assert.Equal("sortby", problem.GetProperty("parameter").GetString());
        Assert.Contains(
            "stated_mu, supervision_number",
            problem.GetProperty("detail").GetString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("sortby=stated_mu", "[\"\",\"1\"]")]
    [InlineData("sortby=stated_mu", "[\"\",\"1\",\"many\"]")]
    [InlineData("sortby=stated_mu", "[\"\",\"1\",\"1\",\"1\"]")]
    [InlineData("sortby=signed_on", "[\"\",\"1\",\"2020-02-30\"]")]
    [InlineData("sortby=begun", "[\"\",\"1\",\"yes\"]")]
    [InlineData("sortby=holder", "[\"\",\"1\",\"\\u0000\"]")]
    [InlineData("sortby=holder", "[null,\"1\",\"a\"]")]
    [InlineData("sortby=holder", "{}")]
    [InlineData("limit=1", "[\"\",\"1\",\"a\"]")]
    public async Task A_cursor_of_another_order_is_refused(string query, string cursor)
    {
        await using var service = await RunningService.StartAsync(fill: Filled);
        var address =
            $"/collections/plots/items?{query}&cursor="
            + System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(cursor));
        var problem = await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-wrong", address);
        Assert.Equal("cursor", problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Sortables_are_the_facts_among_the_queryables_that_have_one_value()
    {
        await using var service = await RunningService.StartAsync();
        using var queryables = await service.GetAsync("/collections/plots/queryables");
        using var sortables = await service.GetAsync("/collections/plots/sortables");
        Assert.Equal(
            queryables
                .RootElement.GetProperty("properties")
                .EnumerateObject()
                .TakeWhile(property => property.Name != "geometry")
                .Where(property => property.Name != "parcel_codes")
                .Select(property => property.ToString()),
            sortables.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.ToString())
        );
    }

    /// <summary>0 to 8: of every three one has 10.5 mu, the next 20 mu, the third nobody knows; every third is in the reserve.</summary>
    private static void Filled(IPlotStore store)
    {
        using var import = store.BeginImport();
        for (var i = 0; i < 9; i++)
        {
            var plot = SmallPark.Plot(i) with { Number = $"{i}", Holder = "甲" };
            import.Put(
                plot with
                {
                    StatedArea = (i % 3) switch
                    {
                        0 => Area.FromMu(10.5m),
                        1 => Area.FromMu(20),
                        _ => null,
                    },
                }
            );
        }
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
    }
}
