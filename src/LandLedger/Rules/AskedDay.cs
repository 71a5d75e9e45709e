using System.Globalization;

namespace LandLedger.Rules;

/// <summary>A day that somebody asks about, written yyyy-MM-dd: from 1949-10-01 to 2199-12-31, both included.</summary>
public static class AskedDay
{
    private static readonly DateOnly First = new(1949, 10, 1);
    private static readonly DateOnly Last = new(2199, 12, 31);

    public static bool TryRead(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        && day >= First
        && day <= Last;
}
