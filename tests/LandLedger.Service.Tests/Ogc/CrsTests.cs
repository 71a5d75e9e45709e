using LandLedger.Geometry;

namespace LandLedger.Service.Tests.Ogc;

/// <summary>
/// OGC API Features Part 2, by requirement. Reference points: GDAL 3.6 with PROJ, of the south-west corner of the first plot,
/// 119° east, 28.4° north.
/// </summary>
public sealed class CrsTests
{
    private const string Epsg = "http://www.opengis.net/def/crs/EPSG/0/";
    private const string Crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    [Fact]
    public async Task Fc_md_crs_list_and_storageCrs_name_every_system_by_its_address()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        using var plots = await service.GetAsync("/collections/plots");
        var systems = plots.RootElement.GetProperty("crs").EnumerateArray().Select(crs => crs.GetString()).ToList();
        Assert.Equal(Crs84, systems[0]);
        var zones = Enumerable.Range(4490, 65).Append(4326).Append(3857);
        Assert.Equal(zones.Select(code => Epsg + code).Order(), systems.Skip(1).Order());
        Assert.Equal(Epsg + "4490", plots.RootElement.GetProperty("storageCrs").GetString());
    }

    [Theory]
    [InlineData(Crs84, 119.0, 28.4)]
    [InlineData(Epsg + "4326", 28.4, 119.0)]
    [InlineData(Epsg + "4490", 28.4, 119.0)]
    [InlineData(Epsg + "4528", 3143177.603357, 40402000.993988)]
    [InlineData(Epsg + "4549", 3143177.603357, 402000.993988)]
    [InlineData(Epsg + "3857", 13247019.4044, 3299498.882496)]
    public async Task Fc_crs_action_and_ogc_crs_header_give_positions_in_the_order_of_the_authority(
        string crs,
        double first,
        double second
    )
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        foreach (var path in (string[])["/collections/plots/items?crs=", "/collections/plots/items/P-001?crs="])
        {
            using var answer = await service.Client.GetAsync(path + Uri.EscapeDataString(crs));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal([$"<{crs}>"], answer.Headers.GetValues("Content-Crs"));
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            var feature = json.RootElement.TryGetProperty("features", out var features)
                ? features[0]
                : json.RootElement;
            var corner = feature.GetProperty("geometry").GetProperty("coordinates")[0][0];
            // A centimetre in the plane, 1e-8 of a degree.
            var tolerance = Math.Abs(first) > 180 ? 0.005 : 5e-8;
            Assert.Equal(first, corner[0].GetDouble(), tolerance);
            Assert.Equal(second, corner[1].GetDouble(), tolerance);
        }
    }

    [Fact]
    public async Task Crs84_is_the_answer_where_nothing_was_asked_and_the_header_says_so()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        using var answer = await service.Client.GetAsync("/collections/plots/items");
        Assert.Equal([$"<{Crs84}>"], answer.Headers.GetValues("Content-Crs"));
    }

    [Theory]
    [InlineData("crs", "http://www.opengis.net/def/crs/EPSG/0/2154")]
    [InlineData("crs", "http://www.opengis.net/def/crs/0/unknown")]
    [InlineData("crs", "")]
    [InlineData("bbox-crs", "EPSG:27700")]
    public async Task Fc_crs_valid_value_refuses_others_and_tells_where_the_accepted_ones_stand(
        string name,
        string value
    )
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        var address = $"/collections/plots/items?{name}={Uri.EscapeDataString(value)}";
        var problem = await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-wrong", address);
        Assert.Equal(name, problem.GetProperty("parameter").GetString());
        Assert.Contains("/collections/plots", problem.GetProperty("detail").GetString());
    }

    /// <summary>Boxes of a metre or less around the corner of the first plot, and one beside it.</summary>
    [Theory]
    [InlineData(Crs84, "118.9999,28.3999,119.00001,28.40001", 1)]
    [InlineData(Epsg + "4490", "28.3999,118.9999,28.40001,119.00001", 1)]
    [InlineData(Epsg + "4528", "3143177,40402000,3143178,40402001.5", 1)]
    [InlineData(Epsg + "4528", "3143176,40401999,3143177.5,40402000.9", 0)]
    [InlineData(Epsg + "3857", "13247019,3299498,13247020,3299499", 1)]
    [InlineData(Crs84, "118.9,28.3,118.99999,28.39999", 0)]
    public async Task Fc_bbox_crs_action_takes_the_box_in_the_order_of_its_system(string crs, string box, int plots)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        var address = $"/collections/plots/items?bbox={box}&bbox-crs={Uri.EscapeDataString(crs)}";
        using var page = await service.GetAsync(address);
        Assert.Equal(plots, page.RootElement.GetProperty("numberReturned").GetInt32());
    }

    [Fact]
    public async Task A_box_over_the_date_line_holds_both_sides_and_not_what_lies_between()
    {
        await using var service = await RunningService.StartAsync(fill: store =>
        {
            using var import = store.BeginImport();
            import.Put(SmallPark.Plot(0) with { Shape = SmallPark.Square(179.5, 28.4) });
            import.Put(SmallPark.Plot(1) with { Shape = SmallPark.Square(-179.5, 28.4) });
            import.Put(SmallPark.Plot(2) with { Shape = SmallPark.Square(119, 28.4) });
            import.Commit(
                DateTimeOffset.UnixEpoch,
                [],
                new Import.ImportReport { Outcome = Import.ImportOutcome.Done, Files = [] }
            );
        });
        using var page = await service.GetAsync("/collections/plots/items?bbox=179,28,-179,29");
        var ids = page
            .RootElement.GetProperty("features")
            .EnumerateArray()
            .Select(f => f.GetProperty("id").GetString());
        Assert.Equal(["P-001", "P-002"], ids);
    }

    [Fact]
    public async Task Decimals_shorten_positions_and_next_links_keep_system_and_box()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(3));
        var crs = Uri.EscapeDataString(Epsg + "4528");
        using var page = await service.GetAsync(
            $"/collections/plots/items?limit=1&decimals=0&crs={crs}&bbox=118,28,120,29"
        );
        var corner = page.RootElement.GetProperty("features")[0].GetProperty("geometry").GetProperty("coordinates")[0][
            0
        ];
        Assert.Equal(CrsTable.Find("4528")!.ZonePrefix, (int)(corner[1].GetDouble() / 1_000_000));
        Assert.DoesNotContain(".", corner[0].GetRawText());
        var next = page
            .RootElement.GetProperty("links")
            .EnumerateArray()
            .Single(link => link.GetProperty("rel").GetString() == "next")
            .GetProperty("href")
            .GetString()!;
        Assert.Contains("decimals=0", next);
        Assert.Contains("bbox=118", next);
        Assert.Contains(crs, next);
    }
}
