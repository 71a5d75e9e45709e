using System.Text;
using LandLedger.Import;
using LandLedger.Rules;
using Microsoft.Extensions.Options;

namespace LandLedger.Service.Tests;

public sealed class ServiceTests
{
    [Fact]
    public async Task The_service_lives_while_its_store_is_away_and_is_ready_again_when_it_is_back()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(2));
        using (await service.GetAsync("/health")) { }
        using (await service.GetAsync("/health/ready")) { }
        var away = service.StorePath + ".away";
        File.Move(service.StorePath, away);
        using (await service.GetAsync("/health/live")) { }
        var problem = await service.ProblemAsync(HttpStatusCode.ServiceUnavailable, "store", "/health/ready");
        Assert.DoesNotContain(Path.GetDirectoryName(service.StorePath)!, problem.GetProperty("detail").GetString());
        await service.ProblemAsync(HttpStatusCode.ServiceUnavailable, "store", "/health");
        await service.ProblemAsync(HttpStatusCode.ServiceUnavailable, "store", "/collections/plots/items");
        await service.ProblemAsync(HttpStatusCode.ServiceUnavailable, "store", "/acreage");
        File.Move(away, service.StorePath);
        using (await service.GetAsync("/health/ready")) { }
        using var page = await service.GetAsync("/collections/plots/items");
        Assert.Equal(2, PlotItemsTests.Ids(page).Count);
    }

    [Fact]
    public async Task What_is_not_there_or_not_allowed_is_told_in_the_language_of_the_caller()
    {
        await using var service = await RunningService.StartAsync();
        var chinese = await service.ProblemAsync(HttpStatusCode.NotFound, "route-unknown", "/nothing");
        Assert.Equal(Texts.Chinese["problem.http.route-unknown"], chinese.GetProperty("detail").GetString());
        var request = new HttpRequestMessage(HttpMethod.Get, "/nothing");
        request.Headers.Add("Accept-Language", "fr, en-GB;q=0.9, zh;q=0.5");
        var english = await service.ProblemAsync(HttpStatusCode.NotFound, "route-unknown", request);
        Assert.Equal(Texts.English["problem.http.route-unknown"], english.GetProperty("detail").GetString());

        using var answer = await service.Client.DeleteAsync("/collections/plots/items");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("GET", answer.Content.Headers.Allow);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task HEAD_answers_as_GET_without_a_body()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(3));
        using var answer = await service.Client.SendAsync(new(HttpMethod.Head, "/collections/plots/items"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task What_takes_too_long_is_stopped_and_says_so()
    {
        await using var service = await RunningService.StartAsync(
            o => o with { Clock = new HastyClock() },
            SmallPark.Of(10)
        );
        await service.ProblemAsync(HttpStatusCode.GatewayTimeout, "too-slow", "/acreage");
    }

    [Fact]
    public async Task Packages_tell_their_numbers_with_source_and_trust()
    {
        await using var service = await RunningService.StartAsync();
        using var list = await service.GetAsync("/rules");
        var ids = list
            .RootElement.GetProperty("packages")
            .EnumerateArray()
            .Select(p => p.GetProperty("id").GetString());
        Assert.Equal(RuleSets.All.Select(rules => rules.Id), ids);
        using var package = await service.GetAsync("/rules/default");
        // One third of the land developed, article 2(2) of Order 53: a fraction that no decimal holds.
        var share = package
            .RootElement.GetProperty("numbers")
            .EnumerateArray()
            .First(number => number.GetProperty("id").GetString() == "idle.developed-share");
        Assert.Equal("1/3", share.GetProperty("exact").GetString());
        Assert.Equal("order-53", share.GetProperty("source").GetProperty("instrument").GetString());
        await service.ProblemAsync(HttpStatusCode.NotFound, "package-unknown", "/rules/none");
        using var fields = await service.GetAsync("/fields");
        Assert.Contains(fields.RootElement.GetProperty("fields").EnumerateArray(), HasMu);

        static bool HasMu(JsonElement field) =>
            field.GetProperty("id").GetString() == "stated_mu" && field.GetProperty("unit").GetString() == "mu";
    }

    [Fact]
    public async Task Every_link_of_the_landing_page_leads_somewhere_and_browsers_get_a_page()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        using var landing = await service.GetAsync("/");
        foreach (var link in landing.RootElement.GetProperty("links").EnumerateArray())
        {
            using var answer = await service.Client.GetAsync(link.GetProperty("href").GetString());
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(
                link.GetProperty("type").GetString()!.Split(';')[0],
                answer.Content.Headers.ContentType?.MediaType
            );
        }
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        using var page = await service.Client.SendAsync(request);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("/collections/plots/items", await page.Content.ReadAsStringAsync());
    }

    [Fact]
    public void Wrong_options_are_told_all_at_once_before_the_start()
    {
        var wrong = Assert.Throws<OptionsValidationException>(() =>
            ServiceHost.Build(
                new()
                {
                    Store = "",
                    Rules = RuleSets.Default,
                    Urls = "nowhere;ftp://127.0.0.1:1",
                    MaxPage = 0,
                    RequestTime = TimeSpan.Zero,
                }
            )
        );
        Assert.Equal(5, wrong.Failures.Count());
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://192.168.1.7:5080", false)]
    [InlineData("http://park.example:5080", false)]
    public void Addresses_that_others_can_reach_are_known(string address, bool loopback) =>
        Assert.Equal(loopback, ServiceOptions.IsLoopback(address));

    [Fact]
    public void A_store_that_is_not_there_stops_the_start()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".gpkg");
        var trouble = Assert.Throws<StoreException>(() =>
            ServiceHost.Build(new() { Store = path, Rules = RuleSets.Default })
        );
        Assert.Equal("missing", trouble.Code);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Two_thousand_random_queries_give_an_answer_or_a_problem_of_the_caller()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(20));
        var random = new Random(20260630);
        for (var i = 0; i < 2000; i++)
        {
            var address = RandomAddress(random);
            using var answer = await service.Client.GetAsync(address);
            var status = (int)answer.StatusCode;
            Assert.True(status is 200 or 400 or 404 or 406, $"{status}: {address}");
            if (status != 200)
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    private static string RandomAddress(Random random)
    {
        string[] paths =
        [
            "/collections/plots/items",
            "/collections/plots/items/P-001",
            "/plots/P-001/evaluation",
            "/disposal-lists/preview",
            "/acreage",
            "/imports",
            "/rules",
        ];
        string[] names = ["bbox", "limit", "cursor", "asOf", "category", "zone", "county", "lang", "f", "by", "x", ""];
        string[] values =
        [
            "119,28,120,29",
            "-180,-90,180,90",
            "1e308,1e308,1e309,NaN",
            "10",
            "0",
            "99999999999999999999",
            "2026-06-30",
            "1949-10-01",
            "2199-12-31",
            "9999-12-31",
            "idle,reserve",
            "东区",
            "331100",
            "en",
            "csv",
            "xlsx",
            "zone,use,category",
            "' OR 1=1 --",
            "\0",
            "%00",
            "MzMxMTAwClAtMDEw",
            "",
        ];
        var query = new StringBuilder(paths[random.Next(paths.Length)]);
        var count = random.Next(5);
        for (var i = 0; i < count; i++)
        {
            query.Append(i == 0 ? '?' : '&').Append(names[random.Next(names.Length)]).Append('=');
            var value = random.Next(4) == 0 ? Noise(random) : values[random.Next(values.Length)];
            query.Append(Uri.EscapeDataString(value));
        }
        return query.ToString();
    }

    private static string Noise(Random random)
    {
        var text = new char[random.Next(30)];
        for (var i = 0; i < text.Length; i++)
            text[i] = (char)random.Next(1, 0xD7FF);
        return new(text);
    }
}
