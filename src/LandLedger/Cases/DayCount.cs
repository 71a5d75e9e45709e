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
    public static DateOnly LastDay(DateOnly happened, Threshold length, WorkDays days) =>
        length.Unit switch
        {
            Unit.WorkingDay => WorkingDay(happened, length.Whole, days),
            Unit.Month => Months(happened, length.Whole),
            Unit.Year => FullYears.LastDay(happened, length.Whole),
            _ => FullYears.Later(happened, length.Whole),
        };

    /// <summary>The so-manieth working day after a day; the day itself for none.</summary>
    public static DateOnly WorkingDay(DateOnly after, int count, WorkDays days)
    {
        var day = after;
        while (count > 0 && day < DateOnly.MaxValue)
        {
            day = days.EndsBy(day) ? DateOnly.MaxValue : day.AddDays(1);
            if (days.Counts(day))
                count--;
        }
        return day;
    }

    /// <summary>The day itself where offices work on it, else the next on which they do.</summary>
    public static DueDay PutOff(DateOnly day, WorkDays days) =>
        days.Keeps(day) ? DueDay.On(day) : DueDay.On(WorkingDay(day, 1, days), moved: true);

    /// <summary>How many working days lie from one day to another, both included.</summary>
    public static int WorkingDays(DateOnly from, DateOnly to, WorkDays days)
    {
        var count = 0;
        for (var day = from; day <= to && !days.EndsBy(day); day = day.AddDays(1))
            count += days.Counts(day) ? 1 : 0;
        return count;
    }

    private static DateOnly Months(DateOnly happened, int months) =>
        (happened.Year * 12) + happened.Month + months > DateOnly.MaxValue.Year * 12
            ? DateOnly.MaxValue
            : happened.AddMonths(months);
}
