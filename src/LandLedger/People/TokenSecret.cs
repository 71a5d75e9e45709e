using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LandLedger.People;

/// <summary>
/// The secret of a <see cref="Token"/>, as its user shows it: <c>ll_</c>, so that it is known for what it is where it turns up, and 256 random
/// bits in 43 letters of base64url.
/// </summary>
public static class TokenSecret
{
    public const string Prefix = "ll_";

    /// <summary>Random bytes in a secret.</summary>
    public const int Bytes = 32;

    /// <summary>The secret of these bytes.</summary>
    /// <param name="random">As many as <see cref="Bytes"/>, from a source of randomness that is fit for keys.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public static string Of(ReadOnlySpan<byte> random) =>
        random.Length == Bytes
            ? Prefix + Base64Url.EncodeToString(random)
            : throw new ArgumentException($"A secret has {Bytes} bytes.", nameof(random));

    /// <summary>What a store keeps of a secret: its SHA-256 in lower-case hexadecimal digits. Nobody finds the secret from it, as that is random.</summary>
    public static string Digest(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
