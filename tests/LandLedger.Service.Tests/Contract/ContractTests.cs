using System.Text;

namespace LandLedger.Service.Tests.Contract;

/// <summary>
/// What the OpenAPI document promises is what is answered. Every answer of every test here is held against it; this provokes each
/// status and media type of each operation once, on the sample park, so that nothing promised goes without a look.
/// </summary>
public sealed class ContractTests
{
    private const string Day = "asOf=2026-06-30";

    private static readonly (string Path, string[] Types)[] Gets =
    [
        ("/", ["application/json", "text/html"]),
        ("/charges?by=zone&on=2026-06-30", ["application/json"]),
        ("/acreage?by=zone,use,year,category&plots=true&" + Day, ["application/json"]),
        ("/cases?limit=10&closed=false", ["application/json"]),
        ("/cases/due?on=2026-12-31", ["application/json"]),
        ("/cases/2026-0001?", ["application/json"]),
        ("/cases/2026-0001/allowed?on=2026-12-31", ["application/json"]),
        ("/cases/2026-0001/papers?", ["application/json"]),
        (
            CaseRequests.Notice + "?authority=x&contact=x&phone=1&address=x&draft=true",
            ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"]
        ),
        ("/collections?", ["application/json", "text/html"]),
        ("/collections/evaluations?", ["application/json", "text/html"]),
        ("/collections/evaluations/items?limit=500&" + Day, ["application/geo+json", "application/json", "text/html"]),
        ("/collections/evaluations/items/CD-034?" + Day, ["application/geo+json", "application/json", "text/html"]),
        ("/collections/evaluations/queryables?", ["application/schema+json", "application/json", "text/html"]),
        ("/collections/evaluations/schema?", ["application/schema+json", "application/json", "text/html"]),
        ("/collections/evaluations/sortables?", ["application/schema+json", "application/json", "text/html"]),
        ("/collections/evaluations/whole?" + Day, ["application/geo+json", "application/json"]),
        ("/collections/mixed?", ["application/json", "text/html"]),
        ("/collections/mixed/items?limit=10", ["application/geo+json", "application/json", "text/html"]),
        ("/collections/mixed/items/1?", ["application/geo+json", "application/json", "text/html"]),
        ("/collections/mixed/queryables?", ["application/schema+json", "application/json", "text/html"]),
        ("/collections/mixed/schema?", ["application/schema+json", "application/json", "text/html"]),
        ("/collections/mixed/sortables?", ["application/schema+json", "application/json", "text/html"]),
        ("/collections/plots?", ["application/json", "text/html"]),
        ("/collections/plots/items?limit=500&" + Day, ["application/geo+json", "application/json", "text/html"]),
        ("/collections/plots/items/CD-034?" + Day, ["application/geo+json", "application/json", "text/html"]),
        ("/collections/plots/queryables?", ["application/schema+json", "application/json", "text/html"]),
        ("/collections/plots/schema?", ["application/schema+json", "application/json", "text/html"]),
        ("/collections/plots/sortables?", ["application/schema+json", "application/json", "text/html"]),
        ("/collections/plots/whole?shifted=gcj02&" + Day, ["application/geo+json", "application/json"]),
        ("/collections/plots/tiles?", ["application/json", "text/html"]),
        (
            "/collections/plots/tiles/WebMercatorQuad?" + Day,
            ["application/json", "application/vnd.mapbox.tilejson+json", "text/html"]
        ),
        ("/collections/zones?", ["application/json", "text/html"]),
        ("/collections/zones/items?limit=10&" + Day, ["application/geo+json", "application/json", "text/html"]),
        (
            "/collections/zones/items/360799:%E5%8D%97%E5%A1%98%E7%89%87%E5%8C%BA?" + Day,
            ["application/geo+json", "application/json", "text/html"]
        ),
        ("/collections/zones/queryables?", ["application/schema+json", "application/json", "text/html"]),
        ("/collections/zones/schema?", ["application/schema+json", "application/json", "text/html"]),
        ("/conformance?", ["application/json", "text/html"]),
        ("/tileMatrixSets?", ["application/json", "text/html"]),
        ("/tileMatrixSets/WebMercatorQuad?", ["application/json", "text/html"]),
        (
            "/disposal-lists/preview?category=idle,use-changed,low-efficiency,undetermined,in-order,not-supplied,reserve&"
                + Day,
            [
                "application/json",
                "text/csv",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/geo+json",
            ]
        ),
        ("/collections/plots/tiles/WebMercatorQuad/14/6950/13442?" + Day, ["application/vnd.mapbox-vector-tile"]),
        (
            "/diff?from=2024-01-01&to=2026-06-30&recordedFrom=2199-01-01T00:00:00Z&recordedTo=2199-01-01T00:00:00Z",
            ["application/json", "text/csv"]
        ),
        ("/fields?", ["application/json"]),
        ("/forms/survey?" + Day, ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]),
        ("/health?", ["application/json"]),
        ("/health/live?", ["application/json"]),
        ("/health/ready?", ["application/json"]),
        ("/imports?limit=10", ["application/json"]),
        ("/ledger?after=1&limit=10", ["application/json"]),
        (
            "/plots/CD-003/file?" + Day,
            ["text/html", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"]
        ),
        ("/plots/LX-001/history", ["application/json"]),
        ("/openapi.json?", ["application/vnd.oai.openapi+json;version=3.0", "application/json"]),
        ("/plots/CD-003/evaluation?" + Day, ["application/json", "text/html"]),
        ("/tokens?", ["application/json"]),
        ("/rules?", ["application/json"]),
        ("/rules/jinhua-draft?", ["application/json"]),
    ];

