using System.Net.Http.Headers;
using LandLedger.Cases;
using LandLedger.Rules;
using Microsoft.Extensions.Options;

namespace LandLedger.Service.Tests.People;

/// <summary>Who is let in by a JWT of the issuer.</summary>
public sealed class JwtTests : IDisposable
{
    private const string Items = "/collections/plots/items";

    /// <summary>What must be understood and is not; an empty list says nothing and may not be there.</summary>
    private static readonly Dictionary<string, object>[] Critical =
    [
        new() { ["crit"] = (string[])["x"], ["x"] = "y" },
        new() { ["crit"] = (string[])["b64"], ["b64"] = true },
        new() { ["crit"] = Array.Empty<string>() },
    ];

    private readonly Keys _keys = new();

    [Fact]
    public async Task A_JWT_of_the_issuer_lets_in_and_so_does_a_token_beside_it()
    {
        await using var service = await StartAsync(store => Keys.Add(store, "李审", Role.Auditor));

        await GoodAsync(service, _keys.Signed(Keys.Claims()));
        await GoodAsync(service, _keys.Signed(Keys.Claims(("role", (string[])["offline_access", "officer"]))));
        await GoodAsync(service, _keys.Signed(Keys.Claims(("aud", (string[])["other", Keys.Audience]))));
        await GoodAsync(service, _keys.SignedWith(new() { ["x"] = "y" }, Keys.Claims()));
        await GoodAsync(service, Keys.Secret("李审"));
        await SignInTests.RefusedAsync(service, new(HttpMethod.Get, Items));
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_JWT_lets_nobody_in_and_is_not_told()
    {
        await using var service = await StartAsync();
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        (string, object?)[] wrong =
        [
            ("iss", "https://other.example"),
            ("iss", null),
            ("aud", "other"),
            ("aud", null),
            ("exp", now - 120),
            ("exp", null),
            ("nbf", now + 120),
            ("preferred_username", null),
            ("preferred_username", ""),
            ("preferred_username", "a\nb"),
            ("preferred_username", (string[])["王办", "李审"]),
            ("role", null),
            ("role", "king"),
            ("role", "Officer"),
            ("role", (string[])["officer", "admin"]),
        ];
        string[] refused =
        [
            .. wrong.Select(claim => _keys.Signed(Keys.Claims(claim))),
            .. Critical.Select(header => _keys.SignedWith(header, Keys.Claims())),
            Keys.SignedByOther(Keys.Claims()),
            _keys.SignedByPublicKey(Keys.Claims()),
            Keys.Unsigned(Keys.Claims()),
            _keys.Signed(Keys.Claims())[..^4] + "AAAA",
            "a.b.c",
            "x",
        ];
        var told = new HashSet<string>();
        foreach (var jwt in refused)
            told.Add(await SignInTests.RefusedAsync(service, By(jwt)));
        Assert.Single(told);
    }

    [Fact]
    public async Task Claims_are_looked_at_by_the_names_that_are_configured_and_a_scope_must_be_said()
    {
        await using var service = await StartAsync(options: issuer =>
            issuer with
            {
                NameClaim = "name",
                RoleClaim = "groups",
                CountiesClaim = "counties",
                ZonesClaim = "zones",
            }
        );
        (string, object?)[] named = [("name", "王办"), ("groups", "viewer"), ("role", null)];

        await GoodAsync(service, Of(("counties", "*"), ("zones", "*")));
        await GoodAsync(service, Of(("counties", (string[])["331100", "331101"]), ("zones", "东区")));
        await SignInTests.RefusedAsync(service, By(Of(("counties", "*"))));
        await SignInTests.RefusedAsync(service, By(Of(("counties", ""), ("zones", "*"))));
        await SignInTests.RefusedAsync(service, By(Of(("counties", Array.Empty<string>()), ("zones", "*"))));
        await SignInTests.RefusedAsync(service, By(_keys.Signed(Keys.Claims(("counties", "*"), ("zones", "*")))));

        string Of(params (string, object?)[] scope) => _keys.Signed(Keys.Claims([.. named, .. scope]));
    }

    [Fact]
    public async Task An_issuer_that_cannot_be_reached_is_told_as_trouble_of_the_service_and_tokens_still_let_in()
    {
        // Nobody listens there.
        await using var service = await RunningService.StartAsync(
            o => o with { Issuer = _keys.Options with { Issuer = "https://127.0.0.1:1", KeysFile = null } },
            store =>
            {
                SmallPark.Of(1)(store);
                Keys.Add(store, "李审", Role.Auditor);
            }
        );

        await GoodAsync(service, Keys.Secret("李审"));
        using (await service.GetAsync("/health")) { }
        await service.ProblemAsync(
            HttpStatusCode.ServiceUnavailable,
            "issuer-away",
            By(_keys.Signed(Keys.Claims(("iss", "https://127.0.0.1:1"))))
        );
    }

    [Fact]
    public void An_issuer_that_will_not_do_is_told_before_the_start()
    {
        var noKeys = _keys.FilePath + ".none";
        File.WriteAllText(noKeys, "{\"keys\":[]}");

        Assert.Equal(
            3,
            Wrong(
                new()
                {
                    Issuer = "http://id.example",
                    Audience = " ",
                    RoleClaim = "",
                }
            )
        );
        Assert.Equal(1, Wrong(_keys.Options with { KeysFile = "/nowhere/jwks.json" }));
        Assert.Equal(1, Wrong(_keys.Options with { KeysFile = noKeys }));

        static int Wrong(IssuerOptions issuer) =>
            Assert
                .Throws<OptionsValidationException>(() =>
                    ServiceHost.Build(
                        new()
                        {
                            Store = "x.gpkg",
                            Rules = RuleSets.Default,
                            Issuer = issuer,
                        }
                    )
                )
                .Failures.Count();
    }

    public void Dispose() => _keys.Dispose();

    private Task<RunningService> StartAsync(
        Action<GeoPackage.GeoPackageStore>? fill = null,
        Func<IssuerOptions, IssuerOptions>? options = null
    ) =>
        RunningService.StartAsync(
            o => o with { Issuer = options?.Invoke(_keys.Options) ?? _keys.Options },
            store =>
            {
                SmallPark.Of(1)(store);
                fill?.Invoke(store);
            }
        );

    private static async Task GoodAsync(RunningService service, string bearer)
    {
        using var answer = await service.Client.SendAsync(By(bearer));
        Assert.True(
            answer.StatusCode == HttpStatusCode.OK,
            $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"
        );
    }

    private static HttpRequestMessage By(string bearer) =>
        new(HttpMethod.Get, Items) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", bearer) } };
}
