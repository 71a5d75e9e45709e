using LandLedger.Cases;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.People;
using LandLedger.Service.People;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Tests.People;

/// <summary>Who is let in, and who is not.</summary>
public sealed class SignInTests
{
    private const string Items = "/collections/plots/items";

    [Fact]
    public async Task Without_token_and_issuer_this_machine_is_let_in_and_nobody_who_comes_through_a_gateway()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        using (await service.GetAsync(Items)) { }

        foreach (
            var header in (string[])
                ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"]
        )
        {
            var request = new HttpRequestMessage(HttpMethod.Get, Items);
            request.Headers.TryAddWithoutValidation(header, "127.0.0.1");
            await RefusedAsync(service, request);
        }
        var rebound = new HttpRequestMessage(HttpMethod.Get, Items);
        rebound.Headers.Host = "park.example";
        await RefusedAsync(service, rebound);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:5080", true)]
    [InlineData("::1", "localhost:5080", true)]
    [InlineData("::1", "[::1]:5080", true)]
    [InlineData("::ffff:127.0.0.1", "LocalHost", true)]
    [InlineData("192.168.1.7", "127.0.0.1:5080", false)]
    [InlineData("fe80::1", "localhost", false)]
    [InlineData("127.0.0.1", "192.168.1.7:5080", false)]
    [InlineData("127.0.0.1", "localhost.example", false)]
    [InlineData("127.0.0.1", "", false)]
    [InlineData(null, "localhost", false)]
    public void This_machine_is_a_loopback_address_that_asks_for_a_loopback_name(
        string? from,
        string host,
        bool isLocal
    )
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = from is null ? null : IPAddress.Parse(from);
        context.Request.Host = new(host);

        Assert.Equal(isLocal, LocalRequest.Is(context));
    }

    [Fact]
    public async Task From_the_first_token_on_everybody_signs_in_even_when_it_is_revoked()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        using (await service.GetAsync(Items)) { }
        var other = GeoPackageStore.Open(service.StorePath, StoreMode.Write);
        Keys.Add(other, "王办", Role.Officer);

        await RefusedAsync(service, new(HttpMethod.Get, Items));
        using var first = await service.Client.SendAsync(By("王办"));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);

        other.Tokens.Revoke(1, "管理员", DateTimeOffset.UnixEpoch);
        other.Dispose();
        var again = By("王办");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        await RefusedAsync(service, again);
        await RefusedAsync(service, new(HttpMethod.Get, Items));
    }

    [Fact]
    public async Task All_who_are_not_let_in_get_the_same_answer()
    {
        await using var service = await RunningService.StartAsync(
            o => o with { Clock = new StoppedClock(new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero)) },
            store =>
            {
                SmallPark.Of(1)(store);
                Keys.Add(store, "王办", Role.Officer);
                store.Tokens.Revoke(
                    Keys.Add(store, "撤销", Role.Officer).Id,
                    "管理员",
                    new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)
                );
                var token = Keys.Token("过期", Role.Officer);
                store.Tokens.Add(token with { Until = new(2026, 6, 29) });
                store.Tokens.Add(Keys.Token("末日", Role.Officer) with { Until = new(2026, 6, 30) });
                store.Tokens.Add(Keys.Token("未到", Role.Officer) with { Since = new(2026, 7, 1) });
            }
        );
        foreach (var good in (string[])["王办", "末日"])
        {
            using var answer = await service.Client.SendAsync(By(good));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        var told = new HashSet<string>();
        foreach (
            var header in (string?[])
                [
                    null,
                    "",
                    "Bearer",
                    "Bearer ",
                    "Bearer ll_",
                    "Bearer " + Keys.Secret("谁"),
                    "Bearer " + Keys.Secret("撤销"),
                    "Bearer " + Keys.Secret("过期"),
                    "Bearer " + Keys.Secret("未到"),
                    "Bearer " + Keys.Secret("王办")[..^1],
                    "Bearer " + TokenSecret.Digest(Keys.Secret("王办")),
                    "Bearer " + Keys.Unsigned(Keys.Claims()),
                    "Basic " + Keys.Secret("王办"),
                    Keys.Secret("王办"),
                ]
        )
        {
            var request = new HttpRequestMessage(HttpMethod.Get, Items);
            if (header is not null)
                request.Headers.TryAddWithoutValidation("Authorization", header);
            told.Add(await RefusedAsync(service, request));
        }
        Assert.Single(told);
    }

    [Fact]
    public async Task Health_and_the_document_are_open_to_all()
    {
        await using var service = await RunningService.StartAsync(fill: store => Keys.Add(store, "王办", Role.Officer));
        foreach (var open in (string[])["/health", "/health/live", "/health/ready", "/openapi.json"])
            using (await service.GetAsync(open)) { }
        await RefusedAsync(service, new(HttpMethod.Get, "/"));
    }

    [Fact]
    public async Task A_tag_confirms_nothing_to_those_of_another_role_or_scope()
    {
        await using var service = await RunningService.StartAsync(fill: store =>
        {
            SmallPark.Of(2)(store);
            Keys.Add(store, "王办", Role.Officer);
            Keys.Add(store, "李办", Role.Officer);
            Keys.Add(store, "李阅", Role.Viewer);
            Keys.Add(store, "东区", Role.Officer, new Scope([], ["东区"]));
        });
        using var first = await service.Client.SendAsync(By("王办"));
        foreach (
            var (name, status) in ((string, HttpStatusCode)[])
                [
                    ("王办", HttpStatusCode.NotModified),
                    ("李办", HttpStatusCode.NotModified),
                    ("李阅", HttpStatusCode.OK),
                    ("东区", HttpStatusCode.OK),
                ]
        )
        {
            var request = By(name);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var answer = await service.Client.SendAsync(request);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Answers_are_not_for_others_to_keep()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(1));
        using var answer = await service.Client.GetAsync(Items);

        Assert.Contains("Authorization", answer.Headers.Vary);
        Assert.True(answer.Headers.CacheControl!.Private);
    }

    /// <summary>That nobody is told why; the answer as a text.</summary>
    internal static async Task<string> RefusedAsync(RunningService service, HttpRequestMessage request)
    {
        using var answer = await service.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Bearer realm=\"LandLedger\"", answer.Headers.WwwAuthenticate.ToString());
        Assert.Null(answer.Headers.ETag);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("\"sign-in\"", text, StringComparison.Ordinal);
        return text;
    }

    private static HttpRequestMessage By(string name) =>
        new(HttpMethod.Get, Items) { Headers = { Authorization = new("Bearer", Keys.Secret(name)) } };
}
