using System.Globalization;

namespace LandLedger.Ledger;

/// <summary>A time that somebody asks about, as RFC 3339 writes it, with its offset, to the second or the millisecond.</summary>
public static class AskedTime
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.fffK"];

    public static bool TryRead(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
