using LandLedger.Import;

namespace LandLedger.Service.Tests;

/// <summary>Zones as a collection: what the plots of each add up to.</summary>
public sealed class ZoneItemsTests(EvaluationItemsTests.SamplePark park)
    : IClassFixture<EvaluationItemsTests.SamplePark>
{
    private const string Items = "/collections/zones/items";
    private const string Day = "asOf=2026-06-30";

    [Fact]
    public async Task Each_zone_has_the_sums_that_the_table_of_acreage_has()
    {
        using var table = await park.Service.GetAsync("/acreage?by=zone&" + Day);
        var expected = table
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .Select(row =>
                $"{row.GetProperty("zone")} {row.GetProperty("plots")} {row.GetProperty("statedMu")} {row.GetProperty("withoutStated")} "
                + $"{row.GetProperty("measuredMu")} {row.GetProperty("withoutMeasured")}"
            );
        using var page = await park.Service.GetAsync($"{Items}?{Day}&limit=1000");
        var found = page
            .RootElement.GetProperty("features")
            .EnumerateArray()
            .Select(feature => feature.GetProperty("properties"))
            .Select(zone =>
                $"{zone.GetProperty("zone")} {zone.GetProperty("plots")} {zone.GetProperty("stated_mu")} "
                + $"{zone.GetProperty("without_stated")} {zone.GetProperty("measured_mu")} {zone.GetProperty("without_measured")}"
            );
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_zone_leads_to_its_plots_and_its_box_is_that_of_their_outlines()
    {
        using var page = await park.Service.GetAsync($"{Items}?{Day}");
        foreach (var id in PlotItemsTests.Ids(page))
        {
            using var zone = await park.Service.GetAsync($"{Items}/{Uri.EscapeDataString(id)}?{Day}");
            using var plots = await park.Service.GetAsync(PlotItemsTests.Link(zone, "related") + "&limit=1000");
            Assert.Equal(
                zone.RootElement.GetProperty("properties").GetProperty("plots").GetInt32(),
                plots.RootElement.GetProperty("numberReturned").GetInt32()
            );
            var outlines = plots
                .RootElement.GetProperty("features")
                .EnumerateArray()
                .Select(plot => plot.GetProperty("geometry"))
                .Where(outline => outline.ValueKind != JsonValueKind.Null)
                .SelectMany(outline => Numbers(outline.GetProperty("coordinates")))
                .Chunk(2)
                .ToList();
            if (outlines.Count == 0)
            {
                Assert.Equal(JsonValueKind.Null, zone.RootElement.GetProperty("geometry").ValueKind);
                continue;
            }
            Assert.Equal(
                [
                    outlines.Min(point => point[0]),
                    outlines.Min(point => point[1]),
                    outlines.Max(point => point[0]),
                    outlines.Max(point => point[1]),
                ],
                zone.RootElement.GetProperty("bbox").EnumerateArray().Select(bound => bound.GetDouble())
            );
            Assert.Equal("Polygon", zone.RootElement.GetProperty("geometry").GetProperty("type").GetString());
        }
    }

    [Fact]
    public async Task Plots_without_zone_or_county_are_told_apart_and_counties_are_kept_apart()
    {
        await using var service = await RunningService.StartAsync(fill: Odd);
        using var page = await service.GetAsync(Items);
        Assert.Equal([":东区", "331100:a/b 'c'", "331100:东区", "331100:", "360700:东区"], PlotItemsTests.Ids(page));
        using var none = await service.GetAsync(Items + "/331100:");
        Assert.Equal(
            """{"county":"331100","zone":null,"plots":1,"stated_mu":null,"without_stated":1,"measured_mu":null,"without_measured":1,"without_outline":1}""",
            none.RootElement.GetProperty("properties").GetRawText()
        );
        Assert.Equal(JsonValueKind.Null, none.RootElement.GetProperty("geometry").ValueKind);
        foreach (
            var (id, plot) in ((string, string)[])
                [("331100:", "P-004"), (":东区", "P-001"), ("331100:a/b 'c'", "P-005")]
        )
        {
            using var zone = await service.GetAsync($"{Items}/{Uri.EscapeDataString(id)}");
            Assert.Equal(id, zone.RootElement.GetProperty("id").GetString());
            using var plots = await service.GetAsync(PlotItemsTests.Link(zone, "related")!);
            Assert.Equal([plot], PlotItemsTests.Ids(plots));
        }
        await service.ProblemAsync(HttpStatusCode.NotFound, "feature-unknown", Items + "/331100:none");
        await service.ProblemAsync(HttpStatusCode.NotFound, "feature-unknown", Items + "/none");
    }

    [Theory]
    [InlineData("filter=plots>1", "331100:东区")]
    [InlineData("filter=zone IS NULL OR county='360700'", "331100:|360700:东区")]
    [InlineData("filter=stated_mu BETWEEN 20 AND 22 AND without_stated=0", "331100:东区")]
    [InlineData("filter=S_INTERSECTS(geometry,BBOX(119.15,28,119.25,29))", "331100:东区")]
    [InlineData("bbox=119.15,28,119.16,29", "331100:东区")]
    [InlineData("bbox=118.9,28,119.05,29", ":东区")]
    public async Task Box_and_filter_take_zones_on_every_page(string query, string expected)
    {
        await using var service = await RunningService.StartAsync(fill: Odd);
        var found = new List<string>();
        var first = Items + "?limit=1&" + query.Replace(" ", "%20", StringComparison.Ordinal);
        for (var next = first; next is not null; )
        {
            using var page = await service.GetAsync(next);
            found.AddRange(PlotItemsTests.Ids(page));
            Assert.Equal(expected.Split('|').Length, page.RootElement.GetProperty("numberMatched").GetInt32());
            next = PlotItemsTests.Link(page, "next");
        }
        Assert.Equal(expected.Split('|'), found);
    }

    [Fact]
    public async Task The_schema_has_each_member_of_an_item_and_the_collection_says_what_the_geometry_is()
    {
        using var schema = await park.Service.GetAsync("/collections/zones/schema");
        using var page = await park.Service.GetAsync(Items);
        var zone = page.RootElement.GetProperty("features")[0].GetProperty("properties");
        Assert.Equal(
            ["id", .. zone.EnumerateObject().Select(property => property.Name), "geometry"],
            schema.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name)
        );
        var stated = schema.RootElement.GetProperty("properties").GetProperty("stated_mu");
        Assert.Equal("mu", stated.GetProperty("x-ogc-unit").GetString());
        Assert.Equal("文件面积（亩）", stated.GetProperty("title").GetString());
        using var collection = await park.Service.GetAsync("/collections/zones");
        Assert.Contains("不是片区界线", collection.RootElement.GetProperty("description").GetString());
    }

    /// <summary>P-001 without county, P-002 and P-003 in the east, P-004 without zone, outline and mu, P-005 in a zone of odd name, P-006 elsewhere.</summary>
    private static void Odd(IPlotStore store)
    {
        using var import = store.BeginImport();
        import.Put(SmallPark.Plot(0, county: ""));
        import.Put(SmallPark.Plot(1) with { Zone = "东区" });
        import.Put(SmallPark.Plot(2));
        import.Put(SmallPark.Plot(3) with { Zone = null, Shape = null, StatedArea = null });
        import.Put(SmallPark.Plot(4) with { Zone = "a/b 'c'" });
        import.Put(SmallPark.Plot(6, county: "360700"));
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
    }

    private static IEnumerable<double> Numbers(JsonElement coordinates) =>
        coordinates.ValueKind == JsonValueKind.Number
            ? [coordinates.GetDouble()]
            : coordinates.EnumerateArray().SelectMany(Numbers);
}
