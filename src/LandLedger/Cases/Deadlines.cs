using LandLedger.Rules.IdleLand;

namespace LandLedger.Cases;

/// <summary>What is late and what is due soon (到期与逾期).</summary>
public static class Deadlines
{
    /// <summary>
    /// The running clocks of open cases that are over on a day or due within so many days after it (both included), most days over first,
    /// then by plot. Clocks whose due day hangs on a year that the calendar lacks come last, unless they cannot be due by then. Clocks that stand
    /// still, and periods in which somebody may act and need not, are no deadlines.
    /// </summary>
    public static IReadOnlyList<Deadline> On(
        IEnumerable<Case> cases,
        DateOnly day,
        int soonDays,
        HolidayCalendar calendar
    ) =>
        [
            .. cases
                .Where(one => !one.IsClosed)
                .SelectMany(one => Of(one, day, calendar))
                .Where(deadline => deadline.Due.MayBeBy(FullYears.Later(day, soonDays)))
                .OrderByDescending(deadline => deadline.DaysOver ?? int.MinValue)
                .ThenBy(deadline => deadline.Case.Plot)
                .ThenBy(deadline => deadline.Clock.Rule.Id, StringComparer.Ordinal),
        ];

    private static IEnumerable<Deadline> Of(Case one, DateOnly day, HolidayCalendar calendar)
    {
        foreach (var clock in one.Clocks)
        {
            if (!clock.IsRunning || clock.Rule.IsRight)
                continue;
            var due = clock.Due(calendar);
            if (!due.IsSuspended)
                yield return new(one, clock, due, day);
        }
    }
}
