namespace LandLedger.Cases;

/// <summary>What a step does to the clocks of a case: it stops, resumes, suspends and extends those that run, then begins its own.</summary>
internal static class ClockSteps
{
    public static IEnumerable<CaseClock> After(Case before, ProcedureStep rule, CaseStep step, bool closes)
    {
        foreach (var clock in before.Clocks)
            yield return clock.IsRunning ? After(clock, rule, step, closes) : clock;
        foreach (var begun in closes ? [] : rule.Starts)
            yield return new()
            {
                Rule = begun,
                Begun = step.Day,
                Named = begun.IsAsked ? step.Fact(rule.Until!).Date : null,
                Suspensions = Suspending(before, begun) is { } still ? [new(step.Day, null, still.Reason)] : [],
            };
    }

    /// <summary>The step by which a clock stands still, though it may not have begun yet; null where none does.</summary>
    private static CaseStep? Suspending(Case before, ProcedureClock clock)
    {
        foreach (var step in before.Steps.Reverse())
        {
            var rule = before.Procedure.FindStep(step.Kind)!;
            if (Names(rule.Suspends, clock) || Names(rule.Resumes, clock))
                return Names(rule.Suspends, clock) ? step : null;
        }
        return null;
    }

    private static CaseClock After(CaseClock clock, ProcedureStep rule, CaseStep step, bool closes)
    {
        // A clock that is begun again takes the place of the one before.
        if (closes || Names(rule.Stops, clock) || Names(rule.Starts, clock))
            return clock with { Stopped = step.Day };
        if (Names(rule.Resumes, clock) && clock.IsSuspended)
            clock = clock with
            {
                Suspensions = [.. clock.Suspensions.SkipLast(1), clock.Suspensions[^1] with { To = step.Day }],
            };
        if (Names(rule.Suspends, clock) && !clock.IsSuspended)
            clock = clock with { Suspensions = [.. clock.Suspensions, new(step.Day, null, step.Reason)] };
        if (Names(rule.Extends, clock))
            clock = clock with
            {
                Extensions = [.. clock.Extensions, new(step.Day, step.Fact(rule.Until!).Date!.Value, step.Reason)],
            };
        return clock;
    }

    private static bool Names(IReadOnlyList<ProcedureClock> rules, CaseClock clock) => Names(rules, clock.Rule);

    private static bool Names(IReadOnlyList<ProcedureClock> rules, ProcedureClock clock) =>
        rules.Any(rule => rule.Id == clock.Id);
}
