using System.Globalization;

namespace LandLedger.GeoPackage.Filters;

/// <summary>Days as the column type DATE has them.</summary>
internal static class SqlTime
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day in UTC of ticks.</summary>
    public static string? Day(long? ticks) =>
        ticks is { } known ? Day(DateOnly.FromDayNumber((int)(known / TimeSpan.TicksPerDay))) : null;

    /// <summary>
    /// The day before, which no instant of the day comes before as text, whatever zone it is written in; the first day there is
    /// when there is none before.
    /// </summary>
    public static string Before(DateOnly day) => Day(day == DateOnly.MinValue ? day : day.AddDays(-1));

    /// <summary>Two days after, which all instants of the day come before as text; the last day there is when there is none after.</summary>
    public static string After(DateOnly day) =>
        day > DateOnly.MaxValue.AddDays(-2) ? Day(DateOnly.MaxValue) + "~" : Day(day.AddDays(2));
}
