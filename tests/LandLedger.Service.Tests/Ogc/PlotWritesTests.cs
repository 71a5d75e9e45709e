using System.Text.Json.Nodes;
using LandLedger.Import;
using LandLedger.Ledger;
using static LandLedger.Service.Tests.Ogc.PlotWriting;

namespace LandLedger.Service.Tests.Ogc;

/// <summary>OGC API Features Part 4: plots are added, replaced, changed and ended one by one, as imports would have it.</summary>
public sealed class PlotWritesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_plot_that_is_added_has_an_address_and_is_told_in_the_ledger(bool inDatabase)
    {
        await using var writing = await StartAsync(inDatabase);
        var feature = Feature(
            "N-1",
            ("holder", "甲公司"),
            ("stated_mu", 15.5),
            ("begun", false),
            ("signed_on", "2024-05-06")
        );

        using var added = await writing.AddAsync(feature, "?on=2026-06-30&by=王办&why=新供地");

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.EndsWith(Items + "/N-1", added.Headers.Location!.AbsolutePath, StringComparison.Ordinal);
        using var shown = await writing.Service.GetAsync(added.Headers.Location.PathAndQuery);
        var properties = shown.RootElement.GetProperty("properties");
        Assert.Equal("甲公司", properties.GetProperty("holder").GetString());
        Assert.Equal(15.5m, properties.GetProperty("stated_mu").GetDecimal());
        Assert.Equal(
            119.05,
            shown.RootElement.GetProperty("geometry").GetProperty("coordinates")[0][0][0].GetDouble(),
            6
        );
        var plot = writing.Plot("N-1");
        Assert.Equal((false, new DateOnly(2024, 5, 6)), (plot.Progress.Begun, plot.Grant.SignedOn));
        var entry = PlotHistory.At(writing.Store.Ledger, PlotKey.Of(plot), null, null).Entries.Single();
        Assert.Equal(
            (EntryKind.Added, "王办", "新供地", new DateOnly(2026, 6, 30), "POST " + Items),
            (entry.Kind, entry.By, entry.Why, entry.Since, entry.File)
        );
        Assert.Equal("POST " + Items, writing.Store.Imports()[^1].Sources.Single().Name);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_patch_changes_what_it_names_and_null_takes_back(bool inDatabase)
    {
        await using var writing = await StartAsync(inDatabase);
        using var update = await writing.UpdateAsync(
            "P-001",
            Patch(("holder", "乙公司"), ("zone", null), ("price", 1234567.89), ("permit_on", "2026-01-31"))
        );

        Assert.Equal(HttpStatusCode.OK, update.StatusCode);
        var plot = writing.Plot("P-001");
        Assert.Equal(("乙公司", null, 1234567.89m), (plot.Holder, plot.Zone, plot.Grant.Price!.Value.Yuan));
        Assert.Equal((new DateOnly(2026, 1, 31), SupplyStage.Reserve), (plot.Progress.PermitOn, plot.Stage));
        Assert.Equal(16.3m, plot.StatedArea!.Value.Mu);
        Assert.NotNull(plot.Shape);
        var entry = PlotHistory.At(writing.Store.Ledger, PlotKey.Of(plot), null, null).Entries[^1];
        Assert.Equal(["holder", "permit_on", "price", "zone"], entry.Says.EnumerateObject().Select(fact => fact.Name));
        Assert.Equal($"PATCH {Items}/331100:P-001", entry.File);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_replacement_leaves_nothing_of_the_facts_that_items_show_and_it_does_not_name(bool inDatabase)
    {
        await using var writing = await StartAsync(inDatabase);
        using (
            await writing.UpdateAsync(
                "P-001",
                Patch(("supplement_on", "2026-02-01"), ("supplement_start", "2027-02-01"))
            )
        ) { }

        using var replaced = await writing.ReplaceAsync("P-001", Feature("P-001", ("holder", "丙公司")));

        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        var plot = writing.Plot("P-001");
        // No item shows the stage, so what sends one back says nothing of it.
        Assert.Equal(
            ("丙公司", null, null, SupplyStage.Reserve),
            (plot.Holder, plot.Zone, plot.StatedArea, plot.Stage)
        );
        Assert.Equal(119.05, plot.Shape!.West, 6);
        // What a plot has several of is not single facts.
        Assert.Equal(new DateOnly(2026, 2, 1), plot.Grant.Supplements.Single().SignedOn);

        using var bare = await writing.ReplaceAsync(
            "P-001",
            new()
            {
                ["type"] = "Feature",
                ["geometry"] = null,
                ["properties"] = new JsonObject(),
            }
        );
        Assert.Equal(HttpStatusCode.OK, bare.StatusCode);
        plot = writing.Plot("P-001");
        Assert.Equal((null, null, null), (plot.Holder, plot.Shape, plot.Measured));
        using var shown = await writing.Service.GetAsync(Items + "/P-001");
        Assert.Equal(JsonValueKind.Null, shown.RootElement.GetProperty("geometry").ValueKind);
        using var box = await writing.Service.GetAsync(Items + "?bbox=118.9,28.3,119.09,28.5");
        Assert.Equal(0, box.RootElement.GetProperty("numberReturned").GetInt32());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_plot_that_ends_leaves_the_register_on_its_day_and_nothing_is_lost(bool inDatabase)
    {
        await using var writing = await StartAsync(inDatabase);

        using var ended = await writing.EndAsync("P-001", "?on=2026-10-01&why=收回&by=王办");

        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        await writing.Service.ProblemAsync(HttpStatusCode.NotFound, "plot-unknown", Items + "/P-001");
        using var before = await writing.Service.GetAsync(Items + "/P-001?asOf=2026-09-30");
        Assert.Equal(16.3m, before.RootElement.GetProperty("properties").GetProperty("stated_mu").GetDecimal());
        var plot = writing.Plot("P-001");
        Assert.Equal((new DateOnly(2026, 10, 1), 16.3m), (plot.EndedOn!.Value, plot.StatedArea!.Value.Mu));
        var entry = PlotHistory.At(writing.Store.Ledger, PlotKey.Of(plot), null, null).Entries[^1];
        Assert.Equal((EntryKind.Ended, "收回", "王办"), (entry.Kind, entry.Why, entry.By));

        using var again = await writing.AddAsync(Feature("P-001", ("holder", "甲公司")));
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        plot = writing.Plot("P-001");
        Assert.Equal((null, "甲公司", 16.3m), (plot.EndedOn, plot.Holder, plot.StatedArea!.Value.Mu));
    }

    [Fact]
    public async Task An_end_asks_for_its_day_and_its_reason()
    {
        await using var writing = await StartAsync();
        var tag = await writing.TagAsync("P-001");
        foreach (var (query, missing) in new[] { ("", "on"), ("?why=x", "on"), ("?on=2026-01-01", "why") })
        {
            var problem = await writing.Service.ProblemAsync(
                HttpStatusCode.BadRequest,
                "parameter-missing",
                Request(HttpMethod.Delete, $"{Items}/P-001{query}", null, "", ("If-Match", tag))
            );
            Assert.Equal(missing, problem.GetProperty("parameter").GetString());
        }
        Assert.Equal(tag, await writing.TagAsync("P-001"));
    }

    public static TheoryData<string, string> Wrong =>
        new()
        {
            { """{"type":"Feature","properties":{"plot":"N-1","colour":"red"}}""", "properties.colour" },
            { """{"type":"Feature","properties":{"plot":"N-1","category":"idle"}}""", "properties.category" },
            { """{"type":"Feature","properties":{"plot":"N-1","begun":"no"}}""", "properties.begun" },
            { """{"type":"Feature","properties":{"plot":"N-1","price":"1万"}}""", "properties.price" },
            { """{"type":"Feature","properties":{"plot":"N-1","signed_on":"2026.1.2"}}""", "properties.signed_on" },
            { """{"type":"Feature","properties":{"plot":"N-1","stage":"done"}}""", "properties.stage" },
            { """{"type":"Feature","properties":{"plot":"N-1","county":"33"}}""", "properties.county" },
            { """{"type":"Feature","properties":{"holder":"甲"}}""", "properties.plot" },
            { """{"type":"Feature","properties":[]}""", "properties" },
            { """{"type":"Feature","properties":{"plot":"N-1"},"geometry":"POLYGON EMPTY"}""", "geometry" },
            { """{"type":"Feature","properties":{"plot":"N-1"},"crs":{}}""", "crs" },
            { """{"type":"FeatureCollection","features":[]}""", "type" },
            { """{"type":"Feature","id":"N-2","properties":{"plot":"N-1"}}""", "id" },
            { "[]", "$" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_a_body_says_wrongly_is_named_with_its_place(string body, string place)
    {
        await using var writing = await StartAsync();
        var entries = writing.Entries;
        using var request = new HttpRequestMessage(HttpMethod.Post, Items)
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        var problem = await writing.Service.ProblemAsync(HttpStatusCode.UnprocessableEntity, "plot-wrong", request);
        Assert.Equal(place, problem.GetProperty("place").GetString());
        Assert.Equal((entries, 0), (writing.Entries, writing.Store.Find("N-1").Count));
    }

    [Theory]
    [InlineData("""{"begun_on":"2026-12-01"}""", "date.not-yet")]
    [InlineData("""{"price":-5}""", "number.implausible")]
    [InlineData("""{"stated_mu":9000000}""", "number.implausible")]
    public async Task What_an_import_would_refuse_is_refused_with_the_same_issues_and_leaves_nothing(
        string facts,
        string code
    )
    {
        await using var writing = await StartAsync();
        var (tag, entries, imports) = (await writing.TagAsync("P-001"), writing.Entries, writing.Store.Imports().Count);
        var problem = await writing.Service.ProblemAsync(
            HttpStatusCode.UnprocessableEntity,
            "import-refused",
            Request(
                HttpMethod.Patch,
                Items + "/P-001",
                new() { ["properties"] = JsonNode.Parse(facts) },
                MergePatch,
                ("If-Match", tag)
            )
        );
        Assert.Contains(
            code,
            problem.GetProperty("issues").EnumerateArray().Select(issue => issue.GetProperty("code").GetString())
        );
        Assert.Equal(
            (tag, entries, imports),
            (await writing.TagAsync("P-001"), writing.Entries, writing.Store.Imports().Count)
        );
        writing.AssertWhole();
    }

    [Fact]
    public async Task An_outline_that_is_none_is_refused_and_an_odd_one_is_told()
    {
        await using var writing = await StartAsync();
        var line = Feature("N-1");
        line["geometry"] = JsonNode.Parse("""{"type":"LineString","coordinates":[[119.05,28.4],[119.051,28.401]]}""");
        var flat = Feature("N-1");
        flat["geometry"] = JsonNode.Parse(
            """{"type":"Polygon","coordinates":[[[119.05,28.4],[119.051,28.4],[119.05,28.4]]]}"""
        );
        foreach (var wrong in (JsonObject[])[line, flat])
            await writing.Service.ProblemAsync(
                HttpStatusCode.UnprocessableEntity,
                "import-refused",
                Request(HttpMethod.Post, Items, wrong, GeoJson)
            );
        Assert.Empty(writing.Store.Find("N-1"));

        var twin = Feature("N-1");
        twin["geometry"] = Square(119, 28.4);
        using var added = await writing.AddAsync(twin);
        var answer = JsonNode.Parse(await added.Content.ReadAsStringAsync())!;
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.NotEmpty(answer["issues"]!.AsArray());
        Assert.DoesNotContain("note", answer["issues"]!.AsArray().Select(issue => (string?)issue!["severity"]));
    }

    [Fact]
    public async Task A_plot_of_the_register_is_not_added_again()
    {
        await using var writing = await StartAsync();
        foreach (var county in (JsonNode?[])["331100", null])
        {
            var feature = Feature("P-001");
            feature["properties"]!["county"] = county;
            await writing.Service.ProblemAsync(
                HttpStatusCode.Conflict,
                "plot-exists",
                Request(HttpMethod.Post, Items, feature, GeoJson)
            );
        }
        var elsewhere = Feature("P-001");
        elsewhere["properties"]!["county"] = "331102";
        using var other = await writing.AddAsync(elsewhere);
        Assert.Equal(HttpStatusCode.Created, other.StatusCode);
        Assert.EndsWith("331102%3AP-001", other.Headers.Location!.AbsolutePath, StringComparison.Ordinal);
        using (await writing.Service.GetAsync(other.Headers.Location.AbsolutePath)) { }
    }

    [Fact]
    public async Task Which_plot_it_is_cannot_be_written()
    {
        await using var writing = await StartAsync();
        var tag = await writing.TagAsync("P-001");
        foreach (
            var (body, place) in new[]
            {
                ("""{"properties":{"plot":"P-009"}}""", "properties.plot"),
                ("""{"properties":{"county":"331102"}}""", "properties.county"),
                ("""{"id":"P-009"}""", "id"),
            }
        )
        {
            var problem = await writing.Service.ProblemAsync(
                HttpStatusCode.UnprocessableEntity,
                "plot-wrong",
                Request(
                    HttpMethod.Patch,
                    Items + "/P-001",
                    JsonNode.Parse(body)!.AsObject(),
                    MergePatch,
                    ("If-Match", tag)
                )
            );
            Assert.Equal(place, problem.GetProperty("place").GetString());
        }
        Assert.Equal(tag, await writing.TagAsync("P-001"));
    }

    [Fact]
    public async Task Facts_of_an_earlier_day_than_the_store_has_reached_are_meant_or_refused()
    {
        await using var writing = await StartAsync();
        using (await writing.UpdateAsync("P-001", Patch(("holder", "甲")), "?on=2026-06-30")) { }
        var problem = await RefusedAsync("?on=2026-06-29");
        Assert.Equal("import.earlier", problem.GetProperty("issues")[0].GetProperty("code").GetString());
        using var meant = await writing.UpdateAsync("P-001", Patch(("holder", "乙")), "?on=2026-06-29&earlier=true");
        Assert.Equal(HttpStatusCode.OK, meant.StatusCode);
        await writing.Service.ProblemAsync(
            HttpStatusCode.BadRequest,
            "parameter-wrong",
            Request(
                HttpMethod.Patch,
                Items + "/P-001?on=2026-12-01",
                Patch(("holder", "丙")),
                MergePatch,
                ("If-Match", await writing.TagAsync("P-001"))
            )
        );

        async Task<JsonElement> RefusedAsync(string query) =>
            await writing.Service.ProblemAsync(
                HttpStatusCode.UnprocessableEntity,
                "import-refused",
                Request(
                    HttpMethod.Patch,
                    Items + "/P-001" + query,
                    Patch(("holder", "乙")),
                    MergePatch,
                    ("If-Match", await writing.TagAsync("P-001"))
                )
            );
    }

    [Fact]
    public async Task A_write_neither_ends_plots_nor_keeps_a_file_from_ending_one()
    {
        await using var writing = await StartAsync();
        using (await writing.UpdateAsync("P-001", Patch(("holder", "乙")))) { }
        using (await writing.UpdateAsync("P-001", Patch(("holder", "丙")))) { }
        Assert.All(writing.Store.Plots(new()), plot => Assert.Null(plot.EndedOn));

        using var report = await writing.Service.ImportAsync([("park.geojson", Park("P-002"))]);
        Assert.Equal(1, report.RootElement.GetProperty("ended").GetInt32());
        Assert.NotNull(writing.Plot("P-001").EndedOn);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_write()
    {
        await using var writing = await StartAsync();
        var tag = await writing.TagAsync("P-001");
        foreach (
            var request in (HttpRequestMessage[])
                [
                    Request(HttpMethod.Post, Items, Feature("N-1"), GeoJson, ("Origin", "https://else.example")),
                    Request(
                        HttpMethod.Delete,
                        Items + "/P-001?on=2026-06-30&why=x",
                        null,
                        "",
                        ("If-Match", tag),
                        ("Origin", "https://else.example")
                    ),
                ]
        )
            await writing.Service.ProblemAsync(HttpStatusCode.Forbidden, "origin-foreign", request);
    }
}
