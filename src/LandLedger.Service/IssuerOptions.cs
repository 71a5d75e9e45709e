using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace LandLedger.Service;

/// <summary>
/// Who issues the JWTs that users sign in with, and which claims of theirs are looked at. A JWT is taken when its issuer and audience are these,
/// its signature is by one of the issuer's keys, it has an end and is within its time, give or take a minute, and its claims name one user of
/// one role, and his scope where that is asked for.
/// </summary>
public sealed record IssuerOptions
{
    /// <summary>As JWTs name it (<c>iss</c>), to the letter.</summary>
    public required string Issuer { get; init; }

    /// <summary>Whom its JWTs are for (<c>aud</c>): this service, as the issuer knows it.</summary>
    public required string Audience { get; init; }

    /// <summary>
    /// A file with the issuer's public keys (JWKS), read at the start; then nothing is asked of the issuer. Without it the keys are what the
    /// issuer, then an address under https, publishes by OpenID Connect Discovery.
    /// </summary>
    public string? KeysFile { get; init; }

    /// <summary>The claim with the user's name, as entries of the ledger will bear it.</summary>
    public string NameClaim { get; init; } = "preferred_username";

    /// <summary>The claim with his role: of its values exactly one must be the code of a role, others are not looked at.</summary>
    public string RoleClaim { get; init; } = "role";

    /// <summary>
    /// The claim with the codes of the counties whose plots he sees, or * for all; it must be there then. Null where JWTs do not bound the counties.
    /// </summary>
    public string? CountiesClaim { get; init; }

    /// <summary>As <see cref="CountiesClaim"/>, with the zones.</summary>
    public string? ZonesClaim { get; init; }

    /// <summary>What is wrong with it, as keys of texts with the value that is meant.</summary>
    internal IEnumerable<(string Key, string Value)> Wrong()
    {
        if (string.IsNullOrWhiteSpace(Issuer) || (KeysFile is null && !IsPublished(Issuer)))
            yield return ("options.issuer", Issuer);
        if (string.IsNullOrWhiteSpace(Audience))
            yield return ("options.audience", Issuer);
        if (KeysFile is { } file && Keys(file) is null)
            yield return ("options.issuer-keys", file);
        string?[] claims = [NameClaim, RoleClaim, CountiesClaim, ZonesClaim];
        if (claims.Any(claim => claim is not null && string.IsNullOrWhiteSpace(claim)))
            yield return ("options.claims", Issuer);
    }

    /// <summary>The public keys of a file; null where it has none.</summary>
    internal static IList<SecurityKey>? Keys(string file)
    {
        try
        {
            return new JsonWebKeySet(File.ReadAllText(file)).GetSigningKeys() is { Count: > 0 } keys ? keys : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or JsonException)
        {
            return null;
        }
    }

    private static bool IsPublished(string issuer) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;
}
