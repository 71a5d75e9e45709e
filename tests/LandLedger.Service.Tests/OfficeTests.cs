using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Formats.Papers;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.People;
using LandLedger.Service.Tests.People;

namespace LandLedger.Service.Tests;

/// <summary>Files behind steps, the office's own templates and its working calendar over HTTP.</summary>
public sealed class OfficeTests
{
    private const string Template = "/office/templates/investigation-notice";
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Notice = "/cases/2026-0001/papers/investigation-notice?authority=局&draft=true";

    private static readonly byte[] Photo = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i % 251))];

    [Fact]
    public async Task Files_are_given_with_a_step_and_had_again_by_who_may_see_them()
    {
        await using var service = await StartAsync();

        using var taken = await SendAsync(
            service,
            "officer",
            HttpMethod.Post,
            "/cases/2026-0001/steps",
            Step(("现场 1.jpg", Photo), ("纪要.pdf", "x"u8.ToArray()))
        );
        var body = JsonNode.Parse(await taken.Content.ReadAsStringAsync())!;
        Assert.True(taken.StatusCode == HttpStatusCode.OK, body.ToJsonString());
        var digest = KeptFile.Of("现场 1.jpg", new MemoryStream(Photo)).Sha256;
        Assert.Equal(
            ("现场 1.jpg", "image/jpeg", 300_000, digest),
            (
                (string?)body["steps"]![1]!["evidence"]![0]!["name"],
                (string?)body["steps"]![1]!["evidence"]![0]!["mediaType"],
                (int)body["steps"]![1]!["evidence"]![0]!["size"]!,
                (string?)body["steps"]![1]!["evidence"]![0]!["sha256"]
            )
        );

        using var listed = await AsAsync(service, "auditor", "/cases/2026-0001/evidence");
        var files = JsonNode.Parse(await listed.Content.ReadAsStringAsync())!["evidence"]!.AsArray();
        Assert.Equal([2, 2], files.Select(file => (int)file!["step"]!));
        using var file = await AsAsync(service, "auditor", (string)files[0]!["links"]![0]!["href"]!);
        Assert.Equal(Photo, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("现场 1.jpg", file.Content.Headers.ContentDisposition.FileNameStar);

        foreach (var role in (string[])["viewer", "planner"])
        {
            using var hidden = await AsAsync(service, role, "/cases/2026-0001/evidence/" + digest);
            Assert.Equal("role-may-not", await CodeAsync(hidden, HttpStatusCode.Forbidden));
        }
        using var elsewhere = await AsAsync(service, "elsewhere", "/cases/2026-0001/evidence/" + digest);
        Assert.Equal("case-unknown", await CodeAsync(elsewhere, HttpStatusCode.NotFound));
        using var none = await AsAsync(service, "auditor", "/cases/2026-0001/evidence/" + new string('0', 64));
        Assert.Equal("evidence-unknown", await CodeAsync(none, HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task A_step_whose_files_cannot_be_kept_is_refused_and_nothing_of_it_is_there()
    {
        await using var service = await StartAsync();

        using var empty = await SendAsync(
            service,
            "officer",
            HttpMethod.Post,
            "/cases/2026-0001/steps",
            Step(("空.jpg", []))
        );
        Assert.Equal("step-wrong", await CodeAsync(empty, HttpStatusCode.UnprocessableEntity));
        using var twice = await SendAsync(
            service,
            "officer",
            HttpMethod.Post,
            "/cases/2026-0001/steps",
            Step(("a.jpg", Photo), ("A.jpg", Photo))
        );
        Assert.Equal("import-file-name", await CodeAsync(twice, HttpStatusCode.BadRequest));
        using var bare = await SendAsync(
            service,
            "officer",
            HttpMethod.Post,
            "/cases/2026-0001/steps",
            RunningService.Form([("a.jpg", Photo)])
        );
        Assert.Equal("request-malformed", await CodeAsync(bare, HttpStatusCode.BadRequest));

        using var one = await AsAsync(service, "officer", "/cases/2026-0001");
        Assert.Single(JsonNode.Parse(await one.Content.ReadAsStringAsync())!["steps"]!.AsArray());
        using var listed = await AsAsync(service, "officer", "/cases/2026-0001/evidence");
        Assert.Empty(JsonNode.Parse(await listed.Content.ReadAsStringAsync())!["evidence"]!.AsArray());
    }

    [Fact]
    public async Task A_template_of_the_office_is_checked_kept_and_written_by_until_it_is_taken_back()
    {
        await using var service = await StartAsync();
        using (await SendAsync(service, "officer", HttpMethod.Post, "/cases/2026-0001/steps", Step())) { }
        var shipped = await DocumentAsync(await AsAsync(service, "auditor", Notice));
        using var had = await AsAsync(service, "auditor", Template);
        var own = Replaced(await had.Content.ReadAsByteArrayAsync(), "调查通知书", "本县调查通知书");

        using var officer = await SendAsync(service, "officer", HttpMethod.Put, Template, Of(own));
        Assert.Equal("role-may-not", await CodeAsync(officer, HttpStatusCode.Forbidden));
        using var wrong = await SendAsync(
            service,
            "admin",
            HttpMethod.Put,
            Template,
            Of(Replaced(own, "{{使用权人}}", "{{谁}}"))
        );
        Assert.Equal("office-wrong", await CodeAsync(wrong, HttpStatusCode.UnprocessableEntity));
        using var text = await SendAsync(service, "admin", HttpMethod.Put, Template, Of("x"u8.ToArray()));
        Assert.Equal("office-wrong", await CodeAsync(text, HttpStatusCode.UnprocessableEntity));
        using var other = await SendAsync(service, "admin", HttpMethod.Put, "/office/templates/letter", Of(own));
        Assert.Equal("template-unknown", await CodeAsync(other, HttpStatusCode.NotFound));
        using var put = await SendAsync(service, "admin", HttpMethod.Put, Template, Of(own));
        var told = JsonNode.Parse(await put.Content.ReadAsStringAsync())!;
        Assert.True((bool)told["own"]!, told.ToJsonString());
        var digest = (string)told["file"]!["sha256"]!;

        var written = await DocumentAsync(await AsAsync(service, "auditor", Notice));
        Assert.Contains("本县调查通知书", written, StringComparison.Ordinal);
        Assert.Contains($"文书模板（摘要{digest[..12]}）", written, StringComparison.Ordinal);
        using var again = await AsAsync(service, "auditor", Template);
        Assert.Equal(own, await again.Content.ReadAsByteArrayAsync());

        using var removed = await SendAsync(service, "admin", HttpMethod.Delete, Template, null);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(shipped, await DocumentAsync(await AsAsync(service, "auditor", Notice)));
        using var twice = await SendAsync(service, "admin", HttpMethod.Delete, Template, null);
        Assert.Equal("template-unknown", await CodeAsync(twice, HttpStatusCode.NotFound));
        using var list = await AsAsync(service, "auditor", "/office/templates");
        Assert.All(
            JsonNode.Parse(await list.Content.ReadAsStringAsync())!["templates"]!.AsArray(),
            one => Assert.False((bool)one!["own"]!)
        );
    }

    [Fact]
    public async Task The_calendar_of_the_office_moves_the_days_that_hang_on_its_years()
    {
        await using var service = await StartAsync();
        using var before = await AsAsync(service, "auditor", "/office/calendar");
        var shipped = JsonNode.Parse(await before.Content.ReadAsStringAsync())!;
        Assert.Equal((false, HolidayCalendar.Default.Text.Digest), ((bool)shipped["own"]!, (string?)shipped["sha256"]));

        using var wrong = await SendAsync(service, "admin", HttpMethod.Put, "/office/calendar", Calendar("2026-13-01"));
        Assert.Equal("office-wrong", await CodeAsync(wrong, HttpStatusCode.UnprocessableEntity));
        using var put = await SendAsync(service, "admin", HttpMethod.Put, "/office/calendar", Calendar("2031-01-01"));
        var own = JsonNode.Parse(await put.Content.ReadAsStringAsync())!;
        Assert.True((bool)own["own"]!, own.ToJsonString());
        Assert.Equal(
            [2031],
            own["years"]!.AsArray().Where(year => (bool)year!["own"]!).Select(year => (int)year!["year"]!)
        );

        using (await SendAsync(service, "officer", HttpMethod.Post, "/cases/2026-0001/steps", Step())) { }
        using var serve = await SendAsync(
            service,
            "officer",
            HttpMethod.Post,
            "/cases/2026-0001/steps",
            new StringContent(
                """{"kind":"serve","day":"2026-03-21","facts":{"service-way":"直接送达"}}""",
                Encoding.UTF8,
                "application/json"
            )
        );
        var served = JsonNode.Parse(await serve.Content.ReadAsStringAsync())!;
        Assert.True((string?)served["calendar"] == (string?)own["sha256"], served.ToJsonString());

        using var removed = await SendAsync(service, "admin", HttpMethod.Delete, "/office/calendar", null);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var gone = await SendAsync(service, "admin", HttpMethod.Delete, "/office/calendar", null);
        Assert.Equal("calendar-unknown", await CodeAsync(gone, HttpStatusCode.NotFound));
    }

    private static StringContent Calendar(string off) =>
        new(
            $$"""{"years":[{"year":{{off[..4]}},"source":{"zh":"通知","en":"Notice"},"trust":"U","off":[{"from":"{{off}}","to":"{{off}}"}],"worked":[]}]}""",
            Encoding.UTF8,
            "application/json"
        );

    private static ByteArrayContent Of(byte[] docx) =>
        new(docx) { Headers = { ContentType = MediaTypeHeaderValue.Parse(Docx) } };

    private static MultipartFormDataContent Step(params (string Name, byte[] Content)[] files)
    {
        var form = RunningService.Form(files);
        JsonObject step = new()
        {
            ["kind"] = "notify",
            ["day"] = "2026-03-20",
            ["facts"] = new JsonObject
            {
                ["document"] = "自然资〔2026〕8号",
                ["address"] = "路 1 号",
                ["papers-day"] = "2026-04-20",
            },
        };
        form.Add(new StringContent(step.ToJsonString(), Encoding.UTF8, "application/json"), "step");
        return form;
    }

    /// <summary>A template with other words in its text.</summary>
    private static byte[] Replaced(byte[] docx, string from, string to)
    {
        using var bytes = new MemoryStream();
        bytes.Write(docx);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = zip.GetEntry("word/document.xml")!;
            string text;
            using (var reader = new StreamReader(part.Open()))
                text = reader.ReadToEnd();
            Assert.Contains(from, text, StringComparison.Ordinal);
            part.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write(text.Replace(from, to, StringComparison.Ordinal));
        }
        return bytes.ToArray();
    }

    private static Task<RunningService> StartAsync() =>
        RunningService.StartAsync(
            options => options,
            store =>
            {
                SmallPark.Of(2)(store);
                foreach (var role in Enum.GetValues<Role>())
                    Keys.Add(store, CodeText.Of(role), role);
                Keys.Add(store, "elsewhere", Role.Officer, new Scope(["360732"], []));
                var step = new CaseStep
                {
                    Kind = "suspect",
                    Day = new(2026, 3, 2),
                    Who = "王办",
                    Role = Role.Officer,
                    Facts = new Dictionary<string, Fact> { ["suspicion"] = Fact.Of("未动工") },
                };
                var recording = new StepRecording { At = TimeProvider.System.GetUtcNow(), By = "王办" };
                var plot = PlotKey.Of(store.Find("P-001")[0]);
                Assert.Null(new CaseBook(store, HolidayCalendar.Default).Open(plot, "idle", step, recording).Refusal);
            }
        );

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
        using (answer)
        {
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
            using var part = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
            return await part.ReadToEndAsync();
        }
    }
}
