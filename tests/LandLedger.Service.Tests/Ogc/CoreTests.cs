namespace LandLedger.Service.Tests.Ogc;

/// <summary>OGC API Features Part 1, the checks of the official suite, each named after its requirement.</summary>
public sealed class CoreTests
{
    private const string Items = "/collections/plots/items";

    [Fact]
    public async Task Root_success_links_to_description_conformance_and_data()
    {
        await using var service = await RunningService.StartAsync();
        using var landing = await service.GetAsync("/");
        var links = Links(landing.RootElement);
        foreach (var rel in (string[])["service-desc", "service-doc", "conformance", "data"])
            Assert.Contains(links, link => link.Rel == rel);
        foreach (var (_, href, type) in links.Where(link => link.Rel is "service-desc" or "conformance" or "data"))
        {
            // Once read, a client writes media types anew; the header counts as it was sent.
            using var plain = new HttpClient();
            using var answer = await plain.GetAsync(href);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(type, answer.Content.Headers.NonValidated["Content-Type"].ToString());
        }
    }

    [Fact]
    public async Task Conformance_success_lists_the_classes()
    {
        await using var service = await RunningService.StartAsync();
        using var conformance = await service.GetAsync("/conformance");
        var classes = conformance.RootElement.GetProperty("conformsTo").EnumerateArray().Select(c => c.GetString());
        foreach (var name in (string[])["core", "oas30", "html", "geojson"])
            Assert.Contains("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/" + name, classes);
        Assert.Contains("http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs", classes);
    }

