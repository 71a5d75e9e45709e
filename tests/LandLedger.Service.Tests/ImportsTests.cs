using System.Text;

namespace LandLedger.Service.Tests;

public sealed class ImportsTests
{
    [Fact]
    public async Task A_survey_in_GBK_and_a_ledger_become_plots_that_all_routes_agree_on()
    {
        await using var service = await RunningService.StartAsync();
        using var report = await service.ImportAsync(SurveyedPark.Files, "?on=2026-06-30&county=360799");
        Assert.Equal("done", report.RootElement.GetProperty("outcome").GetString());
        Assert.Equal("2026-06-30", report.RootElement.GetProperty("on").GetString());
        Assert.Equal(3, report.RootElement.GetProperty("added").GetInt32());

        // The middle of the first plot lies at 115.35872° E, 26.29337° N by PROJ.
        using var near = await service.GetAsync("/collections/plots/items?bbox=115.3586,26.2933,115.3588,26.2934");
        Assert.Equal(["甲-01"], PlotItemsTests.Ids(near));

        using var evaluation = await service.GetAsync("/plots/%E7%94%B2-01/evaluation?asOf=2026-06-30&lang=en");
        Assert.Equal("idle", evaluation.RootElement.GetProperty("category").GetString());
        Assert.Equal(30m, evaluation.RootElement.GetProperty("area").GetProperty("statedMu").GetDecimal());
        Assert.Equal("en", evaluation.RootElement.GetProperty("lang").GetString());
        Assert.NotEqual(0, evaluation.RootElement.GetProperty("explanation").GetArrayLength());

        // 200 m x 100 m twice and 100 m x 100 m once: 30 + 30 + 15 mu.
        using var acreage = await service.GetAsync("/acreage?by=zone,category&asOf=2026-06-30");
        var total = acreage.RootElement.GetProperty("total");
        Assert.Equal(3, total.GetProperty("plots").GetInt32());
        Assert.Equal(75m, total.GetProperty("statedMu").GetDecimal());
        Assert.Equal(75m, acreage.RootElement.GetProperty("rows").EnumerateArray().Sum(Stated));
        using var list = await service.GetAsync(
            "/disposal-lists/preview?asOf=2026-06-30&category=idle,reserve,undetermined,in-order,low-efficiency"
        );
        Assert.Equal(75m, Stated(list.RootElement.GetProperty("total")));

        using var history = await service.GetAsync("/imports");
        var import = history.RootElement.GetProperty("imports")[0];
        Assert.Equal("2026-06-30", import.GetProperty("on").GetString());
        Assert.Equal(["界址点.txt", "台账.csv"], import.GetProperty("sources").EnumerateArray().Select(Name));

        using var again = await service.ImportAsync(SurveyedPark.Files, "?on=2026-06-30&county=360799");
        Assert.Equal(0, again.RootElement.GetProperty("added").GetInt32());
        Assert.Equal(0, again.RootElement.GetProperty("changed").GetInt32());
        Assert.Equal(3, again.RootElement.GetProperty("same").GetInt32());

        static decimal Stated(JsonElement sum) => sum.GetProperty("statedMu").GetDecimal();
        static string? Name(JsonElement source) => source.GetProperty("name").GetString();
    }

