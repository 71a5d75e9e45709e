using System.Globalization;

namespace LandLedger.Issuing;

/// <summary>
/// What an issued list is known by (清单编号): the year of the day on which it was issued, and its running number in the store and year, from
/// 1, never used again. Written "2026-001", with three digits at least. Ordered by year, then by running number.
/// </summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Running">From 1.</param>
public readonly record struct ListNumber(int Year, int Running) : IComparable<ListNumber>
{
    public int CompareTo(ListNumber other) =>
        Year != other.Year ? Year.CompareTo(other.Year) : Running.CompareTo(other.Running);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Running:000}");

    /// <summary>The number that a text names in just the form of <see cref="ToString"/>, or null.</summary>
    public static ListNumber? Parse(string text) =>
        text is { Length: >= 8 } and [_, _, _, _, '-', ..]
        && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var running)
        && new ListNumber(year, running) is { Year: > 0, Running: > 0 } number
        && number.ToString() == text
            ? number
            : null;
}
