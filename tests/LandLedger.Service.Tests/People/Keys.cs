using System.Security.Cryptography;
using System.Text;
using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.People;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LandLedger.Service.Tests.People;

/// <summary>An issuer with an RSA key of its own, whose public half stands in a file.</summary>
internal sealed class Keys : IDisposable
{
    public const string Issuer = "https://id.park.example";
    public const string Audience = "landledger";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly string _folder = Directory.CreateTempSubdirectory("landledger-keys-").FullName;

    public Keys()
    {
        var parameters = _rsa.ExportParameters(includePrivateParameters: false);
        File.WriteAllText(
            FilePath,
            $$"""
            {"keys":[{"kty":"RSA","use":"sig","kid":"k1","alg":"RS256",
              "n":"{{Base64UrlEncoder.Encode(parameters.Modulus!)}}","e":"{{Base64UrlEncoder.Encode(
                parameters.Exponent!
            )}}"}]}
            """
        );
    }

    public string FilePath => Path.Combine(_folder, "jwks.json");

    public IssuerOptions Options =>
        new()
        {
            Issuer = Issuer,
            Audience = Audience,
            KeysFile = FilePath,
        };

    /// <summary>What an officer's JWT says; what is set to null is left out.</summary>
    public static Dictionary<string, object> Claims(params (string Name, object? Value)[] other)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        Dictionary<string, object> claims = new()
        {
            ["iss"] = Issuer,
            ["aud"] = Audience,
            ["iat"] = now,
            ["nbf"] = now - 5,
            ["exp"] = now + 600,
            ["preferred_username"] = "王办",
            ["role"] = "officer",
        };
        foreach (var (name, value) in other)
        {
            if (value is null)
                claims.Remove(name);
            else
                claims[name] = value;
        }
        return claims;
    }

    /// <summary>With more in its header than how it is signed.</summary>
    public string SignedWith(Dictionary<string, object> header, Dictionary<string, object> claims) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            JsonSerializer.Serialize(claims),
            new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256),
            header
        );

    public string Signed(Dictionary<string, object> claims) =>
        Signed(claims, new(new RsaSecurityKey(_rsa) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256));

    /// <summary>By another key than the published one, under its name.</summary>
    public static string SignedByOther(Dictionary<string, object> claims)
    {
        using var other = RSA.Create(2048);
        return Signed(claims, new(new RsaSecurityKey(other) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256));
    }

    /// <summary>By the public key, taken for a secret that both sides know.</summary>
    public string SignedByPublicKey(Dictionary<string, object> claims) =>
        Signed(
            claims,
            new(
                new SymmetricSecurityKey(_rsa.ExportSubjectPublicKeyInfo()) { KeyId = "k1" },
                SecurityAlgorithms.HmacSha256
            )
        );

    public static string Unsigned(Dictionary<string, object> claims) =>
        Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")
        + "."
        + Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(claims))
        + ".";

    /// <summary>The secret of a token of a name that a test needs.</summary>
    public static string Secret(string name) => TokenSecret.Of(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    /// <summary>Gives a store a token whose secret is that of the name.</summary>
    public static Token Add(IPlotStore store, string name, Role role, Scope? scope = null) =>
        store.Tokens.Add(Token(name, role, scope));

    public static Token Token(string name, Role role, Scope? scope = null) =>
        new()
        {
            Sha256 = TokenSecret.Digest(Secret(name)),
            User = new(name, role) { Scope = scope ?? Scope.All },
            Since = new(2020, 1, 1),
            MadeBy = "管理员",
            MadeAt = DateTimeOffset.UnixEpoch,
        };

    public void Dispose()
    {
        _rsa.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Signed(Dictionary<string, object> claims, SigningCredentials by) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            JsonSerializer.Serialize(claims),
            by
        );
}
