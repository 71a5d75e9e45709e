using System.Globalization;

namespace LandLedger.Ledger;

/// <summary>An entry as a store keeps it: the bytes that are hashed, and what entries are looked up by, copied out of them.</summary>
/// <param name="Number">1, 2, … without gap.</param>
/// <param name="About">What it is about (<see cref="Subject"/>).</param>
/// <param name="At">When it was recorded, UTC to the millisecond, as yyyy-MM-ddTHH:mm:ss.fffZ: ordered as a text.</param>
/// <param name="Since">Since when what it says is held to be true (inclusive).</param>
/// <param name="Bytes">UTF-8, described in docs/ledger.md.</param>
public readonly record struct LedgerRow(
    long Number,
    string About,
    string At,
    DateOnly Since,
    ReadOnlyMemory<byte> Bytes
)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>A time as rows have it.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The time that such a text names.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static DateTimeOffset Time(string at) =>
        DateTimeOffset.ParseExact(at, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
