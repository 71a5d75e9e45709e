using LandLedger.Cases;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Issuing;

/// <summary>How long a list stands open for objections (公示期).</summary>
public static class PublicationPeriod
{
    /// <summary>No list stands open for longer.</summary>
    public const int MostDays = 3660;

    /// <summary>A publication, its last day counted where a number of days is given.</summary>
    /// <param name="working">Whether these are working days, else calendar days.</param>
    public static (ListStep? Step, ListRefusal? Refusal) Of(
        ListStep step,
        int? days,
        bool working,
        HolidayCalendar calendar
    )
    {
        if (days is not { } count)
            return working ? (null, new("missing", "days")) : (step, null);
        if (step.Until is not null)
            return (null, new("until-and-days", "days"));
        if (count is < 1 or > MostDays)
            return (null, new("days-wrong", "days") { Value = Fact.Of(MostDays, Unit.None) });
        return Last(step.Day, count, working, calendar) is { } last
            ? (step with { Until = last, Counted = new(count, working, working ? calendar.Text.Digest : null) }, null)
            : (null, new("no-calendar", "days") { Value = Fact.Of(calendar.Span) });
    }

    /// <summary>Its last day (inclusive): the day of publication does not count.</summary>
    /// <param name="working">Whether working days are counted, else calendar days.</param>
    /// <returns>Null where the calendar lacks a year that is counted through.</returns>
    public static DateOnly? Last(DateOnly published, int days, bool working, HolidayCalendar calendar) =>
        working
            ? DueDay.Of(calendar, work => DueDay.On(DayCount.WorkingDay(published, days, work))).Day
            : FullYears.Later(published, days);
}
