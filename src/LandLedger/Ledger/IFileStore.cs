namespace LandLedger.Ledger;

/// <summary>Where a store keeps the bytes of files, by their SHA-256.</summary>
public interface IFileStore
{
    /// <summary>In order, streamed; none where there is no such file. Each part is good until the next.</summary>
    IEnumerable<ReadOnlyMemory<byte>> Parts(string sha256);
}

/// <summary>A write transaction that keeps files.</summary>
public interface IFileWriting
{
    bool Has(string sha256);

    /// <summary>Keeps the next part of a file.</summary>
    /// <param name="part">From 0.</param>
    void PutPart(string sha256, int part, ReadOnlySpan<byte> bytes);
}
