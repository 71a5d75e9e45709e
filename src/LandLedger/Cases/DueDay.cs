namespace LandLedger.Cases;

/// <summary>
/// When a clock is due (到期日). The day itself is still in time; from the day after it the clock has run out. No day is given while the
/// clock is suspended, or where the calendar lacks a year: then <see cref="MissingYear"/> names it.
/// </summary>
public readonly record struct DueDay
{
    /// <summary>Inclusive: the last day in time.</summary>
    public DateOnly? Day { get; private init; }

    /// <summary>The year whose working days nobody has given.</summary>
    public int? MissingYear { get; private init; }

    /// <summary>Whether it was put off from a day on which offices do not work. That rests on Civil Code art. 203, which nobody here has read.</summary>
    public bool IsMoved { get; private init; }

    public bool IsSuspended { get; private init; }

    internal static DueDay Suspended => new() { IsSuspended = true };

    /// <summary>Null where the day is not known, or the clock stands still.</summary>
    public bool? IsOver(DateOnly day) => Day is { } last ? day > last : null;

    /// <summary>Days over: 1 on the day after the due day, 0 on it, less before; null where the day is not known.</summary>
    public int? DaysOver(DateOnly day) => Day is { } last ? day.DayNumber - last.DayNumber : null;

    internal static DueDay On(DateOnly day, bool moved = false) => new() { Day = day, IsMoved = moved };

    internal static DueDay Unknown(int missingYear) => new() { MissingYear = missingYear };
}
