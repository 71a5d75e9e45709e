using System.Globalization;
using System.Security.Cryptography;

namespace LandLedger.Ledger;

/// <summary>
/// The last entry of a ledger: its number and the SHA-256 of its bytes. Who has kept the head of a day on paper finds whether an entry up to
/// it was altered, reordered or dropped later.
/// </summary>
/// <param name="Number">0 where there is no entry.</param>
/// <param name="Hash">64 digits, lower case.</param>
public readonly record struct LedgerHead(long Number, string Hash)
{
    /// <summary>Of a ledger without entry: the first entry names it as what goes before.</summary>
    public static LedgerHead None { get; } = new(0, new string('0', 64));

    /// <summary>The head once these bytes are the last entry.</summary>
    public LedgerHead Then(ReadOnlySpan<byte> entry)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(entry, hash);
        return new(Number + 1, Convert.ToHexStringLower(hash));
    }

    /// <summary>"NUMBER:HASH", as it is printed and asked for.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");

    /// <summary>The head that such a text names, or null.</summary>
    public static LedgerHead? Parse(string text)
    {
        var parts = text.Split(':');
        return
            parts is [var number, { Length: 64 } hash]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && hash.All(char.IsAsciiHexDigitLower)
            ? new(value, hash)
            : null;
    }
}

/// <summary>The head of a ledger, and when its last entry was recorded, as <see cref="LedgerRow.At"/>.</summary>
public readonly record struct LastEntry(LedgerHead Head, string At);
