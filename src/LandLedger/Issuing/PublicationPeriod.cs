using LandLedger.Cases;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Issuing;

/// <summary>How long a list stands open for objections (公示期).</summary>
public static class PublicationPeriod
{
    /// <summary>Its last day (inclusive): the day of publication does not count.</summary>
    /// <param name="working">Whether working days are counted, else calendar days.</param>
    /// <returns>Null where the calendar lacks a year that is counted through.</returns>
    public static DateOnly? Last(DateOnly published, int days, bool working, HolidayCalendar calendar) =>
        working
            ? DueDay.Of(calendar, work => DueDay.On(DayCount.WorkingDay(published, days, work))).Day
            : FullYears.Later(published, days);
}
