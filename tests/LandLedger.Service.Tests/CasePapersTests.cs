using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using LandLedger.Cases;
using LandLedger.Clearance;
using LandLedger.Fields;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.People;
using LandLedger.Service.Tests.People;

namespace LandLedger.Service.Tests;

/// <summary>Papers of cases over HTTP, and what was recorded before.</summary>
public sealed class CasePapersTests
{
    private const string Notice = "/cases/2026-0001/papers/investigation-notice";
    private const string Office = "?authority=青垅县自然资源局&contact=王办&phone=1&address=路1号";

    [Fact]
    public async Task The_papers_of_a_case_are_listed_and_the_one_that_was_made_is_to_be_had()
    {
        await using var service = await StartAsync();
        using var listed = await AsAsync(service, "auditor", "/cases/2026-0001/papers");
        var papers = JsonNode.Parse(await listed.Content.ReadAsStringAsync())!["papers"]!.AsArray();
        Assert.Equal(
            ["investigation-notice"],
            papers.Where(paper => (bool)paper!["made"]!).Select(paper => (string?)paper!["kind"])
        );
        Assert.Contains("fee-decision", papers.Select(paper => (string?)paper!["kind"]));
        var made = papers.Single(paper => (bool)paper!["made"]!)!;
        Assert.Equal(("notify", "2026-03-20"), ((string?)made["step"], (string?)made["day"]));

        using var answer = await AsAsync(
            service,
            "auditor",
            (string)made["links"]![0]!["href"]! + Office + "&draft=true"
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("青垅县自然资源局", await DocumentAsync(answer), StringComparison.Ordinal);

        using var missing = await AsAsync(service, "auditor", Notice + Office);
        Assert.Equal("paper-wrong", await CodeAsync(missing, HttpStatusCode.UnprocessableEntity));
        using var unsigned = await AsAsync(service, "auditor", Notice);
        Assert.Equal("parameter-missing", await CodeAsync(unsigned, HttpStatusCode.BadRequest));
        using var other = await AsAsync(service, "auditor", "/cases/2026-0001/papers/fee-decision" + Office);
        Assert.Equal("paper-unknown", await CodeAsync(other, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task What_the_service_was_started_with_signs_where_a_request_does_not()
    {
        await using var service = await StartAsync(office: "白水县自然资源局");
        using var own = await AsAsync(service, "auditor", Notice + "?draft=true");
        Assert.Contains("白水县自然资源局", await DocumentAsync(own), StringComparison.Ordinal);
        using var asked = await AsAsync(service, "auditor", Notice + "?draft=true&authority=青垅县自然资源局");
        Assert.DoesNotContain("白水县自然资源局", await DocumentAsync(asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_comes_in_the_language_that_is_asked_for()
    {
        await using var service = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Notice + Office + "&draft=true")
        {
            Headers = { Authorization = new("Bearer", Keys.Secret("auditor")), AcceptLanguage = { new("en") } },
        };
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(["en"], answer.Content.Headers.ContentLanguage);
        var english = await DocumentAsync(answer);
        Assert.Contains("Investigation notice on idle land", english, StringComparison.Ordinal);
        Assert.DoesNotContain("调查的主要内容", english, StringComparison.Ordinal);
        using var plain = await AsAsync(service, "auditor", Notice + Office + "&draft=true");
        Assert.Contains("调查的主要内容", await DocumentAsync(plain), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_and_charges_of_then_are_told_by_what_was_recorded_then()
    {
        await using var service = await StartAsync();
        using var before = await AsAsync(service, "auditor", Notice + Office + "&draft=true");
        using var charges = await AsAsync(service, "auditor", "/charges?on=2026-11-30");
        // Times are kept to the millisecond.
        await Task.Delay(5);
        var recorded = TimeProvider
            .System.GetUtcNow()
            .ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        await Task.Delay(5);
        byte[] file =
        [
            .. Encoding.UTF8.GetPreamble(),
            .. Encoding.UTF8.GetBytes(
                "地块编号,行政区代码,使用权人,抵押权证号,抵押权人,抵押登记日期\nP-001,331100,丙,证1,农商行,2025-03-01\n"
            ),
        ];
        using (var form = RunningService.Form([("台账.csv", file)]))
        using (var sent = await SendAsync(service, "officer", HttpMethod.Post, "/imports?on=2026-11-30", form))
            Assert.Equal(HttpStatusCode.OK, sent.StatusCode);

        var was = await before.Content.ReadAsByteArrayAsync();
        using var now = await AsAsync(service, "auditor", Notice + Office + "&draft=true");
        Assert.Equal(was, await now.Content.ReadAsByteArrayAsync());
        var corrected = TimeProvider
            .System.GetUtcNow()
            .ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        using var right = await AsAsync(service, "auditor", $"{Notice}{Office}&draft=true&recorded={corrected}");
        Assert.Contains("丙", await DocumentAsync(right), StringComparison.Ordinal);
        using var then = await AsAsync(service, "auditor", $"{Notice}{Office}&draft=true&recorded={recorded}");
        Assert.Equal(was, await then.Content.ReadAsByteArrayAsync());
        using var later = await AsAsync(service, "auditor", "/charges?on=2026-11-30");
        using var past = await AsAsync(service, "auditor", "/charges?on=2026-11-30&recorded=" + recorded);
        Assert.Contains("农商行", await later.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(await charges.Content.ReadAsStringAsync(), await past.Content.ReadAsStringAsync());

        using var viewer = await AsAsync(service, "viewer", "/charges?on=2026-11-30&recorded=" + recorded);
        Assert.Equal("role-may-not", await CodeAsync(viewer, HttpStatusCode.Forbidden));
        using var bounded = await AsAsync(service, "bounded", "/charges?on=2026-11-30&recorded=" + recorded);
        Assert.Equal("scope-bounded", await CodeAsync(bounded, HttpStatusCode.Forbidden));
        using var none = await AsAsync(service, "auditor", Notice + Office + "&recorded=1990-01-01T00:00:00Z");
        Assert.Equal("recorded-none", await CodeAsync(none, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Who_does_not_see_the_plot_or_may_read_no_files_gets_no_paper()
    {
        await using var service = await StartAsync();
        foreach (var address in (string[])[Notice + Office, "/cases/2026-0001/papers"])
        {
            using var viewer = await AsAsync(service, "viewer", address);
            Assert.Equal("role-may-not", await CodeAsync(viewer, HttpStatusCode.Forbidden));
            using var elsewhere = await AsAsync(service, "elsewhere", address);
            using var never = await AsAsync(
                service,
                "elsewhere",
                address.Replace("0001", "0009", StringComparison.Ordinal)
            );
            Assert.Equal("case-unknown", await CodeAsync(elsewhere, HttpStatusCode.NotFound));
            Assert.Equal(
                (await elsewhere.Content.ReadAsStringAsync()).Replace("0001", "0009", StringComparison.Ordinal),
                await never.Content.ReadAsStringAsync()
            );
        }
        using var bounded = await AsAsync(service, "bounded", Notice + Office + "&draft=true");
        Assert.Equal(HttpStatusCode.OK, bounded.StatusCode);
    }

    [Fact]
    public async Task Progress_tells_the_targets_of_its_year_that_the_service_was_started_with()
    {
        YearTarget[] targets =
        [
            new("目标.csv:2", 2026, null, null, "资源局", new(1, 10, null)),
            new("目标.csv:3", 2025, null, null, null, new(5, null, null)),
        ];
        await using var service = await RunningService.StartAsync(options => options with { Targets = targets });
        using var told = await service.GetAsync("/progress?on=2026-06-30");
        var part = Assert.Single(told.RootElement.GetProperty("targets").EnumerateArray());
        Assert.Equal(
            "资源局",
            Assert.Single(part.GetProperty("lines").EnumerateArray()).GetProperty("unit").GetString()
        );
        using var other = await service.GetAsync("/progress?on=2024-06-30");
        Assert.False(other.RootElement.TryGetProperty("targets", out _));
    }

    private static Task<RunningService> StartAsync(string? office = null) =>
        RunningService.StartAsync(
            options => options with { Office = office is null ? null : new() { Authority = office } },
            store =>
            {
                SmallPark.Of(2)(store);
                foreach (var role in Enum.GetValues<Role>())
                    Keys.Add(store, CodeText.Of(role), role);
                Keys.Add(store, "bounded", Role.Officer, new Scope(["331100"], []));
                Keys.Add(store, "elsewhere", Role.Officer, new Scope(["360732"], []));
                var book = new CaseBook(store, HolidayCalendar.Default);
                var plot = PlotKey.Of(store.Find("P-001")[0]);
                var recording = new StepRecording { At = TimeProvider.System.GetUtcNow(), By = "王办" };
                var opened = book.Open(plot, "idle", Step("suspect", 2, ("suspicion", "未动工")), recording).Filed!;
                var notify = Step(
                    "notify",
                    20,
                    ("document", "自然资〔2026〕8号"),
                    ("address", "路 1 号"),
                    ("papers-day", "")
                );
                Assert.Null(book.Take(opened.Number, notify, recording).Refusal);
            }
        );

    private static CaseStep Step(string kind, int day, params (string Id, string Said)[] facts) =>
        new()
        {
            Kind = kind,
            Day = new(2026, 3, day),
            Who = "王办",
            Role = Role.Officer,
            Facts = facts.ToDictionary(
                fact => fact.Id,
                fact => fact.Said.Length > 0 ? Fact.Of(fact.Said) : Fact.Of(new DateOnly(2026, 4, 20))
            ),
        };

    private static Task<HttpResponseMessage> AsAsync(RunningService service, string name, string address) =>
        SendAsync(service, name, HttpMethod.Get, address, null);

    private static Task<HttpResponseMessage> SendAsync(
        RunningService service,
        string name,
        HttpMethod method,
        string address,
        HttpContent? content
    ) =>
        service.Client.SendAsync(
            new(method, address) { Headers = { Authorization = new("Bearer", Keys.Secret(name)) }, Content = content }
        );

    private static async Task<string?> CodeAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {text}");
        return (string?)JsonNode.Parse(text)!["code"];
    }

    private static async Task<string> DocumentAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        using var part = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return await part.ReadToEndAsync();
    }
}
