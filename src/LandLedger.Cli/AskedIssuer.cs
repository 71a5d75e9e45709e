using LandLedger.Service;

namespace LandLedger.Cli;

/// <summary>The issuer of JWTs that a service takes, by the environment: <c>LANDLEDGER_OIDC_ISSUER</c> and those beside it.</summary>
internal static class AskedIssuer
{
    private const string Prefix = "LANDLEDGER_OIDC_";

    /// <summary>Null where none is named; whether what is there will do is checked before the start.</summary>
    /// <param name="variable">Gives a variable of the environment by its name.</param>
    public static IssuerOptions? Of(Func<string, string?> variable)
    {
        if (Value("ISSUER") is not { } issuer)
            return null;
        var asked = new IssuerOptions
        {
            Issuer = issuer,
            Audience = Value("AUDIENCE") ?? "",
            KeysFile = Value("KEYS"),
            CountiesClaim = Value("COUNTIES_CLAIM"),
            ZonesClaim = Value("ZONES_CLAIM"),
        };
        return asked with
        {
            NameClaim = Value("NAME_CLAIM") ?? asked.NameClaim,
            RoleClaim = Value("ROLE_CLAIM") ?? asked.RoleClaim,
        };

        string? Value(string name) => variable(Prefix + name) is { Length: > 0 } value ? value : null;
    }
}
