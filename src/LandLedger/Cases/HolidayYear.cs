using System.Collections.Frozen;
using LandLedger.Rules;

namespace LandLedger.Cases;

/// <summary>
/// The days off and the weekend days worked of one calendar year, as a notice gives them. The notice for the next year may still take up
/// the last days of this one: a year is certain once both are held.
/// </summary>
public sealed record HolidayYear
{
    public required int Year { get; init; }

    /// <summary>The notice, by language tag.</summary>
    public required IReadOnlyDictionary<string, string> Source { get; init; }

    public required Trust Trust { get; init; }

    /// <summary>Days off by the notice, weekend days among them.</summary>
    public required FrozenSet<DateOnly> Off { get; init; }

    /// <summary>Saturdays and Sundays on which offices work.</summary>
    public required FrozenSet<DateOnly> Worked { get; init; }

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    internal bool IsWorkingDay(DateOnly day) => Worked.Contains(day) || (!IsWeekend(day) && !Off.Contains(day));
}
