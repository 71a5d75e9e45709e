using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LandLedger.Rules;
using static LandLedger.Service.Tests.JsonRequests;

namespace LandLedger.Service.Tests;

/// <summary>Issued lists over HTTP, on a park of two plots. The clock stands on 30 November 2026.</summary>
public sealed class IssuedListsTests
{
    private const string List = "/disposal-lists/2026-001";
    private const string Steps = List + "/steps";

    private static readonly DateTimeOffset Now = new(2026, 11, 30, 2, 0, 0, TimeSpan.Zero);

    private static readonly string[] Forms = ["json", "csv", "xlsx", "geojson"];

    [Fact]
    public async Task A_list_is_issued_with_its_address_and_read_again_to_the_byte_in_each_form()
    {
        await using var service = await StartAsync();

        using var issued = await PostAsync(service, "/disposal-lists", NewList);
        Assert.Equal(HttpStatusCode.Created, issued.StatusCode);
        Assert.EndsWith(List, issued.Headers.Location!.ToString(), StringComparison.Ordinal);
        var body = await BodyAsync(issued);
        Assert.Equal(
            ("2026-001", "issued", "2026-11-30", 2),
            ((string?)body["number"], (string?)body["state"], (string?)body["day"], (int)body["rows"]!)
        );
        using (await PostAsync(service, "/disposal-lists", NewList)) { }

        foreach (var form in Forms)
        {
            var bytes = await service.Client.GetByteArrayAsync($"{List}?f={form}");
            Assert.Equal((string?)body["files"]![form], Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        using var list = await service.GetAsync(List);
        Assert.Equal("2026-001", list.RootElement.GetProperty("number").GetString());
        Assert.Equal(2, list.RootElement.GetProperty("rows").GetArrayLength());
        using var all = await service.GetAsync("/disposal-lists?limit=1");
        Assert.Equal("2026-001", all.RootElement.GetProperty("lists")[0].GetProperty("number").GetString());
        Assert.Contains("cursor=2026-001", all.RootElement.GetRawText(), StringComparison.Ordinal);
        using var rest = await service.GetAsync("/disposal-lists?cursor=2026-001");
        Assert.Equal("2026-002", rest.RootElement.GetProperty("lists")[0].GetProperty("number").GetString());
    }

    [Fact]
    public async Task A_list_is_judged_again_and_a_package_that_was_altered_under_its_version_judges_nothing_of_the_past()
    {
        await using var service = await StartAsync(Town(1));
        using (await PostAsync(service, "/disposal-lists", NewList)) { }
        var digest = Town(1).Text.Digest;

        using var again = await service.GetAsync(List + "/again");
        Assert.True(again.RootElement.GetProperty("same").GetBoolean());
        Assert.Equal(2, again.RootElement.GetProperty("rows").GetInt32());
        Assert.Equal(digest, again.RootElement.GetProperty("rules").GetProperty("sha256").GetString());
        using (await service.GetAsync($"{List}/again?rules={digest}")) { }
        await service.ProblemAsync(HttpStatusCode.Conflict, "list-not-allowed", List + "/again?rules=default");
        await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-wrong", List + "/again?rules=nowhere");
        await service.ProblemAsync(HttpStatusCode.NotFound, "list-unknown", "/disposal-lists/2026-009/again");

        await using var later = await RunningService.StartAsync(o =>
            o with
            {
                Clock = new StoppedClock(Now),
                Store = service.StorePath,
                Rules = Town(2),
            }
        );
        var other = await later.ProblemAsync(HttpStatusCode.Conflict, "rules-other", "/progress?on=2026-06-30");
        Assert.Contains(digest, other.GetProperty("detail").GetString(), StringComparison.Ordinal);
        const string Diff = "/diff?from=2026-06-01&to=2026-11-30&recordedFrom=2026-11-30T09:00:00Z";
        await later.ProblemAsync(HttpStatusCode.Conflict, "rules-other", Diff);
        using (await later.GetAsync($"{Diff}&rules={digest}")) { }
        using (await later.GetAsync($"{Diff}&rules=town@1")) { }
        using var same = await later.GetAsync(List + "/again");
        Assert.True(same.RootElement.GetProperty("same").GetBoolean());
    }

    [Fact]
    public async Task A_publication_of_some_days_tells_in_which_days_it_was_counted_and_by_which_calendar()
    {
        await using var service = await StartAsync();
        using (await PostAsync(service, "/disposal-lists", NewList)) { }
        JsonObject published = new()
        {
            ["kind"] = "published",
            ["day"] = "2026-11-30",
            ["who"] = "王办",
            ["days"] = 5,
            ["working"] = true,
        };

        await service.ProblemAsync(
            HttpStatusCode.UnprocessableEntity,
            "list-wrong",
            Request(Steps, With(published, "until", "2026-12-10"), [])
        );
        await service.ProblemAsync(
            HttpStatusCode.UnprocessableEntity,
            "list-wrong",
            Request(Steps, With(published, "days", 0), [])
        );
        using var answer = await PostAsync(service, Steps, published);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var step = (await BodyAsync(answer))["steps"]![0]!;
        Assert.Equal("2026-12-07", (string?)step["until"]);
        Assert.Equal((5, true), ((int)step["counted"]!["days"]!, (bool)step["counted"]!["working"]!));
        Assert.Equal(LandLedger.Cases.HolidayCalendar.Default.Text.Digest, (string?)step["counted"]!["calendar"]);
    }

    [Fact]
    public async Task In_public_the_list_is_redacted()
    {
        await using var service = await StartAsync();
        using (await PostAsync(service, "/disposal-lists", NewList)) { }

        using var open = await service.GetAsync(List + "?public=true");

        Assert.Equal("public@2026.2", open.RootElement.GetProperty("redaction").GetString());
        var row = open.RootElement.GetProperty("rows")[0];
        Assert.False(row.TryGetProperty("price", out _));
        Assert.False(row.TryGetProperty("tax_per_mu", out _));
        using var map = await service.GetAsync(List + "?public=true&f=geojson");
        Assert.Equal("Null", map.RootElement.GetProperty("features")[0].GetProperty("geometry").ValueKind.ToString());
    }

    [Fact]
    public async Task A_list_goes_from_publication_to_closing_and_what_may_not_be_is_refused_with_its_place()
    {
        await using var service = await StartAsync();
        using (await PostAsync(service, "/disposal-lists", NewList)) { }
        using var first = await service.Client.GetAsync(Steps);
        var tag = first.Headers.ETag!.Tag;

        using var objected = await PostAsync(service, Steps, Objected, ("If-Match", tag));
        Assert.Equal(HttpStatusCode.OK, objected.StatusCode);
        await ProblemAsync(HttpStatusCode.PreconditionFailed, "list-went-on", Closed, ("If-Match", tag));
        var open = await ProblemAsync(HttpStatusCode.Conflict, "list-not-allowed", Closed);
        Assert.Equal("objections-open", (string?)open["refusal"]);
        Assert.Contains("异议 1 尚未处理", (string?)open["detail"], StringComparison.Ordinal);
        var row = await ProblemAsync(HttpStatusCode.UnprocessableEntity, "list-wrong", With(Objected, "row", 3));
        Assert.Equal(("row-unknown", "row"), ((string?)row["refusal"], (string?)row["place"]));
        foreach (
            var (name, value, refusal) in new (string, JsonNode, string)[]
            {
                ("day", "30.11.2026", "member-wrong"),
                ("kind", "burnt", "member-wrong"),
                ("row", "one", "member-wrong"),
                ("colour", "red", "member-unknown"),
            }
        )
        {
            var wrong = await ProblemAsync(
                HttpStatusCode.UnprocessableEntity,
                "list-wrong",
                With(Objected, name, value)
            );
            Assert.Equal((refusal, name), ((string?)wrong["refusal"], (string?)wrong["place"]));
        }
        using (
            await PostAsync(
                service,
                Steps,
                With(With(With(Closed, "kind", "decided"), "objection", 1), "upheld", false)
            )
        ) { }
        using var closed = await PostAsync(service, Steps, Closed);
        Assert.Equal("closed", (string?)(await BodyAsync(closed))["state"]);
        using var shown = await service.GetAsync(Steps);
        Assert.Equal(
            ["objected", "decided", "closed"],
            shown.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("kind").GetString())
        );
        await service.ProblemAsync(HttpStatusCode.NotFound, "list-unknown", "/disposal-lists/2026-009");
        await service.ProblemAsync(HttpStatusCode.NotFound, "list-unknown", "/disposal-lists/17/steps");

        async Task<JsonNode> ProblemAsync(
            HttpStatusCode status,
            string code,
            JsonObject body,
            params (string, string)[] headers
        ) => JsonNode.Parse((await service.ProblemAsync(status, code, Request(Steps, body, headers))).GetRawText())!;
    }

    [Fact]
    public async Task The_same_key_issues_one_list_and_nothing_is_issued_of_a_day_to_come()
    {
        await using var service = await StartAsync();
        var key = ("Idempotency-Key", "a-1");
        using var first = await PostAsync(service, "/disposal-lists", NewList, key);
        using var second = await PostAsync(service, "/disposal-lists", NewList, key);

        Assert.Equal((HttpStatusCode.Created, first.Headers.Location), (second.StatusCode, second.Headers.Location));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        await service.ProblemAsync(
            HttpStatusCode.UnprocessableEntity,
            "key-other",
            Request("/disposal-lists", With(NewList, "who", "赵"), [key])
        );
        await service.ProblemAsync(
            HttpStatusCode.UnprocessableEntity,
            "list-wrong",
            Request("/disposal-lists", With(NewList, "asOf", "2026-12-01"), [])
        );
        await service.ProblemAsync(
            HttpStatusCode.Conflict,
            "list-not-allowed",
            Request("/disposal-lists", With(NewList, "categories", new JsonArray("use-changed")), [])
        );
        await service.ProblemAsync(
            HttpStatusCode.Forbidden,
            "origin-foreign",
            Request("/disposal-lists", NewList, [("Origin", "https://else.example")])
        );
        using var all = await service.GetAsync("/disposal-lists");
        Assert.Equal(1, all.RootElement.GetProperty("numberReturned").GetInt32());
    }

    [Fact]
    public async Task Progress_tells_the_stock_of_a_list_and_whether_the_target_is_reached()
    {
        await using var service = await StartAsync();
        using (await PostAsync(service, "/disposal-lists", NewList)) { }

        using var told = await service.GetAsync("/progress?on=2026-06-30&base=2026-001&targetShare=0.6");

        // What is reserve or not yet supplied is no stock.
        Assert.Equal(2, told.RootElement.GetProperty("stock").GetProperty("outside").GetInt32());
        var total = told.RootElement.GetProperty("total");
        Assert.Equal(0, total.GetProperty("stock").GetProperty("plots").GetInt32());
        Assert.Equal("Null", total.GetProperty("share").GetProperty("plots").ValueKind.ToString());
        Assert.False(told.RootElement.GetProperty("target").GetProperty("reached").GetBoolean());
        using var judged = await service.GetAsync("/progress?on=2026-06-30");
        Assert.Equal("2026-01-01", judged.RootElement.GetProperty("stock").GetProperty("asOf").GetString());
        var csv = await service.Client.GetStringAsync("/progress?on=2026-06-30&f=csv&lang=en");
        Assert.Contains("Total,,0,0,0,0,0,", csv, StringComparison.Ordinal);
        await service.ProblemAsync(HttpStatusCode.NotFound, "list-unknown", "/progress?base=2026-009");
        await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-wrong", "/progress?targetShare=1.5");
        await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-wrong", "/progress?targetMu=0");
    }

    private static JsonObject NewList =>
        new()
        {
            ["asOf"] = "2026-06-30",
            ["categories"] = new JsonArray("reserve", "not-supplied"),
            ["who"] = "王办",
            ["reason"] = "季度清理",
        };

    private static JsonObject Objected =>
        new()
        {
            ["kind"] = "objected",
            ["day"] = "2026-11-30",
            ["who"] = "王办",
            ["row"] = 1,
            ["objector"] = "甲公司",
            ["reason"] = "已动工",
        };

    private static JsonObject Closed =>
        new()
        {
            ["kind"] = "closed",
            ["day"] = "2026-11-30",
            ["who"] = "王办",
            ["reason"] = "完成",
        };

    private static JsonObject With(JsonObject body, string name, JsonNode value)
    {
        var other = body.DeepClone().AsObject();
        other[name] = value;
        return other;
    }

    private static Task<RunningService> StartAsync(RuleSet? rules = null) =>
        RunningService.StartAsync(
            o => o with { Clock = new StoppedClock(Now), Rules = rules ?? o.Rules },
            SmallPark.Of(2)
        );

    /// <summary>A county's own package.</summary>
    /// <param name="years">After how many years land is idle.</param>
    private static RuleSet Town(int years) =>
        RuleSets
            .Read(
                new MemoryStream(
                    System.Text.Encoding.UTF8.GetBytes(
                        $$"""
                        { "version": "1", "id": "town", "title": { "zh": "本镇", "en": "Town" }, "rules": ["idle.not-started"],
                          "numbers": ["order-53", "house-defaults"],
                          "instruments": [{ "id": "town-1", "title": { "zh": "细则", "en": "Rules" }, "issuer": { "zh": "镇政府", "en": "Town" },
                            "number": { "zh": "1号", "en": "1" }, "inForce": "2020-01-01", "trust": "R" }],
                          "own": { "instrument": "town-1", "numbers": [
                            { "id": "idle.full-years", "value": {{years}}, "unit": "year", "from": "2020-01-01", "article": "3", "trust": "R" },
                            { "id": "idle.take-back-years", "value": 5.0, "unit": "year", "from": "2020-01-01", "article": "4", "trust": "R" }] } }
                        """
                    )
                )
            )
            .Rules!;
}
