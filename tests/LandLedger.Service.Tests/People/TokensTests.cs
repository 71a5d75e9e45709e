using System.Text;
using LandLedger.Cases;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.People;

namespace LandLedger.Service.Tests.People;

/// <summary>Tokens over HTTP: listed, made and revoked by admins; a secret is told once, and nowhere else.</summary>
public sealed class TokensTests
{
    private const string Items = "/collections/plots/items";

    [Fact]
    public async Task The_first_token_is_made_at_this_machine_and_from_then_on_it_signs_in()
    {
        await using var service = await RunningService.StartAsync(fill: SmallPark.Of(2));
        using var made = await SendAsync(
            service,
            "/tokens?by=初始",
            """{"user":"王管","role":"admin","until":"2199-12-31"}""",
            null
        );

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal("no-store", made.Headers.CacheControl!.ToString());
        var body = await JsonAsync(made);
        var secret = body.GetProperty("secret").GetString()!;
        Assert.StartsWith(TokenSecret.Prefix, secret, StringComparison.Ordinal);
        Assert.Equal("初始", body.GetProperty("token").GetProperty("madeBy").GetString());
        using (var open = await service.Client.GetAsync("/tokens"))
            Assert.Equal(HttpStatusCode.Unauthorized, open.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, Items, secret));

        using var asked = await SendAsync(
            service,
            "/tokens",
            """{"user":"东办","role":"officer","counties":["331100"],"zones":["东区"],"since":"2020-01-01"}""",
            secret
        );
        var own = (await JsonAsync(asked)).GetProperty("secret").GetString()!;
        using var page = await GetAsync(service, Items + "?limit=100", own);
        Assert.Equal(1, (await JsonAsync(page)).GetProperty("numberReturned").GetInt32());

        using var revoked = await SendAsync(service, "/tokens/2/revoke", null, secret);
        Assert.Equal("王管", (await JsonAsync(revoked)).GetProperty("revokedBy").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(service, Items, own));

        using var listed = await GetAsync(service, "/tokens", secret);
        var text = await listed.Content.ReadAsStringAsync();
        foreach (var hidden in (string[])[secret, own, TokenSecret.Digest(secret), TokenSecret.Digest(own), "sha256"])
            Assert.DoesNotContain(hidden, text, StringComparison.OrdinalIgnoreCase);
        using var store = GeoPackageStore.Open(service.StorePath, StoreMode.Read);
        Assert.Equal(
            [("王管", "初始", null), ("东办", "王管", "王管")],
            store.Tokens.All().Select(token => (token.User.Name, token.MadeBy, token.RevokedBy))
        );
        Assert.Equal(new Scope(["331100"], ["东区"]), store.Tokens.All()[1].User.Scope);
    }

    [Fact]
    public async Task Nobody_but_an_admin_of_the_whole_park_has_to_do_with_tokens()
    {
        await using var service = await StartAsync();
        foreach (var role in Enum.GetValues<Role>().Where(role => !role.May(Right.Token)))
            await RefusedAsync(role.ToString(), "role-may-not");
        await RefusedAsync("bounded", "scope-bounded");
        using var store = GeoPackageStore.Open(service.StorePath, StoreMode.Read);
        Assert.All(store.Tokens.All(), token => Assert.Null(token.RevokedAt));

        async Task RefusedAsync(string user, string code)
        {
            HttpRequestMessage[] requests =
            [
                new(HttpMethod.Get, "/tokens"),
                new(HttpMethod.Post, "/tokens")
                {
                    Content = new StringContent("""{"user":"x","role":"admin"}""", Encoding.UTF8, "application/json"),
                },
                new(HttpMethod.Post, "/tokens/1/revoke"),
            ];
            foreach (var request in requests)
            {
                request.Headers.Authorization = new("Bearer", Keys.Secret(user));
                await service.ProblemAsync(HttpStatusCode.Forbidden, code, request);
            }
        }
    }

    [Theory]
    [InlineData("[]", "$")]
    [InlineData("""{"user":"王","role":"admin","secret":"ll_abc"}""", "$")]
    [InlineData("""{"role":"admin"}""", "user")]
    [InlineData("""{"user":" ","role":"admin"}""", "user")]
    [InlineData("""{"user":"王","role":"ll_abc"}""", "role")]
    [InlineData("""{"user":"王","role":"officer","counties":["33"]}""", "counties")]
    [InlineData("""{"user":"王","role":"officer","counties":[]}""", "counties")]
    [InlineData("""{"user":"王","role":"officer","counties":["331100"],"zones":[]}""", "zones")]
    [InlineData("""{"user":"王","role":"officer","counties":"331100"}""", "counties")]
    [InlineData("""{"user":"王","role":"officer","zones":[""]}""", "zones")]
    [InlineData("""{"user":"王","role":"officer","since":"ll_abc"}""", "since")]
    [InlineData("""{"user":"王","role":"officer","until":"2026.1.1"}""", "until")]
    [InlineData("""{"user":"王","role":"officer","since":"2027-01-02","until":"2027-01-01"}""", "until")]
    public async Task What_a_body_says_wrongly_is_named_by_its_place_and_not_told_again(string body, string place)
    {
        await using var service = await StartAsync();
        using var answer = await SendAsync(service, "/tokens", body, Keys.Secret("Admin"));
        var text = await answer.Content.ReadAsStringAsync();
        using var problem = JsonDocument.Parse(text);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            ("token-wrong", place),
            (problem.RootElement.GetProperty("code").GetString(), problem.RootElement.GetProperty("place").GetString())
        );
        Assert.DoesNotContain("ll_abc", text, StringComparison.Ordinal);
        using var store = GeoPackageStore.Open(service.StorePath, StoreMode.Read);
        Assert.Equal(Enum.GetValues<Role>().Length + 1, store.Tokens.All().Count);
    }

    [Fact]
    public async Task A_token_that_there_is_not_is_unknown_and_a_secret_in_its_place_is_not_told_again()
    {
        await using var service = await StartAsync();
        foreach (var id in (string[])["77", "-1", Keys.Secret("Admin")])
        {
            using var answer = await SendAsync(service, $"/tokens/{id}/revoke", null, Keys.Secret("Admin"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain(id, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using var other = await SendAsync(service, "/tokens/1/revoke?by=别人", null, Keys.Secret("Admin"));
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
    }

    private static Task<RunningService> StartAsync() =>
        RunningService.StartAsync(fill: store =>
        {
            SmallPark.Of(1)(store);
            foreach (var role in Enum.GetValues<Role>())
                Keys.Add(store, role.ToString(), role);
            Keys.Add(store, "bounded", Role.Admin, new Scope(["331100"], []));
        });

    private static Task<HttpResponseMessage> GetAsync(RunningService service, string path, string secret) =>
        service.Client.SendAsync(new(HttpMethod.Get, path) { Headers = { Authorization = new("Bearer", secret) } });

    private static async Task<HttpStatusCode> StatusAsync(RunningService service, string path, string secret)
    {
        using var answer = await GetAsync(service, path, secret);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> SendAsync(
        RunningService service,
        string path,
        string? body,
        string? secret
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (secret is not null)
            request.Headers.Authorization = new("Bearer", secret);
        return service.Client.SendAsync(request);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }
}
