using System.Globalization;

namespace LandLedger.Cases;

/// <summary>
/// What a case is known by (案号): the year of the day of its first step, and its running number in the store and year, from 1. Written
/// "2026-0017", with four digits at least. Ordered by year, then by running number.
/// </summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Running">From 1.</param>
public readonly record struct CaseNumber(int Year, int Running) : IComparable<CaseNumber>
{
    public int CompareTo(CaseNumber other) =>
        Year != other.Year ? Year.CompareTo(other.Year) : Running.CompareTo(other.Running);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Running:0000}");

    /// <summary>The number that a text names in just the form of <see cref="ToString"/>, or null.</summary>
    public static CaseNumber? Parse(string text) =>
        text is { Length: >= 9 } and [_, _, _, _, '-', ..]
        && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var running)
        && new CaseNumber(year, running) is { Year: > 0, Running: > 0 } number
        && number.ToString() == text
            ? number
            : null;
}
