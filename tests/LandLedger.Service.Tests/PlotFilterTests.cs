using System.Globalization;
using LandLedger.Filters;
using LandLedger.Geometry;

namespace LandLedger.Service.Tests;

/// <summary>Filters of items, from the address to the answer.</summary>
public sealed class PlotFilterTests
{
    private const string Items = "/collections/plots/items?";

    /// <summary>Of a box that is sifted the store is asked for ever longer stretches; here the page goes through three of them.</summary>
    [Theory]
    [InlineData(10_000)]
    [InlineData(150)]
    public async Task Plots_of_a_class_in_a_box_come_once_each_and_in_order(int limit)
    {
        var plots = Enumerable
            .Range(0, 1500)
            .Select(i =>
                SmallPark.Plot(i) with
                {
                    Number = $"P-{i:0000}",
                    Shape = SmallPark.Square(119 + (i % 50 * 0.01), 28 + (i / 50 * 0.01)),
                }
            )
            .ToList();
        await using var service = await RunningService.StartAsync(fill: store =>
        {
            using var import = store.BeginImport();
            foreach (var plot in plots)
                import.Put(plot);
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = Import.ImportOutcome.Done, Files = [] });
        });
        var found = new List<string>();
        var first =
            $"/collections/plots/items?category=reserve&bbox=119,28,119.5,28.2905&limit={limit}&properties=plot";
        for (var next = first; next is not null; )
        {
            using var page = await service.GetAsync(next);
            found.AddRange(PlotItemsTests.Ids(page));
            next = PlotItemsTests.Link(page, "next");
        }
        Assert.Equal(plots.Where(plot => plot.Stage == SupplyStage.Reserve).Select(plot => plot.Number), found);
    }

    [Theory]
    [InlineData("plot IN ('P-002','P-004') AND zone = '西区'", "P-002 P-004")]
    [InlineData("stage = 'reserve' AND stated_mu > 10 AND plot < 'P-008'", "P-001 P-004 P-007")]
    [InlineData("S_INTERSECTS(geometry, BBOX(119.15,28.39,119.3005,28.41))", "P-003 P-004")]
    [InlineData("begun IS NULL AND NOT (plot LIKE 'P-00%')", "P-010")]
    [InlineData("holder = 'nobody'", "")]
    public async Task A_filter_in_text_or_JSON_takes_the_plots_that_it_is_true_of(string filter, string plots)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(10));
        using var text = await service.GetAsync(Items + Of(filter));
        Assert.Equal(plots, string.Join(' ', PlotItemsTests.Ids(text)));
        using var named = await service.GetAsync(Items + "filter-lang=cql2-text&" + Of(filter));
        Assert.Equal(plots, string.Join(' ', PlotItemsTests.Ids(named)));
        using var json = await service.GetAsync(Items + "filter-lang=cql2-json&" + Of(Json(filter)));
        Assert.Equal(plots, string.Join(' ', PlotItemsTests.Ids(json)));
    }

    [Fact]
    public async Task A_filter_stays_with_the_next_link_and_goes_together_with_class_zone_and_box()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(40));
        // Reserve are 1, 4, 7 … 40; of those in the east (1, 7, 13 …) the filter takes off 7, the box what lies beyond 122°.
        var seen = new List<string>();
        var pages = 0;
        var first = $"category=reserve&zone={Uri.EscapeDataString("东区")}&bbox=119,28,121.95,29&limit=2&";
        for (var next = Items + first + Of("plot <> 'P-007'"); next is not null; pages++)
        {
            using var page = await service.GetAsync(next);
            seen.AddRange(PlotItemsTests.Ids(page));
            next = PlotItemsTests.Link(page, "next");
            Assert.True(next is null || next.Contains("filter=plot"));
        }
        Assert.Equal(["P-001", "P-013", "P-019", "P-025"], seen);
        Assert.Equal(2, pages);
    }

    [Theory]
    [InlineData("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "119.2005 28.4005")]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4490", "28.4005 119.2005")]
    public async Task Geometries_are_read_in_the_axis_order_of_their_system(string crs, string point)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(10));
        var filter = Of($"S_CONTAINS(geometry, POINT({point}))");
        using var page = await service.GetAsync($"{Items}filter-crs={Uri.EscapeDataString(crs)}&{filter}");
        Assert.Equal(["P-003"], PlotItemsTests.Ids(page));
    }

    [Fact]
    public async Task Geometries_may_stand_in_the_plane_of_a_zone()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(10));
        double[] xy = [119.2005, 28.4005];
        CrsTable.Find("EPSG:4549")!.FromLonLat(xy);
        var filter = Of(string.Create(CultureInfo.InvariantCulture, $"S_CONTAINS(geometry, POINT({xy[1]} {xy[0]}))"));
        using var page = await service.GetAsync(Items + "filter-crs=EPSG:4549&" + filter);
        Assert.Equal(["P-003"], PlotItemsTests.Ids(page));
    }

    [Theory]
    [InlineData("stated_mu >", "ended", 12, "筛选条件第 12 个字符")]
    [InlineData("stated_mu = 1 b", "syntax", 15, "这里是 b")]
    [InlineData("class = 'idle'", "property-unknown", null, "class")]
    [InlineData("stated_mu = '50'", "types", null, "stated_mu")]
    [InlineData("S_WITHIN(geometry, POINT(500 1E300)) AND area(geometry) > 1", "function", 42, "area")]
    public async Task A_wrong_filter_is_refused_with_its_place(string filter, string reason, int? position, string said)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        var problem = await service.ProblemAsync(HttpStatusCode.BadRequest, "filter-wrong", Items + Of(filter));
        Assert.Equal(reason, problem.GetProperty("reason").GetString());
        Assert.Equal(position, problem.TryGetProperty("position", out var at) ? at.GetInt32() : null);
        Assert.Contains(said, problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_wrong_filter_in_JSON_is_refused_with_the_member()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        var address = Items + "filter-lang=cql2-json&" + Of("""{"op":"<","args":[{"property":"stated_mu"},null]}""");
        var problem = await service.ProblemAsync(HttpStatusCode.BadRequest, "filter-wrong", address);
        Assert.Equal("/args/1", problem.GetProperty("pointer").GetString());
    }

    [Theory]
    [InlineData("filter=", "filter")]
    [InlineData("filter-lang=ecql", "filter-lang")]
    [InlineData("filter-crs=EPSG:1234", "filter-crs")]
    public async Task A_wrong_language_or_system_is_refused_with_those_that_there_are(string query, string parameter)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        var problem = await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-wrong", Items + query);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Queryables_tell_type_unit_codes_and_titles_of_all_that_a_filter_may_name()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        using var answer = await service.GetAsync("/collections/plots/queryables");
        var properties = answer.RootElement.GetProperty("properties");
        Assert.Equal(JudgedQueryables.All.All.Select(p => p.Name), properties.EnumerateObject().Select(p => p.Name));
        Assert.False(answer.RootElement.GetProperty("additionalProperties").GetBoolean());

        var stated = properties.GetProperty("stated_mu");
        Assert.Equal("number", stated.GetProperty("type").GetString());
        Assert.Equal("mu", stated.GetProperty("x-ogc-unit").GetString());
        Assert.Equal("文件面积", stated.GetProperty("title").GetString());
        Assert.Equal("Stated area", stated.GetProperty("x-titles").GetProperty("en").GetString());
        Assert.Equal("date", properties.GetProperty("signed_on").GetProperty("format").GetString());
        Assert.Equal("boolean", properties.GetProperty("begun").GetProperty("type").GetString());
        Assert.Equal("array", properties.GetProperty("parcel_codes").GetProperty("type").GetString());
        Assert.Contains("reserve", properties.GetProperty("stage").GetProperty("enum").ToString());
        var outline = properties.GetProperty("geometry");
        Assert.Equal("geometry-multipolygon", outline.GetProperty("format").GetString());
    }

    private static string Of(string filter) => "filter=" + Uri.EscapeDataString(filter);

    private static string Json(string text)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            FilterJson.Write(json, FilterText.Read(text).Value!);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
