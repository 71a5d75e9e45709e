using System.Security.Claims;
using System.Text.Json;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LandLedger.Service.People;

/// <summary>The user whom a JWT of the issuer names.</summary>
internal sealed class IssuedJwt(ServiceOptions options, IOptionsMonitor<JwtBearerOptions> handling)
{
    private const string All = "*";

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>Those of RSA and elliptic curves: with a public key nobody can sign.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    public static void AddTo(IServiceCollection services, ServiceOptions options)
    {
        services.AddSingleton<IssuedJwt>();
        if (options.Issuer is not { } issuer)
            return;
        // No scheme is asked unless the guard does.
        services.AddAuthenticationCore(schemes => schemes.DefaultAuthenticateScheme = "none");
        services.AddWebEncoders();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IAuthenticationConfigurationProvider, NoFile>();
        new AuthenticationBuilder(services).AddJwtBearer(jwt =>
        {
            jwt.MapInboundClaims = false;
            jwt.Events = new() { OnTokenValidated = RefuseCritical };
            jwt.TokenValidationParameters = new()
            {
                ValidIssuer = issuer.Issuer,
                ValidAudience = issuer.Audience,
                ValidAlgorithms = Algorithms,
                LifetimeValidator = (begin, end, _, _) => IsInTime(begin, end, options.Clock.GetUtcNow().UtcDateTime),
            };
            if (issuer.KeysFile is { } file)
                jwt.TokenValidationParameters.IssuerSigningKeys = IssuerOptions.Keys(file);
            else
                jwt.Authority = issuer.Issuer;
        });
    }

    /// <summary>Null where the request has no JWT that is taken.</summary>
    /// <exception cref="IssuerAwayException">The issuer's keys cannot be had.</exception>
    public async Task<User?> UserAsync(HttpContext context)
    {
        try
        {
            var result = await context.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
            if (result.Succeeded)
                return UserOf(result.Principal, options.Issuer!);
            // Without the keys every JWT looks wrong.
            if (handling.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager is { } keys)
                _ = await keys.GetConfigurationAsync(context.RequestAborted);
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException)
        {
            throw new IssuerAwayException(e);
        }
    }

    private static User? UserOf(ClaimsPrincipal claims, IssuerOptions issuer)
    {
        var names = ValuesOf(claims, issuer.NameClaim);
        var roles = Enum.GetValues<Role>()
            .Where(role => ValuesOf(claims, issuer.RoleClaim).Contains(CodeText.Of(role)));
        return
            names is [var name]
            && Token.IsName(name)
            && roles.ToList() is [var role]
            && ScopeOf(claims, issuer.CountiesClaim) is { } counties
            && ScopeOf(claims, issuer.ZonesClaim) is { } zones
            ? new(name, role) { Scope = new(counties, zones) }
            : null;
    }

    /// <summary>What a claim bounds a scope to, empty for nothing; null where it should be there and is not.</summary>
    private static List<string>? ScopeOf(ClaimsPrincipal claims, string? claim) =>
        claim is null ? []
        : ValuesOf(claims, claim) is { Count: > 0 } values && !values.Contains("")
            ? values is [All] ? []
                : values
        : null;

    private static List<string> ValuesOf(ClaimsPrincipal claims, string claim) =>
        [.. claims.FindAll(claim).Select(one => one.Value)];

    /// <summary>What a header calls critical (RFC 7515, 4.1.11) has to be understood; no such extension is understood here.</summary>
    private static Task RefuseCritical(TokenValidatedContext validated)
    {
        using var header = JsonDocument.Parse(
            Base64UrlEncoder.DecodeBytes(((JsonWebToken)validated.SecurityToken).EncodedHeader)
        );
        if (header.RootElement.TryGetProperty("crit", out _))
            validated.Fail("crit");
        return Task.CompletedTask;
    }

    /// <summary>Times of JWTs are in UTC.</summary>
    private static bool IsInTime(DateTime? begin, DateTime? end, DateTime now) =>
        end is { } until && now < until + Skew && !(begin - Skew > now);

    /// <summary>What is configured stands in the options of the service, and nowhere else.</summary>
    private sealed class NoFile : IAuthenticationConfigurationProvider
    {
        public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationBuilder().Build();
    }
}

/// <summary>The issuer of JWTs cannot be reached: nobody can tell whether one is good.</summary>
internal sealed class IssuerAwayException(Exception inner) : Exception(inner.Message, inner);