    [Fact]
    public async Task The_sample_park_adds_up_over_HTTP_to_what_was_written_down_by_hand()
    {
        await using var service = await RunningService.StartAsync();
        var park = TestFiles.Park.Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)));
        using var report = await service.ImportAsync(park, "?on=2026-06-30&keepGood=true");
        Assert.Equal(138, report.RootElement.GetProperty("added").GetInt32());

        // Plots and stated mu by class from data/park/expected-totals.yaml.
        using var table = await service.GetAsync("/acreage?by=category&asOf=2026-06-30");
        var sums = table
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .ToDictionary(row => row.GetProperty("category").GetString()!, Sum);
        Assert.Equal((8, 411.00m), sums["idle"]);
        Assert.Equal((7, 223.20m), sums["use-changed"]);
        Assert.Equal((36, 1466.67m), sums["low-efficiency"]);
        Assert.Equal((5, 155.70m), sums["undetermined"]);
        Assert.Equal((70, 4148.74m), sums["in-order"]);
        Assert.Equal((6, 600.00m), sums["not-supplied"]);
        Assert.Equal((6, 3319.00m), sums["reserve"]);

        using var list = await service.GetAsync("/disposal-lists/preview?asOf=2026-06-30");
        // 56 plots of the four classes that call for an act, and the two in order that are late to start (74.40 mu).
        Assert.Equal((58, 2330.97m), Sum(list.RootElement.GetProperty("total")));
        var idle = new List<string>();
        for (var next = "/collections/plots/items?asOf=2026-06-30&category=idle&limit=3"; next is not null; )
        {
            using var page = await service.GetAsync(next);
            idle.AddRange(PlotItemsTests.Ids(page));
            next = PlotItemsTests.Link(page, "next");
        }
        Assert.Equal(8, idle.Distinct().Count());
        Assert.Contains("CD-003", idle);

        static (int, decimal) Sum(JsonElement sum) =>
            (sum.GetProperty("plots").GetInt32(), sum.GetProperty("statedMu").GetDecimal());
    }

    [Fact]
    public async Task Refused_files_change_nothing_and_their_report_comes_with_the_problem()
    {
        await using var service = await RunningService.StartAsync();
        using var refused = await service.ImportAsync(
            [("台账.csv", Encoding.UTF8.GetBytes("地块编号,面积（亩）\n甲-01,abc\n甲-02,30\n"))],
            expected: HttpStatusCode.UnprocessableEntity
        );
        Assert.Equal("import-refused", refused.RootElement.GetProperty("code").GetString());
        Assert.Equal("refused", refused.RootElement.GetProperty("outcome").GetString());
        Assert.NotEqual(0, refused.RootElement.GetProperty("issues").GetArrayLength());
        using var none = await service.GetAsync("/collections/plots/items");
        Assert.Empty(PlotItemsTests.Ids(none));

        using var kept = await service.ImportAsync(
            [("台账.csv", Encoding.UTF8.GetBytes("地块编号,面积（亩）\n甲-01,abc\n甲-02,30\n"))],
            "?keepGood=true"
        );
        Assert.Equal("done-in-part", kept.RootElement.GetProperty("outcome").GetString());
        using var one = await service.GetAsync("/collections/plots/items");
        Assert.Contains("甲-02", PlotItemsTests.Ids(one));
    }

    [Theory]
    [InlineData("../../etc/passwd.csv", HttpStatusCode.OK)]
    [InlineData("C:\\台账\\台账.csv", HttpStatusCode.OK)]
    [InlineData("..", HttpStatusCode.BadRequest)]
    [InlineData("a:b.csv", HttpStatusCode.BadRequest)]
    public async Task A_file_lands_under_its_plain_name_or_not_at_all(string name, HttpStatusCode expected)
    {
        await using var service = await RunningService.StartAsync();
        var ledger = Encoding.UTF8.GetBytes("地块编号,面积（亩）\n甲-02,30\n");
        using var answer = await service.ImportAsync([(name, ledger)], expected: expected);
        if (expected == HttpStatusCode.OK)
            Assert.DoesNotContain('/', answer.RootElement.GetProperty("files")[0].GetString()!);
    }

    [Fact]
    public async Task A_body_without_files_of_another_type_or_cut_short_is_refused()
    {
        await using var service = await RunningService.StartAsync();
        await service.ProblemAsync(HttpStatusCode.BadRequest, "import-no-files", Post(Raw("--x--\r\n")));
        await service.ProblemAsync(HttpStatusCode.UnsupportedMediaType, "media-type", Post(new StringContent("{}")));
        var cut = Raw("--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.csv\"\r\n\r\n1,2");
        await service.ProblemAsync(HttpStatusCode.BadRequest, "request-malformed", Post(cut));
        using var field = new MultipartFormDataContent { { new StringContent("true"), "keepGood" } };
        await service.ProblemAsync(HttpStatusCode.BadRequest, "import-field", Post(field));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_and_leaves_no_file_behind()
    {
        await using var service = await RunningService.StartAsync(o => o with { MaxBody = 100_000 });
        var before = Directory.GetDirectories(Path.GetTempPath(), "landledger-*").Count(IsSpool);
        var form = RunningService.Form([("large.csv", new byte[200_000])]);
        var problem = await service.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body-too-large", Post(form));
        Assert.Equal("0.095", problem.GetProperty("limit").GetString());
        Assert.True(Directory.GetDirectories(Path.GetTempPath(), "landledger-*").Count(IsSpool) <= before);

        static bool IsSpool(string folder) => File.Exists(Path.Combine(folder, "large.csv"));
    }

    [Fact]
    public async Task A_source_without_plots_ends_them_only_when_that_is_asked_for()
    {
        await using var service = await RunningService.StartAsync();
        byte[] Ledger(string rows) => Encoding.UTF8.GetBytes("地块编号,面积（亩）\n" + rows);
        using var first = await service.ImportAsync([("a.csv", Ledger("A-1,30\nA-2,30\n"))]);
        Assert.Equal("own", first.RootElement.GetProperty("tables")[0].GetProperty("layout").GetString());
        using var refused = await service.ImportAsync(
            [("a.csv", Ledger(""))],
            expected: HttpStatusCode.UnprocessableEntity
        );
        Assert.Contains(
            refused.RootElement.GetProperty("issues").EnumerateArray(),
            issue => issue.GetProperty("code").GetString() == "ended.all"
        );
        using var ended = await service.ImportAsync([("a.csv", Ledger(""))], "?endAll=true");
        Assert.Equal(2, ended.RootElement.GetProperty("ended").GetInt32());
    }

    [Fact]
    public async Task Files_of_an_earlier_day_are_refused_unless_that_is_meant_and_of_a_day_to_come_always()
    {
        await using var service = await RunningService.StartAsync();
        (string, byte[])[] ledger = [("a.csv", Encoding.UTF8.GetBytes("地块编号,面积（亩）\nA-1,30\n"))];
        using var first = await service.ImportAsync(ledger, "?on=2025-06-30");
        using var refused = await service.ImportAsync(
            ledger,
            "?on=2025-06-29",
            expected: HttpStatusCode.UnprocessableEntity
        );
        Assert.Equal("import.earlier", refused.RootElement.GetProperty("issues")[0].GetProperty("code").GetString());
        using var taken = await service.ImportAsync(ledger, "?on=2025-06-29&earlier=true");
        Assert.Equal(1, taken.RootElement.GetProperty("same").GetInt32());
        using var ahead = await service.ImportAsync(ledger, "?on=2199-01-01", expected: HttpStatusCode.BadRequest);
        Assert.Equal("parameter-wrong", ahead.RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Too_many_files_and_pages_of_other_sites_are_refused()
    {
        await using var service = await RunningService.StartAsync(o => o with { MaxFiles = 1 });
        var two = RunningService.Form([("a.csv", [1]), ("b.csv", [2])]);
        await service.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "import-too-many-files", Post(two));
        var foreign = Post(RunningService.Form([("a.csv", [1])]));
        foreign.Headers.Add("Origin", "https://elsewhere.example");
        await service.ProblemAsync(HttpStatusCode.Forbidden, "origin-foreign", foreign);
    }

    [Fact]
    public async Task While_another_program_writes_an_import_is_told_to_wait()
    {
        await using var service = await RunningService.StartAsync();
        using var other = GeoPackage.GeoPackageStore.Open(service.StorePath, Import.StoreMode.Write);
        using (other.BeginImport())
        {
            using var answer = await service.Client.PostAsync("/imports", RunningService.Form(SurveyedPark.Files));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
        }
        using var after = await service.ImportAsync(SurveyedPark.Files);
        Assert.Equal(3, after.RootElement.GetProperty("added").GetInt32());
    }

    [Fact]
    public async Task One_import_at_a_time_and_the_other_is_told_when_to_come_back()
    {
        await using var service = await RunningService.StartAsync(o => o with { ImportWait = TimeSpan.Zero });
        var turn = service.Part<Imports.ImportTurn>();
        Assert.True(await turn.WaitAsync(CancellationToken.None));
        using (var answer = await service.Client.PostAsync("/imports", RunningService.Form(SurveyedPark.Files)))
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
        }
        turn.End();
        using var report = await service.ImportAsync(SurveyedPark.Files);
        Assert.Equal("done", report.RootElement.GetProperty("outcome").GetString());
    }

    private static ByteArrayContent Raw(string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        return content;
    }

    private static HttpRequestMessage Post(HttpContent content) =>
        new(HttpMethod.Post, "/imports") { Content = content };
}
