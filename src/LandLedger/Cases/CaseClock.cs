namespace LandLedger.Cases;

/// <summary>A later due day that a step set (延期), with its reason.</summary>
public sealed record ClockExtension(DateOnly On, DateOnly Until, string? Reason);

/// <summary>
/// Days on which a clock stood still (中止), with the reason. <see cref="From"/> is the first day that does not count, <see cref="To"/> the
/// first that counts again; without it the clock still stands.
/// </summary>
public sealed record ClockSuspension(DateOnly From, DateOnly? To, string? Reason);

/// <summary>
/// A period that a step began (期限). The day on which it began does not count. A last day on which offices do not work is put off to the
/// next on which they do; a day that a step itself named is not.
/// </summary>
public sealed record CaseClock
{
    public required ProcedureClock Rule { get; init; }

    public required DateOnly Begun { get; init; }

    /// <summary>The due day that the step named; null where the length is a number of law.</summary>
    public DateOnly? Named { get; init; }

    /// <summary>Set once what was due is done, or does not matter any more.</summary>
    public DateOnly? Stopped { get; init; }

    /// <summary>In the order in which they were given; the last counts.</summary>
    public IReadOnlyList<ClockExtension> Extensions { get; init; } = [];

    /// <summary>One after another, of which only the last may be open.</summary>
    public IReadOnlyList<ClockSuspension> Suspensions { get; init; } = [];

    public bool IsRunning => Stopped is null;

    public bool IsSuspended => Suspensions is [.., { To: null }];

    /// <summary>The due day after extensions and suspensions. An extension or suspension after the clock had run out moves nothing back.</summary>
    public DueDay Due(HolidayCalendar calendar) => DueDay.Of(calendar, days => new ClockReading(this, days).Due());
}