    [Fact]
    public async Task Fc_md_success_and_sfc_md_success_tell_the_same_of_a_collection()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(3));
        using var all = await service.GetAsync("/collections");
        Assert.Contains(Links(all.RootElement), link => link.Rel == "self");
        Assert.Contains(Links(all.RootElement), link => link is { Rel: "alternate", Type: "text/html" });
        var listed = all.RootElement.GetProperty("collections").EnumerateArray().Single(c => Id(c) == "plots");
        using var one = await service.GetAsync(Links(listed).First(link => link.Rel == "self").Href);
        foreach (var name in (string[])["id", "title", "description", "extent", "crs", "storageCrs", "itemType"])
            Assert.Equal(listed.GetProperty(name).GetRawText(), one.RootElement.GetProperty(name).GetRawText());
        Assert.Contains(Links(listed), link => link is { Rel: "items", Type: "application/geo+json" });
        var box = one.RootElement.GetProperty("extent").GetProperty("spatial").GetProperty("bbox")[0];
        var bounds = box.EnumerateArray().Select(bound => Math.Round(bound.GetDouble(), 9));
        Assert.Equal([119, 28.4, 119.201, 28.401], bounds);
    }

    [Theory]
    [InlineData("bbox", "array")]
    [InlineData("limit", "integer")]
    [InlineData("datetime", "string")]
    public async Task Fc_bbox_limit_and_time_definition_are_in_the_document(string name, string type)
    {
        await using var service = await RunningService.StartAsync();
        using var document = JsonDocument.Parse(await service.Client.GetStringAsync("/openapi.json"));
        var parameter = document
            .RootElement.GetProperty("paths")
            .GetProperty(Items)
            .GetProperty("get")
            .GetProperty("parameters")
            .EnumerateArray()
            .Single(p => p.GetProperty("name").GetString() == name);
        Assert.Equal("query", parameter.GetProperty("in").GetString());
        Assert.False(parameter.GetProperty("required").GetBoolean());
        Assert.Equal("form", parameter.GetProperty("style").GetString());
        Assert.False(parameter.GetProperty("explode").GetBoolean());
        var schema = parameter.GetProperty("schema");
        Assert.Equal(type, schema.GetProperty("type").GetString());
        if (name == "limit")
        {
            Assert.Equal(1, schema.GetProperty("minimum").GetInt32());
            Assert.Equal(10_000, schema.GetProperty("maximum").GetInt32());
            Assert.Equal(100, schema.GetProperty("default").GetInt32());
        }
        if (name == "bbox")
        {
            Assert.Equal("number", schema.GetProperty("items").GetProperty("type").GetString());
            foreach (var choice in schema.GetProperty("oneOf").EnumerateArray())
                Assert.Equal(choice.GetProperty("minItems").GetInt32(), choice.GetProperty("maxItems").GetInt32());
        }
    }

    [Theory]
    [InlineData("-1.5,50,1.5,53")]
    [InlineData("-80,-5,-70,5")]
    [InlineData("177,65,-177,70")]
    [InlineData("-180,85,180,90")]
    [InlineData("-180,-90,180,-85")]
    public async Task Fc_bbox_response_of_meridian_equator_date_line_and_poles_is_empty_not_wrong(string box)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(3));
        using var page = await service.GetAsync($"{Items}?bbox={box}");
        Assert.Equal(0, page.RootElement.GetProperty("numberReturned").GetInt32());
    }

    [Theory]
    [InlineData("2026-06-30", "2026-06-30")]
    [InlineData("2026-06-30T18:00:00Z", "2026-06-30")]
    [InlineData("2026-06-30T23:30:00-08:00", "2026-07-01")]
    [InlineData("2026-01-01/2026-06-30", "2026-06-30")]
    [InlineData("../2026-06-30", "2026-06-30")]
    [InlineData("2020-01-01/..", "2026-03-01")]
    [InlineData("2020-01-01T00:00:00Z/", "2026-03-01")]
    public async Task Fc_time_response_shows_the_register_on_the_last_day_asked_for(string datetime, string day)
    {
        await using var service = await RunningService.StartAsync(
            o => o with { Clock = new StoppedClock(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)) },
            SmallPark.Of(1)
        );
        using var page = await service.GetAsync($"{Items}?datetime={Uri.EscapeDataString(datetime)}");
        Assert.Equal(day, page.RootElement.GetProperty("asOf").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("yesterday")]
    [InlineData("2026-06-31")]
    [InlineData("2026-06-30/2026-01-01")]
    [InlineData("2026-01-01/2026-02-01/2026-03-01")]
    [InlineData("2026-06-30T18:00:00")]
    public async Task Fc_time_refuses_what_is_neither_an_instant_nor_a_range(string datetime)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        var address = $"{Items}?datetime={Uri.EscapeDataString(datetime)}";
        await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-wrong", address);
    }

    [Theory]
    [InlineData(Items + "?limit=2")]
    [InlineData(Items + "/P-001")]
    [InlineData("/")]
    [InlineData("/conformance")]
    [InlineData("/collections")]
    [InlineData("/collections/plots")]
    [InlineData("/collections/plots/tiles")]
    [InlineData("/tileMatrixSets/WebMercatorQuad")]
    [InlineData("/plots/P-001/evaluation")]
    public async Task Html_definition_and_fc_links_offer_each_answer_as_a_page_too(string path)
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(3));
        using var asked = new HttpRequestMessage(HttpMethod.Get, path);
        asked.Headers.Add("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
        using var page = await service.Client.SendAsync(asked);
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        var html = await page.Content.ReadAsStringAsync();
        Assert.StartsWith("<!doctype html><html lang=\"zh\">", html);
        using var same = await service.Client.GetAsync(path + (path.Contains('?') ? "&" : "?") + "f=html");
        Assert.Equal(HttpStatusCode.OK, same.StatusCode);
        using var json = await service.GetAsync(path + (path.Contains('?') ? "&" : "?") + "f=json");
        if (json.RootElement.TryGetProperty("links", out _))
        {
            var links = Links(json.RootElement);
            Assert.True(links.All(link => link.Rel.Length > 0 && link.Type.Length > 0));
            foreach (var (rel, href, type) in links.Where(link => link.Rel is "self" or "alternate"))
            {
                using var form = await service.Client.GetAsync(href);
                Assert.Equal((rel, type), (rel, form.Content.Headers.ContentType!.MediaType));
            }
        }
    }

    [Fact]
    public async Task A_page_says_in_chinese_what_the_json_says_and_escapes_what_officers_wrote()
    {
        await using var service = await RunningService.StartAsync(fill: store =>
        {
            using var import = store.BeginImport();
            import.Put(SmallPark.Plot(0) with { Holder = "<b>甲</b>&公司" });
            import.Commit(
                DateTimeOffset.UnixEpoch,
                [],
                new Import.ImportReport { Outcome = Import.ImportOutcome.Done, Files = [] }
            );
        });
        var html = await service.Client.GetStringAsync(Items + "?f=html");
        Assert.Contains("&lt;b&gt;甲&lt;/b&gt;&amp;公司", html);
        Assert.DoesNotContain("<b>", html);
        Assert.Contains("<th>" + Texts.Chinese["column.category"], html);
        Assert.Contains("10.5", html);
    }

    [Theory]
    [InlineData(Items + "?f=pdf", HttpStatusCode.BadRequest, "parameter-wrong")]
    [InlineData(Items + "?f=csv", HttpStatusCode.BadRequest, "parameter-wrong")]
    [InlineData(Items + "?filter-language=x", HttpStatusCode.BadRequest, "parameter-unknown")]
    [InlineData("/collections/none", HttpStatusCode.NotFound, "collection-unknown")]
    [InlineData("/collections/none/items", HttpStatusCode.NotFound, "collection-unknown")]
    public async Task Query_param_invalid_and_unknown_are_400_and_a_collection_that_is_not_there_404(
        string path,
        HttpStatusCode status,
        string code
    )
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        await service.ProblemAsync(status, code, path);
    }

    private static List<(string Rel, string Href, string Type)> Links(JsonElement answer) =>
        [
            .. answer
                .GetProperty("links")
                .EnumerateArray()
                .Select(link =>
                    (
                        link.GetProperty("rel").GetString()!,
                        link.GetProperty("href").GetString()!,
                        link.GetProperty("type").GetString()!
                    )
                ),
        ];

    private static string? Id(JsonElement collection) => collection.GetProperty("id").GetString();
}
