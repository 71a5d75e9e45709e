using LandLedger.PostGis.Cluster;
using static LandLedger.Service.Tests.Ogc.PlotWriting;

namespace LandLedger.Service.Tests.Ogc;

/// <summary>OGC API Features Part 4, optimistic locking by entity tags, and what else keeps two writers from each other.</summary>
public sealed class PlotLockTests
{
    [Fact]
    public async Task The_tag_is_that_of_the_plot_and_not_of_the_day_or_of_other_plots()
    {
        await using var writing = await StartAsync();
        var (today, earlier) = (await writing.TagAsync("P-001"), await writing.TagAsync("P-001", "?asOf=2026-01-01"));
        Assert.Equal(State(today), State(earlier));
        // Two answers have two tags, so that no copy of one is taken for the other.
        Assert.NotEqual(today, earlier);
        using (await writing.UpdateAsync("P-002", Patch(("holder", "甲")))) { }
        Assert.Equal(today, await writing.TagAsync("P-001"));
        using var kept = await writing.SendAsync(HttpMethod.Get, Items + "/P-001", null, "", ("If-None-Match", today));
        Assert.Equal((HttpStatusCode.NotModified, today), (kept.StatusCode, kept.Headers.ETag!.Tag));
        Assert.Empty(await kept.Content.ReadAsByteArrayAsync());
        using var page = await writing.Service.Client.GetAsync(Items + "/P-001?f=html");
        Assert.Equal(State(today), State(page.Headers.ETag!.Tag));

        using var update = await writing.UpdateAsync("P-001", Patch(("holder", "甲")));
        Assert.NotEqual(State(today), State(update.Headers.ETag!.Tag));
        Assert.Equal(State(await writing.TagAsync("P-001")), State(update.Headers.ETag.Tag));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_write_decided_on_another_state_is_refused(bool inDatabase)
    {
        await using var writing = await StartAsync(inDatabase);
        var tag = await writing.TagAsync("P-001");
        using (await writing.UpdateAsync("P-001", Patch(("holder", "甲")))) { }
        var entries = writing.Entries;
        foreach (var stale in (string[])[tag, "\"0\"", "\"xyz\"", "W/" + await writing.TagAsync("P-001"), "nonsense"])
        {
            foreach (var request in Writes("P-001", ("If-Match", stale)))
                await writing.Service.ProblemAsync(HttpStatusCode.PreconditionFailed, "plot-went-on", request);
        }
        Assert.Equal(("甲", entries), (writing.Plot("P-001").Holder, writing.Entries));

        // A tag of any form of the answer will do, among others or alone, and so does any state at all.
        var other = await writing.TagAsync("P-001", "?asOf=2026-01-01&lang=en".Split('&')[0]);
        foreach (var fresh in (string[])[$"\"0\", {other}", "*"])
        {
            using var answer = await writing.SendAsync(
                HttpMethod.Patch,
                Items + "/P-001",
                Patch(("holder", fresh)),
                MergePatch,
                ("If-Match", fresh)
            );
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Without_a_tag_nothing_is_written_and_what_is_not_there_is_not_found_whatever_the_tag()
    {
        await using var writing = await StartAsync();
        foreach (var request in Writes("P-001"))
            await writing.Service.ProblemAsync((HttpStatusCode)428, "if-match-missing", request);
        foreach (var request in Writes("none").Concat(Writes("none", ("If-Match", "\"xyz\""))))
            await writing.Service.ProblemAsync(HttpStatusCode.NotFound, "plot-unknown", request);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_who_write_at_once_one_wins(bool inDatabase)
    {
        await using var writing = await StartAsync(inDatabase);
        for (var round = 0; round < 5; round++)
        {
            var tag = await writing.TagAsync("P-001");
            var winner = await WinnerAsync(round, tag, writing, writing, writing, writing);
            Assert.Equal(winner, writing.Plot("P-001").Holder);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_services_over_one_store_one_wins_as_well(bool inDatabase)
    {
        await using var writing = await StartAsync(inDatabase);
        await using var other = await writing.BesideAsync();
        for (var round = 0; round < 3; round++)
        {
            var tag = await writing.TagAsync("P-001");
            Assert.Equal(State(tag), State(await other.TagAsync("P-001")));
            var winner = await WinnerAsync(round, tag, writing, other, writing, other);
            Assert.Equal(winner, other.Plot("P-001").Holder);
        }
    }

    /// <summary>All write a holder of their own at once by one tag; the holder of the only one who is not refused.</summary>
    private static async Task<string> WinnerAsync(int round, string tag, params PlotWriting[] writers)
    {
        var answers = await Task.WhenAll(
            writers.Select(
                (one, i) =>
                    one.SendAsync(
                        HttpMethod.Patch,
                        Items + "/P-001",
                        Patch(("holder", $"{round}-{i}")),
                        MergePatch,
                        ("If-Match", tag)
                    )
            )
        );
        Assert.Equal(
            [HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.PreconditionFailed, writers.Length - 1)],
            answers.Select(answer => answer.StatusCode).Order()
        );
        var winner = Array.FindIndex(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var answer in answers)
            answer.Dispose();
        return $"{round}-{winner}";
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_key_is_recorded_once(bool inDatabase)
    {
        await using var writing = await StartAsync(inDatabase);
        var key = ("Idempotency-Key", "a 1");
        using var added = await writing.AddAsync(Feature("N-1"), "", key);
        var entries = writing.Entries;
        using var again = await writing.AddAsync(Feature("N-1"), "", key);
        Assert.Equal((HttpStatusCode.Created, added.Headers.Location), (again.StatusCode, again.Headers.Location));
        Assert.Equal(
            (added.Headers.ETag!.Tag.Split('-')[0], entries),
            (again.Headers.ETag!.Tag.Split('-')[0], writing.Entries)
        );
        foreach (
            var other in (HttpRequestMessage[])
                [
                    Request(HttpMethod.Post, Items, Feature("N-1", ("holder", "甲")), GeoJson, key),
                    Request(HttpMethod.Post, Items, Feature("N-2"), GeoJson, key),
                    Request(HttpMethod.Post, Items + "?why=x", Feature("N-1"), GeoJson, key),
                    Request(HttpMethod.Put, Items + "/N-1", Feature("N-1"), GeoJson, key, ("If-Match", "*")),
                ]
        )
            await writing.Service.ProblemAsync(HttpStatusCode.UnprocessableEntity, "key-other", other);

        // Who did not hear of his write may send it again, by the tag that he had.
        (string, string)[] headers = [("If-Match", await writing.TagAsync("N-1")), ("Idempotency-Key", "b")];
        for (var time = 0; time < 2; time++)
        {
            using var update = await writing.SendAsync(
                HttpMethod.Patch,
                Items + "/N-1",
                Patch(("holder", "乙")),
                MergePatch,
                headers
            );
            Assert.Equal(HttpStatusCode.OK, update.StatusCode);
        }
        Assert.Equal("乙", writing.Plot("N-1").Holder);
        headers = [("If-Match", await writing.TagAsync("N-1")), ("Idempotency-Key", "c")];
        for (var time = 0; time < 2; time++)
        {
            using var end = await writing.SendAsync(
                HttpMethod.Delete,
                Items + "/N-1?on=2026-11-30&why=x",
                null,
                "",
                headers
            );
            Assert.Equal(HttpStatusCode.NoContent, end.StatusCode);
        }
        await writing.Service.ProblemAsync(
            HttpStatusCode.NotFound,
            "plot-unknown",
            Request(
                HttpMethod.Delete,
                Items + "/N-1?on=2026-11-30&why=x",
                null,
                "",
                headers[0],
                ("Idempotency-Key", "d")
            )
        );
        Assert.Equal(3, writing.Store.Ledger.About("plots/331100/N-1").Count());
    }

    [Fact]
    public async Task A_write_that_met_no_database_is_neither_lost_nor_doubled_when_it_is_sent_again()
    {
        using var server = Databases.StoreAlone(out var address);
        await using var writing = await OverAsync(address);
        (string, string)[] headers = [("If-Match", await writing.TagAsync("P-001")), ("Idempotency-Key", "a")];
        HttpRequestMessage Write() =>
            Request(HttpMethod.Patch, Items + "/P-001", Patch(("holder", "甲")), MergePatch, headers);

        server.Stop();
        await writing.Service.ProblemAsync(HttpStatusCode.ServiceUnavailable, "store", Write());
        server.Begin();

        for (var time = 0; time < 2; time++)
        {
            using var written = await writing.Service.Client.SendAsync(Write());
            Assert.Equal(HttpStatusCode.OK, written.StatusCode);
        }
        Assert.Equal("甲", writing.Plot("P-001").Holder);
        Assert.Equal(2, writing.Store.Ledger.About("plots/331100/P-001").Count());
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_know_is_refused_with_those_that_it_does()
    {
        await using var writing = await StartAsync();
        foreach (
            var (path, allowed, accepted) in new[]
            {
                (Items, "GET, HEAD, OPTIONS, POST", ("Accept-Post", "application/geo+json, application/json")),
                (Items + "/P-001", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT", ("Accept-Patch", MergePatch)),
            }
        )
        {
            using var answer = await writing.SendAsync(HttpMethod.Options, path, null, "");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow.Order(StringComparer.Ordinal)));
            Assert.Equal(accepted.Item2, string.Join(", ", answer.Headers.GetValues(accepted.Item1)));
        }
        using var deleted = await writing.SendAsync(HttpMethod.Delete, Items, null, "");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, deleted.StatusCode);
        Assert.Contains("POST", deleted.Content.Headers.Allow);
        using var written = await writing.SendAsync(
            HttpMethod.Post,
            "/collections/evaluations/items",
            Feature("N-1"),
            GeoJson
        );
        Assert.Equal(HttpStatusCode.MethodNotAllowed, written.StatusCode);
    }

    [Fact]
    public async Task A_body_without_a_media_type_or_of_another_one_is_refused()
    {
        await using var writing = await StartAsync();
        var tag = ("If-Match", await writing.TagAsync("P-001"));
        await RefusedAsync(HttpStatusCode.BadRequest, Request(HttpMethod.Post, Items, Feature("N-1"), ""));
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            Request(HttpMethod.Put, Items + "/P-001", Feature("P-001"), "", tag)
        );
        await RefusedAsync(HttpStatusCode.BadRequest, Request(HttpMethod.Patch, Items + "/P-001", Patch(), "", tag));
        await RefusedAsync(
            HttpStatusCode.UnsupportedMediaType,
            Request(HttpMethod.Patch, Items + "/P-001", Patch(), GeoJson, tag)
        );
        await RefusedAsync(
            HttpStatusCode.UnsupportedMediaType,
            Request(HttpMethod.Post, Items, Feature("N-1"), MergePatch)
        );

        Task RefusedAsync(HttpStatusCode status, HttpRequestMessage request) =>
            writing.Service.ProblemAsync(status, "media-type", request);
    }

    [Fact]
    public async Task The_classes_of_the_standard_are_named_and_the_schema_tells_what_can_be_written()
    {
        await using var writing = await StartAsync();
        using var conformance = await writing.Service.GetAsync("/conformance");
        var classes = conformance.RootElement.GetProperty("conformsTo").EnumerateArray().Select(c => c.GetString());
        foreach (var name in (string[])["create-replace-delete", "update", "optimistic-locking-etags", "features"])
            Assert.Contains("http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/" + name, classes);
        using var schema = await writing.Service.GetAsync("/collections/plots/schema");
        var properties = schema.RootElement.GetProperty("properties");
        Assert.Equal(
            (true, false, true),
            (
                properties.GetProperty("category").GetProperty("readOnly").GetBoolean(),
                properties.GetProperty("holder").TryGetProperty("readOnly", out _),
                properties.GetProperty("piles_total").GetProperty("writeOnly").GetBoolean()
            )
        );
        Assert.False(schema.RootElement.GetProperty("additionalProperties").GetBoolean());
    }

    private static string State(string tag) => tag.Split('-')[0];

    private static HttpRequestMessage[] Writes(string id, params (string, string)[] headers) =>
        [
            Request(HttpMethod.Put, $"{Items}/{id}", Feature(id), GeoJson, headers),
            Request(HttpMethod.Patch, $"{Items}/{id}", Patch(("holder", "丁")), MergePatch, headers),
            Request(HttpMethod.Delete, $"{Items}/{id}?on=2026-11-30&why=x", null, "", headers),
        ];
}
