using System.Globalization;

namespace LandLedger.Service.Collections;

/// <summary>
/// The days that a request asks for, both inclusive; null is open. An instant is the day that it falls on, in UTC. The register is
/// shown as it stood on the last of them.
/// </summary>
internal sealed record DayRange(DateOnly? From, DateOnly? To)
{
    private const string Open = "..";

    /// <summary>Reads <c>2026-06-30</c>, an instant of RFC 3339, or two of them with a slash between, <c>..</c> or nothing for open.</summary>
    public static bool TryRead(string text, out DayRange? value)
    {
        value = null;
        var parts = text.Split('/');
        if (
            parts.Length > 2
            || !Day(parts[0], parts.Length == 2, out var from)
            || !Day(parts[^1], parts.Length == 2, out var to)
        )
            return false;
        value = new(from, to);
        return (from is not null || to is not null || text is "../.." or "/" or "../" or "/..") && !(from > to);
    }

    private static bool Day(string text, bool mayBeOpen, out DateOnly? day)
    {
        day = null;
        if (text is "" or Open)
            return mayBeOpen;
        if (
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var plain)
        )
            day = plain;
        else if (text.Contains('T', StringComparison.OrdinalIgnoreCase) && Instant(text) is { } instant)
            day = DateOnly.FromDateTime(instant.UtcDateTime);
        return day is not null;
    }

    private static DateTimeOffset? Instant(string text) =>
        text.Length > 19
        && (char.ToUpperInvariant(text[^1]) == 'Z' || text[^6] is '+' or '-')
        && DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant
        )
            ? instant
            : null;
}
