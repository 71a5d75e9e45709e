using System.Text;
using System.Text.Json.Nodes;
using LandLedger.Cases;
using LandLedger.Import;

namespace LandLedger.Service.Tests;

/// <summary>
/// What cases say of plots, in all answers that tell a plot's class. Of five plots, 10.5 mu each, P-001 and P-004 are in the reserve, the others not
/// yet supplied; a case sets P-002 to idle on 10 March 2026, another holds P-003 from 11 March.
/// </summary>
public sealed class CaseParkTests
{
    /// <summary>Row and column of 119.1001 east, 28.4001 north at zoom 14, by the formula of Web Mercator.</summary>
    private const string TileOfSecond = "/collections/plots/tiles/WebMercatorQuad/14/6843/13612";

    private const string Items = "/collections/plots/items?asOf=2026-06-30&limit=10";

    [Fact]
    public async Task Items_evaluations_list_acreage_and_tiles_agree_on_the_class_that_counts()
    {
        await using var service = await StartAsync();

        foreach (var collection in (string[])["plots", "evaluations"])
        {
            using var items = await service.GetAsync($"/collections/{collection}/items?asOf=2026-06-30&limit=10");
            Assert.Equal(
                [
                    "P-001 reserve  False",
                    "P-002 not-supplied idle False",
                    "P-003 not-supplied  True",
                    "P-004 reserve  False",
                    "P-005 not-supplied  False",
                ],
                Properties(items).Select(Told)
            );
        }
        Assert.Equal(["P-002"], await FoundAsync(service, Items + "&category=idle"));
        Assert.Equal(["P-003", "P-005"], await FoundAsync(service, Items + "&category=not-supplied"));
        Assert.Equal(["P-001", "P-002", "P-004"], await FoundAsync(service, Items + "&category=idle,reserve"));
        // A filter that names the property looks at the class that the rules give.
        Assert.Equal(
            ["P-002", "P-003", "P-005"],
            await FoundAsync(service, Items + "&filter=category%20%3D%20'not-supplied'")
        );
        Assert.Equal(["P-002"], await FoundAsync(service, Items + "&filter=set_category%20%3D%20'idle'"));
        Assert.Equal(["P-003"], await FoundAsync(service, Items + "&filter=held%20%3D%20true"));
        Assert.Equal(["P-003", "P-005"], await FoundAsync(service, Items + "&category=not-supplied&count=exact"));

        using var acreage = await service.GetAsync("/acreage?asOf=2026-06-30");
        Assert.Equal(
            ["idle 1 10.5", "not-supplied 2 21", "reserve 2 21"],
            acreage
                .RootElement.GetProperty("rows")
                .EnumerateArray()
                .Select(row =>
                    $"{row.GetProperty("category")} {row.GetProperty("plots")} {row.GetProperty("statedMu")}"
                )
        );
        var bytes = await service.Client.GetByteArrayAsync(TileOfSecond + "?asOf=2026-06-30");
        Assert.Contains("idle", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_evaluation_says_what_was_set_and_by_which_case()
    {
        await using var service = await StartAsync();

        using var set = await service.GetAsync("/plots/P-002/evaluation?asOf=2026-06-30");
        using var before = await service.GetAsync("/plots/P-002/evaluation?asOf=2026-03-09");
        using var held = await service.GetAsync("/plots/P-003/evaluation?asOf=2026-06-30&lang=en");

        var said = set.RootElement.GetProperty("setCategory");
        Assert.Equal(
            ("idle", "2026-0001", "园办〔2026〕1号", "2026-03-10"),
            (Text(said, "set"), Text(said, "case"), Text(said, "document"), Text(said, "day"))
        );
        Assert.Equal("not-supplied", Text(set.RootElement, "category"));
        Assert.Equal(JsonValueKind.Null, before.RootElement.GetProperty("setCategory").ValueKind);
        Assert.Equal("suspected", Text(before.RootElement.GetProperty("cases")[0], "state"));
        Assert.Equal("诉讼中", Text(held.RootElement.GetProperty("hold"), "reason"));
        Assert.Contains(
            "Kept off lists: case 2026-0002, since 2026-03-11: 诉讼中",
            held.RootElement.GetProperty("explanation").EnumerateArray().Select(line => line.GetString())
        );
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("geojson")]
    public async Task A_list_tells_how_many_plots_are_kept_off_it_and_shows_them_when_asked(string form)
    {
        await using var service = await StartAsync();
        var address = $"/disposal-lists/preview?asOf=2026-06-30&category=not-supplied&f={form}";

        using var without = await service.Client.GetAsync(address);
        using var with = await service.Client.GetAsync(address + "&held=true");

        Assert.Equal(["1"], without.Headers.GetValues("LandLedger-Held-Back"));
        Assert.False(with.Headers.Contains("LandLedger-Held-Back"));
        if (form != "json")
            return;
        var (list, all) = (await BodyAsync(without), await BodyAsync(with));
        Assert.Equal((1, 1, 0), (Plots(list, "total"), Plots(list, "heldBack"), Plots(list, "held")));
        Assert.Equal((2, 0, 1), (Plots(all, "total"), Plots(all, "heldBack"), Plots(all, "held")));
    }

    [Fact]
    public async Task A_step_is_seen_by_all_who_ask_after_it()
    {
        await using var service = await StartAsync();
        Assert.Equal(["P-002"], await FoundAsync(service, Items + "&category=idle"));
        using (var items = await service.GetAsync(Items))
            Assert.Contains("P-002 not-supplied idle False", Properties(items).Select(Told));

        var step = new JsonObject
        {
            ["kind"] = "clear-override",
            ["day"] = "2026-04-01",
            ["who"] = "王办",
            ["role"] = "officer",
            ["reason"] = "复核",
        };
        using var taken = await service.Client.PostAsync(
            "/cases/2026-0001/steps",
            new StringContent(step.ToJsonString(), Encoding.UTF8, "application/json")
        );
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);

        Assert.Empty(await FoundAsync(service, Items + "&category=idle"));
        using var after = await service.GetAsync(Items);
        Assert.Contains("P-002 not-supplied  False", Properties(after).Select(Told));
        Assert.Equal(["P-002"], await FoundAsync(service, Items.Replace("06-30", "03-31") + "&category=idle"));
    }

    private static Task<RunningService> StartAsync() =>
        RunningService.StartAsync(
            o => o with { Clock = new StoppedClock(new(2026, 11, 30, 2, 0, 0, TimeSpan.Zero)) },
            store =>
            {
                SmallPark.Of(5)(store);
                var book = new CaseBook(store, HolidayCalendar.Default);
                Take(
                    book,
                    "P-002",
                    "override",
                    10,
                    "园区核实",
                    ("computed-class", "not-supplied"),
                    ("set-class", "idle"),
                    ("document", "园办〔2026〕1号")
                );
                Take(book, "P-003", "hold", 11, "诉讼中");
            }
        );

    private static void Take(
        CaseBook book,
        string plot,
        string kind,
        int day,
        string reason,
        params (string Id, string Text)[] facts
    )
    {
        var recording = new StepRecording { At = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero), By = "王办" };
        var suspect = Step("suspect", 2, null, ("suspicion", "未动工"));
        var (opened, _) = book.Open(new PlotKey("331100", plot), "idle", suspect, recording);
        var (taken, refusal) = book.Take(opened!.Number, Step(kind, day, reason, facts), recording);
        Assert.True(taken is not null, refusal?.In(Language.English));
    }

    private static CaseStep Step(string kind, int day, string? reason, params (string Id, string Text)[] facts) =>
        new()
        {
            Kind = kind,
            Day = new(2026, 3, day),
            Who = "王办",
            Role = Role.Officer,
            Reason = reason,
            Facts = facts.ToDictionary(fact => fact.Id, fact => Fact.Of(fact.Text), StringComparer.Ordinal),
        };

    private static IEnumerable<JsonElement> Properties(JsonDocument items) =>
        items.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("properties"));

    private static string Told(JsonElement plot) =>
        $"{Text(plot, "plot")} {Text(plot, "category")} {Text(plot, "set_category")} {plot.GetProperty("held").GetBoolean()}";

    private static async Task<List<string?>> FoundAsync(RunningService service, string address)
    {
        using var items = await service.GetAsync(address);
        return [.. Properties(items).Select(plot => Text(plot, "plot"))];
    }

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    private static int Plots(JsonNode list, string member) => (int)list[member]!["plots"]!;

    private static string? Text(JsonElement said, string name) => said.GetProperty(name).GetString();
}
