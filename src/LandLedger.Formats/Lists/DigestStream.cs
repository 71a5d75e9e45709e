using System.Security.Cryptography;

namespace LandLedger.Formats.Lists;

/// <summary>Keeps the SHA-256 of what is written, and hands it on where there is somewhere to hand it.</summary>
/// <param name="to">Null where the digest alone is wanted.</param>
public sealed class DigestStream(Stream? to = null) : ForwardStream(to)
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Of what was written since it was last asked: 64 digits, lower case.</summary>
    public string Sha256() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _hash.AppendData(buffer);
        base.Write(buffer);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _hash.AppendData(buffer.Span);
        return base.WriteAsync(buffer, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }
}
