namespace LandLedger.Cases;

/// <summary>
/// When a clock is due (到期日). The day itself is still in time; from the day after it the clock has run out. No day is given while the
/// clock is suspended, or where it hangs on a year that the calendar lacks: then <see cref="MissingYear"/> names the year, and
/// <see cref="Nominal"/> is the day that counting gives without it.
/// </summary>
public readonly record struct DueDay
{
    /// <summary>Inclusive: the last day in time.</summary>
    public DateOnly? Day { get; private init; }

    /// <summary>
    /// The last day in time as far as it can be counted without the missing year: not put off, working days from Monday to Friday. It may
    /// move once the calendar is there. Null where the day is certain.
    /// </summary>
    public DateOnly? Nominal { get; private init; }

    /// <summary>The year whose working days nobody has given.</summary>
    public int? MissingYear { get; private init; }

    /// <summary>Whether it was put off from a day on which offices do not work. That rests on Civil Code art. 203, which nobody here has read.</summary>
    public bool IsMoved { get; private init; }

    public bool IsSuspended { get; private init; }

    internal static DueDay Suspended => new() { IsSuspended = true };

    /// <summary>Whatever the missing year turns out to be, the due day is no earlier.</summary>
    private DateOnly? Earliest { get; init; }

    /// <summary>Whatever the missing year turns out to be, the due day is no later.</summary>
    private DateOnly? Latest { get; init; }

    /// <summary>Null while the clock stands still, and on the days on which it hangs on the missing year whether it is over.</summary>
    public bool? IsOver(DateOnly day) =>
        day <= (Day ?? Earliest) ? false
        : day > (Day ?? Latest) ? true
        : null;

    /// <summary>Days over: 1 on the day after the due day, 0 on it, less before; null where the day is not known.</summary>
    public int? DaysOver(DateOnly day) => Day is { } last ? day.DayNumber - last.DayNumber : null;

    /// <summary>Whether it may be this day or one before.</summary>
    internal bool MayBeBy(DateOnly day) => (Day ?? Earliest) is not { } first || first <= day;

    internal static DueDay On(DateOnly day, bool moved = false) => new() { Day = day, IsMoved = moved };

    /// <summary>What counting gives by a calendar, whatever the years are like that it does not hold.</summary>
    internal static DueDay Of(HolidayCalendar calendar, Func<WorkDays, DueDay> count)
    {
        var plain = new WorkDays(calendar, MissingYears.Plain);
        var nominal = count(plain);
        if (plain.MissingYear is not { } year)
            return nominal;
        var earliest = count(new(calendar, MissingYears.AllWorked));
        var latest = count(new(calendar, MissingYears.NoneWorked));
        return earliest == latest
            ? latest
            : new()
            {
                Nominal = nominal.Day ?? earliest.Day,
                MissingYear = year,
                Earliest = earliest.Day,
                Latest = latest.Day,
            };
    }
}
