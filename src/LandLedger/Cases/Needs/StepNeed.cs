namespace LandLedger.Cases.Needs;

/// <summary>What has to be so before a step may be taken, beside the state.</summary>
public abstract record StepNeed
{
    /// <summary>The need counts only where this holds; always where there is none.</summary>
    public StepNeed? When { get; init; }

    /// <summary>Null where it is met.</summary>
    internal StepRefusal? Refuses(in NeedFacts at) => When?.Test(at) is null ? Test(at) : null;

    private protected abstract StepRefusal? Test(in NeedFacts at);
}

/// <summary>What needs are held against: the case before the step, the day of the step, the calendar, and the step's own facts if it is there.</summary>
internal readonly record struct NeedFacts(Case Case, DateOnly Day, HolidayCalendar Calendar, CaseStep? Step)
{
    /// <summary>What the step says, else what a step before it said last.</summary>
    public Fact Fact(string id) => Step?.Fact(id) is { IsKnown: true } own ? own : Case.Facts.GetValueOrDefault(id);
}
