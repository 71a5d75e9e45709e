using LandLedger.Rules;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Cases;

/// <summary>
/// Counting of days by Civil Code arts 200 to 204 (not read in the text, unverified): the day of the event does not count; months and
/// years end on the corresponding day, or on the last of the month that has none. Days past the calendar's end stop at its last day.
/// </summary>
internal static class DayCount
{
    /// <summary>The last day of a period after an event, not yet put off from a holiday.</summary>
    public static DueDay LastDay(DateOnly happened, Threshold length, HolidayCalendar calendar) =>
        length.Unit switch
        {
            Unit.WorkingDay => WorkingDay(happened, length.Whole, calendar),
            Unit.Month => DueDay.On(Months(happened, length.Whole)),
            Unit.Year => DueDay.On(FullYears.LastDay(happened, length.Whole)),
            _ => DueDay.On(FullYears.Later(happened, length.Whole)),
        };

    /// <summary>The so-manieth working day after a day; the day itself for none.</summary>
    public static DueDay WorkingDay(DateOnly after, int count, HolidayCalendar calendar)
    {
        var day = after;
        while (count > 0 && day < DateOnly.MaxValue)
        {
            day = day.AddDays(1);
            if (calendar.IsWorkingDay(day) is not { } works)
                return DueDay.Unknown(day.Year);
            if (works)
                count--;
        }
        return DueDay.On(day);
    }

    /// <summary>The day itself where offices work on it, else the next on which they do.</summary>
    public static DueDay PutOff(DateOnly day, HolidayCalendar calendar)
    {
        if (calendar.IsWorkingDay(day) is not { } works)
            return DueDay.Unknown(day.Year);
        if (works)
            return DueDay.On(day);
        var next = WorkingDay(day, 1, calendar);
        return next.Day is { } later ? DueDay.On(later, moved: true) : next;
    }

    /// <summary>How many working days lie from one day to another, both included; null with the year that the calendar lacks.</summary>
    public static int? WorkingDays(DateOnly from, DateOnly to, HolidayCalendar calendar, out int missingYear)
    {
        missingYear = 0;
        var count = 0;
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day) is not { } works)
            {
                missingYear = day.Year;
                return null;
            }
            count += works ? 1 : 0;
        }
        return count;
    }

    private static DateOnly Months(DateOnly happened, int months) =>
        (happened.Year * 12) + happened.Month + months > DateOnly.MaxValue.Year * 12
            ? DateOnly.MaxValue
            : happened.AddMonths(months);
}
