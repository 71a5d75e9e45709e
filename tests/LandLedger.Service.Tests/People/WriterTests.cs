using System.Text.Json.Nodes;
using LandLedger.Cases;
using static LandLedger.Service.Tests.JsonRequests;

namespace LandLedger.Service.Tests.People;

/// <summary>What is written bears the name of who signed in, and of nobody else.</summary>
public sealed class WriterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 2, 0, 0, TimeSpan.Zero);

    private static (string, string) By(string name) => ("Authorization", "Bearer " + Keys.Secret(name));

    [Fact]
    public async Task A_step_needs_no_name_and_bears_that_of_the_user_in_the_ledger_too()
    {
        await using var service = await StartAsync();

        using var opened = await PostAsync(service, "/cases", Suspect, By("王办"));
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        var step = (await BodyAsync(opened))["steps"]![0]!;
        Assert.Equal(("王办", "officer"), ((string?)step["who"], (string?)step["role"]));

        var ledger = await GetAsync(service, "/ledger");
        var entry = ledger["entries"]!.AsArray()[^1]!;
        Assert.Equal("王办", (string?)entry["by"]);
    }

    [Theory]
    [InlineData("who", "李审")]
    [InlineData("role", "admin")]
    public async Task Another_name_or_role_than_his_is_refused_and_nothing_is_written(string member, string value)
    {
        await using var service = await StartAsync();
        var body = Suspect;
        body["who"] = "王办";
        body["role"] = "officer";
        using (var good = await PostAsync(service, "/cases", body, By("王办")))
            Assert.Equal(HttpStatusCode.Created, good.StatusCode);

        body["plot"] = "P-002";
        body[member] = value;
        var problem = await service.ProblemAsync(
            HttpStatusCode.Forbidden,
            "user-other",
            Request("/cases", body, [By("王办")])
        );

        Assert.Equal("王办", problem.GetProperty("user").GetString());
        Assert.Single((await GetAsync(service, "/cases"))["cases"]!.AsArray());
    }

    [Fact]
    public async Task A_list_and_its_steps_bear_the_name_of_the_user()
    {
        await using var service = await StartAsync();
        var asked = new JsonObject
        {
            ["asOf"] = "2026-06-30",
            ["categories"] = new JsonArray("reserve", "not-supplied"),
        };

        using var issued = await PostAsync(service, "/disposal-lists", asked, By("王办"));
        Assert.Equal(HttpStatusCode.Created, issued.StatusCode);
        Assert.Equal("王办", (string?)(await BodyAsync(issued))["who"]);
        asked["who"] = "李审";
        await service.ProblemAsync(
            HttpStatusCode.Forbidden,
            "user-other",
            Request("/disposal-lists", asked, [By("王办")])
        );

        var step = new JsonObject
        {
            ["kind"] = "closed",
            ["day"] = "2026-11-30",
            ["reason"] = "完成",
        };
        using var closed = await PostAsync(service, "/disposal-lists/2026-001/steps", step, By("王办"));
        Assert.Equal("王办", (string?)(await BodyAsync(closed))["steps"]![0]!["who"]);
    }

    [Fact]
    public async Task An_import_bears_the_name_of_the_user_and_of_the_machine_while_nobody_signs_in()
    {
        await using var service = await StartAsync();
        var form = RunningService.Form([("台账.csv", "地块编号,行政区代码,面积（亩）\nX-1,331100,10\n"u8.ToArray())]);
        var request = new HttpRequestMessage(HttpMethod.Post, "/imports?on=2026-06-30") { Content = form };
        request.Headers.Authorization = new("Bearer", Keys.Secret("王办"));
        using var done = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal("王办", (string?)(await GetAsync(service, "/ledger"))["entries"]!.AsArray()[^1]!["by"]);

        await using var open = await RunningService.StartAsync(o => o with { Account = "officer-pc" });
        using (await open.ImportAsync(SurveyedPark.Files, "?on=2026-06-30&county=360799")) { }
        using var ledger = await open.GetAsync("/ledger");
        Assert.All(
            ledger.RootElement.GetProperty("entries").EnumerateArray(),
            entry => Assert.Equal("officer-pc", entry.GetProperty("by").GetString())
        );
    }

    [Fact]
    public async Task Who_is_not_signed_in_says_for_whom_he_writes()
    {
        await using var service = await RunningService.StartAsync(
            o => o with { Clock = new StoppedClock(Now) },
            SmallPark.Of(2)
        );

        var problem = await service.ProblemAsync(
            HttpStatusCode.UnprocessableEntity,
            "step-wrong",
            Request("/cases", Suspect, [])
        );
        Assert.Equal("who", problem.GetProperty("place").GetString());
    }

    private static JsonObject Suspect =>
        new()
        {
            ["plot"] = "P-001",
            ["procedure"] = "idle",
            ["kind"] = "suspect",
            ["day"] = "2026-03-02",
            ["facts"] = new JsonObject { ["suspicion"] = "未动工" },
        };

    private static async Task<JsonNode> GetAsync(RunningService service, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", Keys.Secret("王办"));
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await BodyAsync(answer);
    }

    private static Task<RunningService> StartAsync() =>
        RunningService.StartAsync(
            o => o with { Clock = new StoppedClock(Now) },
            store =>
            {
                SmallPark.Of(2)(store);
                Keys.Add(store, "王办", Role.Officer);
            }
        );
}
