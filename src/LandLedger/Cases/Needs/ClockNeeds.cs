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