    [Fact]
    public async Task Each_status_and_media_type_of_the_document_is_answered_as_it_says()
    {
        var park = TestFiles.Park.Select(path => (Path.GetFileName(path), File.ReadAllBytes(path))).ToList();
        await using var service = await RunningService.StartAsync(
            o => o with { ImportWait = TimeSpan.Zero, MaxFiles = park.Count },
            MixedLayer.AddTo
        );
        using (await service.ImportAsync(park, "?on=2026-06-30&keepGood=true")) { }
        await CaseRequests.Open(service);
        var list = await ListRequests.Issue(service);
        (string, string[])[] lists =
        [
            ("/disposal-lists?limit=10", ["application/json"]),
            (
                list + "?",
                [
                    "application/json",
                    "text/csv",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "application/geo+json",
                ]
            ),
            (list + "/steps?", ["application/json"]),
            (list + "/again?", ["application/json"]),
            (CaseRequests.Evidence + "?", ["application/json"]),
            (CaseRequests.Evidence + "/" + CaseRequests.Photo + "?", ["application/octet-stream"]),
            (OfficeRequests.Templates + "?", ["application/json"]),
            (OfficeRequests.Template + "?", [OfficeRequests.Docx]),
            (OfficeRequests.Calendar + "?", ["application/json"]),
            ("/plots/CD-003/classes?from=2026-06-01&to=2026-06-30", ["application/json"]),
            ("/progress?on=2026-06-30", ["application/json", "text/csv"]),
        ];
        foreach (var (path, types) in Gets.Concat(lists))
        {
            foreach (var type in types)
                await Get(service, path, HttpStatusCode.OK, type);
            await Kept(service, path);
            await Get(service, path.Split('?')[0], HttpStatusCode.NotAcceptable, "image/png");
            await Get(service, path.Split('?')[0] + "?colour=red", HttpStatusCode.BadRequest);
        }
        await Get(service, "/collections/plots/tiles/WebMercatorQuad/14/0/0", HttpStatusCode.NoContent);
        await Get(service, "/collections/plots/tiles/WebMercatorQuad/14/0/99999", HttpStatusCode.NotFound);
        foreach (
            var path in (string[])
                [
                    "/cases/none",
                    "/cases/none/allowed",
                    "/cases/none/papers",
                    "/cases/none/evidence",
                    CaseRequests.Evidence + "/none",
                    OfficeRequests.Templates + "/none",
                    "/disposal-lists/2026-999/again",
                    "/plots/none/classes?from=2026-06-01&to=2026-06-30",
                    "/cases/none/papers/x?authority=x",
                    "/cases/2026-0001/papers/x?authority=x",
                    "/charges?recorded=1990-01-01T00:00:00Z",
                    "/collections/none",
                    "/disposal-lists/2026-999",
                    "/disposal-lists/2026-999/steps",
                    "/progress?base=2026-999",
                    "/collections/none/items",
                    "/collections/mixed/items/none",
                    "/collections/none/queryables",
                    "/collections/none/schema",
                    "/collections/none/sortables",
                    "/collections/zones/items/none",
                    "/collections/evaluations/items/none",
                    "/collections/plots/items/none",
                    "/forms/none",
                    "/plots/none/evaluation",
                    "/diff?from=2020-01-01&to=2020-01-01",
                    "/plots/none/file",
                    "/plots/none/history",
                    "/rules/none",
                    "/tileMatrixSets/x",
                ]
        )
            await Get(service, path, HttpStatusCode.NotFound);
        await RefuseImports(service, park);
        await CaseRequests.Refuse(service);
        await ListRequests.Refuse(service, list);
        await PlotRequests.Take(service);
        await Twins(service);
        await Get(service, list + "/again?rules=jinhua-draft", HttpStatusCode.Conflict);
        await OfficeRequests.Take(service);
        await TokenRequests.Take(service);
        await PeopleRequests.Refuse(service);
        await using var altered = await RunningService.StartAsync();
        using (await altered.ImportAsync(park[..1], "?on=2026-06-30&keepGood=true")) { }
        await OfficeRequests.Alter(altered);

        var promised = service.Contract.Promised.Where(line => !IsTrouble(line));
        var answered = service.Contract.Answered.Union(altered.Contract.Answered).Where(line => !IsTrouble(line));
        Assert.Equal(promised.Order(StringComparer.Ordinal), answered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_kind_of_plot_is_explained_as_the_document_says()
    {
        var park = TestFiles.Park.Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)));
        await using var service = await RunningService.StartAsync();
        using (await service.ImportAsync(park, "?on=2026-06-30&keepGood=true")) { }
        using var page = await service.GetAsync("/collections/plots/items?limit=500&" + Day);
        var plots = page
            .RootElement.GetProperty("features")
            .EnumerateArray()
            .Select(f => f.GetProperty("id").GetString());
        foreach (var plot in plots)
            await Get(service, $"/plots/{plot}/evaluation?lang=en&{Day}", HttpStatusCode.OK);
        Assert.Equal(138, page.RootElement.GetProperty("numberReturned").GetInt32());
    }

    [Theory]
    [InlineData("""{"type":"string"}""", "7", "$ is Number, not string")]
    [InlineData("""{"type":"integer"}""", "1.5", "$ is Number, not integer")]
    [InlineData("""{"type":"string"}""", "null", "$ is null")]
    [InlineData("""{"type":"string","nullable":true}""", "null", null)]
    [InlineData("""{"enum":["a","b"]}""", "\"c\"", "$ is c, none of the codes")]
    [InlineData("""{"format":"date"}""", "\"2026-6-30\"", "$ is 2026-6-30, no date")]
    [InlineData("""{"properties":{"a":{"type":"number"}}}""", """{"a":1,"b":2}""", "$.b is not declared")]
    [InlineData("""{"properties":{},"additionalProperties":true}""", """{"b":2}""", null)]
    [InlineData("""{"required":["a"]}""", "{}", "$.a is missing")]
    [InlineData("""{"items":{"type":"number"}}""", "[1,\"2\"]", "$[1] is String, not number")]
    [InlineData("""{"$ref":"#/x"}""", """{"a":"1"}""", "$.a is String, not number")]
    [InlineData("""{"allOf":[{"$ref":"#/x"},{"properties":{"b":{}}}]}""", """{"a":1,"b":2}""", null)]
    public void The_check_finds_what_a_schema_does_not_allow(string schema, string value, string? fault)
    {
        using var root = JsonDocument.Parse("""{"x":{"type":"object","properties":{"a":{"type":"number"}}}}""");
        using var asked = JsonDocument.Parse(schema);
        using var given = JsonDocument.Parse(value);
        Assert.Equal(
            fault,
            new Schema(root.RootElement).Faults(given.RootElement, asked.RootElement).SingleOrDefault()
        );
    }

    [Fact]
    public void A_keyword_that_the_check_does_not_understand_is_no_silent_pass()
    {
        using var schema = JsonDocument.Parse("""{"oneOf":[]}""");
        var check = new Schema(schema.RootElement);
        Assert.Throws<NotSupportedException>(() => check.Faults(schema.RootElement, schema.RootElement).ToList());
    }

    /// <summary>All that an import can be refused for.</summary>
    private static async Task RefuseImports(RunningService service, List<(string, byte[])> park)
    {
        (string, byte[])[] ledger = [("台账.csv", Encoding.UTF8.GetBytes("地块编号,面积（亩）\nA-1,202300\n"))];
        await Post(service, HttpStatusCode.UnprocessableEntity, RunningService.Form(ledger));
        await Post(service, HttpStatusCode.BadRequest, RunningService.Form([]));
        await Post(service, HttpStatusCode.NotAcceptable, RunningService.Form(ledger), ("Accept", "image/png"));
        await Post(service, HttpStatusCode.Forbidden, RunningService.Form(ledger), ("Origin", "https://else.example"));
        await Post(service, HttpStatusCode.RequestEntityTooLarge, RunningService.Form([.. park, .. ledger]));
        await Post(service, HttpStatusCode.UnsupportedMediaType, new StringContent("{}"));
        var turn = service.Part<Imports.ImportTurn>();
        Assert.True(await turn.WaitAsync(CancellationToken.None));
        await Post(service, HttpStatusCode.Conflict, RunningService.Form(ledger));
        turn.End();
    }

    /// <summary>A plot number that two counties have.</summary>
    private static async Task Twins(RunningService service)
    {
        var twin = Encoding.UTF8.GetBytes("地块编号,行政区代码,面积（亩）\nCD-034,360798,30\n");
        using (await service.ImportAsync([("邻县.csv", twin)])) { }
        foreach (
            var path in (string[])
                [
                    "/collections/plots/items/CD-034",
                    "/collections/evaluations/items/CD-034",
                    "/plots/CD-034/evaluation",
                    "/plots/CD-034/file",
                    "/plots/CD-034/history",
                    "/plots/CD-034/classes?from=2026-06-01&to=2026-06-30",
                ]
        )
            await Get(service, path, HttpStatusCode.Conflict);
        await PlotRequests.Ambiguous(service, "CD-034");
    }

    private static async Task Get(RunningService service, string path, HttpStatusCode status, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await service.Client.SendAsync(request);
        Assert.True(answer.StatusCode == status, $"{path}: {answer.StatusCode}");
    }

    /// <summary>What has a tag is confirmed by it.</summary>
    private static async Task Kept(RunningService service, string path)
    {
        using var answer = await service.Client.GetAsync(path);
        if (answer.Headers.ETag is not { } tag)
            return;
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(tag);
        using var kept = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, kept.StatusCode);
    }

    private static async Task Post(
        RunningService service,
        HttpStatusCode status,
        HttpContent content,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/imports") { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var answer = await service.Client.SendAsync(request);
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>A crowd or a broken machine is not for each operation to show; that its answers keep to the schema is held where it is provoked.</summary>
    private static bool IsTrouble(string line) => line.Split(' ')[1] is "429" or "500" or "503" or "504";
}
