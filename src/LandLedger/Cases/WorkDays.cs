namespace LandLedger.Cases;

/// <summary>What is taken for the days of a year that the calendar does not hold.</summary>
internal enum MissingYears
{
    /// <summary>Offices work from Monday to Friday, and a last day is not put off.</summary>
    Plain,

    /// <summary>Offices work on every day: no due day is earlier.</summary>
    AllWorked,

    /// <summary>Offices work on none: no due day is later.</summary>
    NoneWorked,
}

/// <summary>A calendar that has an answer for every day, and tells the first year that it was asked for and is not held.</summary>
internal sealed class WorkDays(HolidayCalendar held, MissingYears taken)
{
    private readonly int _lastYear = held.Years.Count > 0 ? held.Years.Max(year => year.Year) : 0;

    public int? MissingYear { get; private set; }

    /// <summary>Whether offices work on a day, as far as a period in working days is counted.</summary>
    public bool Counts(DateOnly day) => Known(day) ?? Taken(!HolidayYear.IsWeekend(day));

    /// <summary>Whether a last day stays where it is.</summary>
    public bool Keeps(DateOnly day) => Known(day) ?? Taken(true);

    /// <summary>Whether no day after this one is worked, so that counting need not go on to the end of all days.</summary>
    public bool EndsBy(DateOnly day) => taken == MissingYears.NoneWorked && day.Year > _lastYear;

    private bool? Known(DateOnly day)
    {
        var works = held.IsWorkingDay(day);
        if (works is null)
            MissingYear ??= day.Year;
        return works;
    }

    private bool Taken(bool plain) => taken == MissingYears.Plain ? plain : taken == MissingYears.AllWorked;
}
