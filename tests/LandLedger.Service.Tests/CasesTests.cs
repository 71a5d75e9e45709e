using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using LandLedger.Cases;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Tests.Cases;
using static LandLedger.Service.Tests.JsonRequests;

namespace LandLedger.Service.Tests;

/// <summary>Cases over HTTP, on a park of two plots. The clock stands on 30 November 2026.</summary>
public sealed class CasesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_case_is_opened_with_its_address_and_taken_step_by_step()
    {
        await using var service = await StartAsync();

        using var opened = await PostAsync(service, "/cases", Suspect("P-001"));
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        Assert.EndsWith("/cases/2026-0001", opened.Headers.Location!.ToString(), StringComparison.Ordinal);
        var suspected = await BodyAsync(opened);
        Assert.Equal(
            ("2026-0001", "suspected", "331100"),
            (Text(suspected, "number"), Text(suspected, "state"), Text(suspected, "county"))
        );
        Assert.Equal("2026-04-01", (string?)suspected["clocks"]![0]!["due"]);

        using var notified = await PostAsync(service, "/cases/2026-0001/steps", Notify);
        Assert.Equal(HttpStatusCode.OK, notified.StatusCode);
        using var shown = await service.GetAsync("/cases/2026-0001");
        Assert.Equal("notified", shown.RootElement.GetProperty("state").GetString());
        var steps = shown.RootElement.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(["suspect", "notify"], steps.Select(step => step.GetProperty("kind").GetString()));
        Assert.Equal("2026-04-20", steps[1].GetProperty("facts").GetProperty("papers-day").GetString());
        Assert.Equal("investigation-notice", steps[1].GetProperty("paper").GetString());
        Assert.Equal("资源局", shown.RootElement.GetProperty("unit").GetString());
    }

    [Fact]
    public async Task The_entry_of_a_step_names_who_wrote_it()
    {
        await using var service = await StartAsync();
        using (await PostAsync(service, "/cases", Suspect("P-001"))) { }
        using (await PostAsync(service, "/cases/2026-0001/steps?by=李文书", Notify)) { }

        using var ledger = await service.GetAsync("/ledger");
        Assert.Equal(
            [service.Part<ServiceOptions>().Account, "李文书"],
            ledger
                .RootElement.GetProperty("entries")
                .EnumerateArray()
                .Where(entry => entry.GetProperty("kind").GetString() == "step")
                .Select(entry => entry.GetProperty("by").GetString())
        );
    }

    /// <summary>The county's own is in the place of the shipped one; a case under a version that nobody gave is refused by its name.</summary>
    [Fact]
    public async Task A_service_judges_by_the_procedures_that_it_was_started_with()
    {
        var (own, _) = Procedures.Shipped.With([CountyProcedure.File("idle.json", "idle", "qing-2")]);
        var (former, _) = Procedures.Shipped.With([CountyProcedure.File("idle.json", "idle", "qing-1")]);
        await using var service = await StartAsync(options =>
        {
            using var before = options.Store.With(former!).Open(StoreMode.Write);
            var book = new CaseBook(before, HolidayCalendar.Default) { KeepsRules = false };
            var start = new CaseStep
            {
                Kind = "start",
                Day = new(2026, 3, 2),
                Who = "王办",
                Role = Role.Officer,
                Facts = new Dictionary<string, Fact> { ["grounds"] = Fact.Of("查") },
            };
            var key = PlotKey.Of(before.Find("P-002")[0]);
            Assert.NotNull(book.Open(key, "idle", start, new() { At = Now, By = "王办" }).Filed);
            return options with { Store = options.Store.With(own!) };
        });
        var body = Suspect("P-001");
        (body["kind"], body["facts"]) = ("start", new JsonObject { ["grounds"] = "查" });

        using var opened = await PostAsync(service, "/cases", body);
        Assert.Equal("open", Text(await BodyAsync(opened), "state"));
        var tell = Notify.DeepClone().AsObject();
        (tell["kind"], tell["facts"]) = ("tell", new JsonObject());
        using (var told = await PostAsync(service, "/cases/2026-0002/steps", tell))
            Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        var refused = await ProblemAsync(
            service,
            HttpStatusCode.Conflict,
            "step-not-allowed",
            "/cases/2026-0001/steps",
            tell
        );
        Assert.Equal("procedure-missing", Text(refused, "refusal"));
        Assert.Contains("idle qing-1", Text(refused, "detail"), StringComparison.Ordinal);
        await AssertShownAsync(service);
        await service.ProblemAsync(HttpStatusCode.BadRequest, "parameter-wrong", "/cases?procedure=county");
    }

    /// <summary>2026-0001 of P-002, whose version nobody gave: shown as it is stored, and what does not hang on it is answered as ever.</summary>
    private static async Task AssertShownAsync(RunningService service)
    {
        var listed = (await ReadAsync(service, "/cases"))["cases"]!.AsArray();
        Assert.Equal(["2026-0001", "2026-0002"], listed.Select(one => (string?)one!["number"]));
        var unread = listed[0]!.AsObject();
        Assert.Equal(("open", "qing-1"), (Text(unread, "state"), Text(unread, "version")));
        Assert.False((bool)unread["procedureAtHand"]!);
        Assert.False(unread.ContainsKey("published"));
        Assert.Equal("查", (string?)(await ReadAsync(service, "/cases/2026-0001"))["facts"]!["grounds"]);
        var due = (await ReadAsync(service, "/cases/due?on=2026-12-01"))["due"]!.AsArray();
        Assert.Equal("2026-0001", (string?)due[^1]!["number"]);
        Assert.Null(due[^1]!["clock"]);
        foreach (var path in (string[])["allowed", "papers", "papers/urging-notice?authority=x"])
            await service.ProblemAsync(HttpStatusCode.Conflict, "procedure-missing", "/cases/2026-0001/" + path);
        var judged = await ReadAsync(service, "/plots/P-002/evaluation?asOf=2026-06-30");
        Assert.Null(judged["setCategory"]);
        Assert.Null(judged["hold"]);
        Assert.False((bool)judged["cases"]![0]!["procedureAtHand"]!);
        await ReadAsync(service, "/disposal-lists/preview?asOf=2026-06-30");
    }

    private static async Task<JsonNode> ReadAsync(RunningService service, string path)
    {
        using var answer = await service.GetAsync(path);
        return JsonNode.Parse(answer.RootElement.GetRawText())!;
    }

    [Fact]
    public async Task A_step_that_may_not_be_taken_is_answered_with_those_that_may()
    {
        await using var service = await StartAsync();
        using (await PostAsync(service, "/cases", Suspect("P-001"))) { }

        var body = Notify.DeepClone().AsObject();
        body["kind"] = "serve";
        body["facts"] = new JsonObject { ["service-way"] = "直接送达" };
        var problem = await ProblemAsync(
            service,
            HttpStatusCode.Conflict,
            "step-not-allowed",
            "/cases/2026-0001/steps",
            body
        );

        Assert.Equal("not-allowed", Text(problem, "refusal"));
        Assert.Contains("发出闲置土地调查通知书", Text(problem, "detail"), StringComparison.Ordinal);
        var allowed = problem["allowed"]!.AsArray();
        Assert.Contains("notify", allowed.Select(step => (string?)step!["kind"]));
        Assert.DoesNotContain("serve", allowed.Select(step => (string?)step!["kind"]));

        using var asked = await service.GetAsync("/cases/2026-0001/allowed?on=2026-11-30");
        Assert.Equal(
            asked
                .RootElement.GetProperty("allowed")
                .EnumerateArray()
                .Select(step => step.GetProperty("kind").GetString()),
            allowed.Select(step => (string?)step!["kind"])
        );
        var again = await ProblemAsync(
            service,
            HttpStatusCode.Conflict,
            "step-not-allowed",
            "/cases",
            Suspect("P-001")
        );
        Assert.Equal("case-open", Text(again, "refusal"));
    }

    [Fact]
    public async Task What_a_step_needs_comes_before_the_facts_that_it_lacks()
    {
        await using var service = await StartAsync();
        using (await PostAsync(service, "/cases", Suspect("P-001"))) { }
        var body = Notify.DeepClone().AsObject();
        (body["kind"], body["facts"]) = ("answer-objection", new JsonObject());

        var problem = await ProblemAsync(
            service,
            HttpStatusCode.Conflict,
            "step-not-allowed",
            "/cases/2026-0001/steps",
            body
        );

        Assert.Equal("mark-missing", Text(problem, "refusal"));
        Assert.Contains("object", problem["allowed"]!.AsArray().Select(step => (string?)step!["kind"]));
    }

    [Fact]
    public async Task What_a_step_says_wrongly_is_named_with_its_place()
    {
        await using var service = await StartAsync();
        using (await PostAsync(service, "/cases", Suspect("P-001"))) { }

        await WrongAsync("/cases", Suspect("none"), "plot-unknown", "plot");
        await WrongAsync("/cases", With(Suspect("P-002"), "procedure", "none"), "procedure-unknown", "procedure");
        await WrongAsync("/cases", With(Suspect("P-002"), "day", "2026-12-01"), "day-ahead", "day");
        await WrongAsync("/cases", With(Suspect("P-002"), "day", "1.3.2026"), "member-wrong", "day");
        await WrongAsync("/cases", With(Suspect("P-002"), "colour", "red"), "member-unknown", "colour");
        await WrongAsync("/cases", With(Suspect("P-002"), "role", "viewer"), "role-not-allowed", "role");
        await WrongAsync(
            "/cases/2026-0001/steps",
            With(Notify, "facts", new JsonObject()),
            "fact-missing",
            "facts.document"
        );
        var facts = Notify["facts"]!.DeepClone().AsObject();
        facts["papers-day"] = "soon";
        await WrongAsync("/cases/2026-0001/steps", With(Notify, "facts", facts), "fact-wrong.day", "facts.papers-day");
        var bare = Notify.DeepClone().AsObject();
        bare.Remove("who");
        await WrongAsync("/cases/2026-0001/steps", bare, "member-missing", "who");
        await ProblemAsync(service, HttpStatusCode.NotFound, "case-unknown", "/cases/2026-0009/steps", Notify);
        await service.ProblemAsync(HttpStatusCode.NotFound, "case-unknown", "/cases/17");
        using var list = await service.GetAsync("/cases");
        Assert.Equal(1, list.RootElement.GetProperty("numberReturned").GetInt32());

        async Task WrongAsync(string path, JsonObject body, string refusal, string place)
        {
            var problem = await ProblemAsync(service, HttpStatusCode.UnprocessableEntity, "step-wrong", path, body);
            Assert.Equal((refusal, place), (Text(problem, "refusal"), Text(problem, "place")));
        }
    }

    [Fact]
    public async Task A_copy_that_stands_is_confirmed_and_a_step_decided_on_an_older_one_refused()
    {
        await using var service = await StartAsync();
        using (await PostAsync(service, "/cases", Suspect("P-001"))) { }
        using var first = await service.Client.GetAsync("/cases/2026-0001");
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        // What is written elsewhere does not touch it.
        using (await PostAsync(service, "/cases", Suspect("P-002"))) { }
        Assert.Equal(HttpStatusCode.NotModified, (await KeptAsync(service, tag)).StatusCode);

        using var taken = await PostAsync(service, "/cases/2026-0001/steps", Notify, ("If-Match", tag.Tag));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await KeptAsync(service, tag)).StatusCode);

        var note = With(Notify, "kind", "note");
        note.Remove("facts");
        note["reason"] = "巡查";
        var problem = await ProblemAsync(
            service,
            HttpStatusCode.PreconditionFailed,
            "case-went-on",
            "/cases/2026-0001/steps",
            note,
            ("If-Match", tag.Tag)
        );
        Assert.Contains("serve", problem["allowed"]!.AsArray().Select(step => (string?)step!["kind"]));
        using var noted = await PostAsync(
            service,
            "/cases/2026-0001/steps",
            note,
            ("If-Match", taken.Headers.ETag!.Tag)
        );
        Assert.Equal(HttpStatusCode.OK, noted.StatusCode);
    }

    [Fact]
    public async Task The_same_key_is_recorded_once()
    {
        await using var service = await StartAsync();
        var key = ("Idempotency-Key", "a-1");
        using var first = await PostAsync(service, "/cases", Suspect("P-001"), key);
        using var second = await PostAsync(service, "/cases", Suspect("P-001"), key);

        Assert.Equal((HttpStatusCode.Created, first.Headers.Location), (second.StatusCode, second.Headers.Location));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        var problem = await ProblemAsync(
            service,
            HttpStatusCode.UnprocessableEntity,
            "key-other",
            "/cases",
            Suspect("P-002"),
            key
        );
        Assert.Equal("key-other", Text(problem, "refusal"));
        Assert.DoesNotContain("2026-0001", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_are_paged_by_key_and_filtered_and_tell_what_is_late()
    {
        await using var service = await StartAsync();
        using (await PostAsync(service, "/cases", Suspect("P-001"))) { }
        using (await PostAsync(service, "/cases", Suspect("P-002"))) { }

        using var page = await service.GetAsync("/cases?limit=1");
        var next = page
            .RootElement.GetProperty("links")
            .EnumerateArray()
            .Single(link => link.GetProperty("rel").GetString() == "next")
            .GetProperty("href")
            .GetString()!;
        using var rest = await service.GetAsync(new Uri(next).PathAndQuery);
        Assert.Equal(["2026-0001", "2026-0002"], Numbers(page).Concat(Numbers(rest)));
        Assert.DoesNotContain("\"next\"", rest.RootElement.GetRawText(), StringComparison.Ordinal);

        foreach (
            var (query, count) in new[]
            {
                ("plot=P-002", 1),
                ("closed=true", 0),
                ("dueBy=2026-03-31", 0),
                ("overdueOn=2026-04-02", 2),
                ("unit=资源局", 2),
                ("state=notified", 0),
            }
        )
        {
            using var found = await service.GetAsync("/cases?" + query);
            Assert.Equal((query, count), (query, found.RootElement.GetProperty("numberReturned").GetInt32()));
        }
        using var due = await service.GetAsync("/cases/due?on=2026-04-03&overdue=true");
        var late = due.RootElement.GetProperty("due")[0];
        Assert.Equal(
            ("notice", "2026-04-01", 2),
            (
                late.GetProperty("clock").GetString(),
                late.GetProperty("due").GetString(),
                late.GetProperty("daysOver").GetInt32()
            )
        );
        using var none = await service.GetAsync("/cases/due?on=2026-04-01&overdue=true");
        Assert.Equal(0, none.RootElement.GetProperty("numberReturned").GetInt32());
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_take_a_step()
    {
        await using var service = await StartAsync();
        await ProblemAsync(
            service,
            HttpStatusCode.Forbidden,
            "origin-foreign",
            "/cases",
            Suspect("P-001"),
            ("Origin", "https://else.example")
        );
    }

    [Fact]
    public async Task A_document_number_is_a_text()
    {
        await using var service = await StartAsync();
        using (await PostAsync(service, "/cases", Suspect("P-001"))) { }
        var body = Notify;
        body["facts"]!["document"] = 8;

        using var answer = await PostAsync(service, "/cases/2026-0001/steps", body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await BodyAsync(answer);
        Assert.Equal(
            ("step-wrong", "fact-wrong.document", "facts.document"),
            ((string?)problem["code"], (string?)problem["refusal"], (string?)problem["place"])
        );
        Assert.Contains("文本", (string?)problem["detail"], StringComparison.Ordinal);
    }

    private static JsonObject Notify =>
        new()
        {
            ["kind"] = "notify",
            ["day"] = "2026-03-20",
            ["who"] = "王办",
            ["role"] = "officer",
            ["facts"] = new JsonObject
            {
                ["document"] = "自然资〔2026〕8号",
                ["address"] = "绿谷大道 1 号",
                ["papers-day"] = "2026-04-20",
            },
        };

    private static JsonObject Suspect(string plot) =>
        new()
        {
            ["plot"] = plot,
            ["procedure"] = "idle",
            ["kind"] = "suspect",
            ["day"] = "2026-03-02",
            ["who"] = "王办",
            ["role"] = "officer",
            ["unit"] = "资源局",
            ["facts"] = new JsonObject { ["suspicion"] = "未动工" },
        };

    private static JsonObject With(JsonObject body, string name, JsonNode value)
    {
        var other = body.DeepClone().AsObject();
        other[name] = value;
        return other;
    }

    private static Task<RunningService> StartAsync(Func<ServiceOptions, ServiceOptions>? with = null) =>
        RunningService.StartAsync(
            options => (with?.Invoke(options) ?? options) with { Clock = new StoppedClock(Now) },
            SmallPark.Of(2)
        );

    private static string? Text(JsonNode node, string name) => (string?)node[name];

    private static IEnumerable<string?> Numbers(JsonDocument page) =>
        page.RootElement.GetProperty("cases").EnumerateArray().Select(one => one.GetProperty("number").GetString());

    private static Task<HttpResponseMessage> KeptAsync(RunningService service, EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/cases/2026-0001");
        request.Headers.IfNoneMatch.Add(tag);
        return service.Client.SendAsync(request);
    }

    private static async Task<JsonNode> ProblemAsync(
        RunningService service,
        HttpStatusCode status,
        string code,
        string path,
        JsonObject body,
        params (string, string)[] headers
    ) => JsonNode.Parse((await service.ProblemAsync(status, code, Request(path, body, headers))).GetRawText())!;
}
