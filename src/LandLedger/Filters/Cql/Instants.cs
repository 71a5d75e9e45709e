using System.Globalization;
using System.Text;

namespace LandLedger.Filters.Cql;

/// <summary>Days and instants as literals, and how they stand in an interval.</summary>
internal static class Instants
{
    /// <summary>An end of an interval that is not given.</summary>
    public const string Open = "..";

    public static Operand? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DayValue(day)
            : null;

    /// <summary>RFC 3339 with a zone, which is Z in the standard; others are turned into UTC.</summary>
    public static Operand? Instant(string text) =>
        text.Length > 19
        && text[10] is 'T' or 't'
        && InstantText.Read(Encoding.UTF8.GetBytes(text), out var zoned) is { } ticks
        && zoned
            ? new InstantValue(new DateTime(ticks, DateTimeKind.Utc))
            : null;

    public static string Text(DayValue day) => day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(InstantValue instant) =>
        instant.Utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The code of what is wrong with the ends of an interval, or null.</summary>
    public static string? TroubleOf(Operand? start, Operand? end) =>
        (start, end) switch
        {
            (DayValue, InstantValue) or (InstantValue, DayValue) => "interval-mixed",
            (DayValue from, DayValue to) when from.Day > to.Day => "interval-order",
            (InstantValue from, InstantValue to) when from.Utc > to.Utc => "interval-order",
            _ => null,
        };
}
