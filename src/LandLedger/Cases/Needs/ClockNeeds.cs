namespace LandLedger.Cases.Needs;

/// <summary>A clock has begun, nothing stopped it, and its due day is past.</summary>
public sealed record RunOut(ProcedureClock Clock) : StepNeed
{
    private protected override StepRefusal? Test(in NeedFacts at)
    {
        if (at.Case.Running(Clock) is not { } running)
            return new("clock-not-running", "day") { Title = Clock.Title };
        var due = running.Due(at.Calendar);
        return due.IsOver(at.Day) == true ? null : StepRefusal.Of(due, at.Day, "clock-running", Clock);
    }
}

/// <summary>A clock runs, and the day of the step is no later than its due day.</summary>
public sealed record Within(ProcedureClock Clock) : StepNeed
{
    private protected override StepRefusal? Test(in NeedFacts at)
    {
        if (at.Case.Running(Clock) is not { } running)
            return new("clock-not-running", "day") { Title = Clock.Title };
        var due = running.Due(at.Calendar);
        return due.IsOver(at.Day) == false ? null : StepRefusal.Of(due, at.Day, "clock-run-out", Clock);
    }
}

/// <summary>Of some clocks none that runs is still in time: the one that ends last is named, with the day from which the step may be taken.</summary>
public sealed record Ended(IReadOnlyList<ProcedureClock> Clocks) : StepNeed
{
    private protected override StepRefusal? Test(in NeedFacts at)
    {
        if (LastToEnd(at.Case, Clocks, at.Calendar) is not ({ } clock, var due) || due.IsOver(at.Day) == true)
            return null;
        return due.Day is { } day
            ? new("not-ended", "day")
            {
                Title = clock.Title,
                Value = LandLedger.Fact.Of(day),
                Words = [LandLedger.Fact.Of(day.AddDays(1)).ToString()],
            }
            : StepRefusal.Of(due, at.Day, "clock-running", clock);
    }

    /// <summary>The clock of a case that ends last of those that run, one that stands still after all others; none where none runs.</summary>
    internal static (ProcedureClock? Clock, DueDay Due) LastToEnd(
        Case one,
        IReadOnlyList<ProcedureClock> clocks,
        HolidayCalendar calendar
    ) =>
        clocks
            .Select(one.Running)
            .OfType<CaseClock>()
            .Select(running => ((ProcedureClock?)running.Rule, Due: running.Due(calendar)))
            .OrderBy(running => running.Due.Day ?? running.Due.Nominal ?? DateOnly.MaxValue)
            .LastOrDefault();
}

/// <summary>
/// The step is taken no later than a period after the last of some clocks ended, or says why it is late. Nothing is late where none of them runs, or
/// where nobody can tell the day.
/// </summary>
public sealed record EndedWithin(ProcedureClock Period, IReadOnlyList<ProcedureClock> After) : StepNeed
{
    private protected override StepRefusal? Test(in NeedFacts at)
    {
        if (
            at.Step is not { } step
            || !string.IsNullOrWhiteSpace(step.Reason)
            || Due(at.Case, at.Calendar) is not { } due
        )
            return null;
        return due.IsOver(at.Day) == true && due.Day is { } day
            ? new("too-late", "reason") { Title = Period.Title, Value = LandLedger.Fact.Of(day) }
            : null;
    }

    /// <summary>The last day of the period; null where it has not begun for all that is known.</summary>
    internal DueDay? Due(Case one, HolidayCalendar calendar) =>
        Ended.LastToEnd(one, After, calendar) is ({ }, { Day: { } last }) && Period.LengthOn(last) is { } length
            ? DueDay.Of(calendar, days => DayCount.PutOff(DayCount.LastDay(last, length, days), days))
            : null;
}
