using System.Globalization;

namespace LandLedger.Ledger;

/// <summary>A time that somebody asks about, as RFC 3339 writes it, with its offset, to the second or the millisecond.</summary>
public static class AskedTime
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.fffK"];

    /// <summary>The last millisecond of a day in a time zone.</summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var end = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(end, zone.GetUtcOffset(end)).AddMilliseconds(-1);
    }

    /// <summary>The same of a day that is over; null while it is not, when all that is recorded counts.</summary>
    public static DateTimeOffset? PastEnd(DateOnly day, TimeZoneInfo zone, DateTimeOffset now) =>
        EndOf(day, zone) is var end && end < now ? end : null;

    public static bool TryRead(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
