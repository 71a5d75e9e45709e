using LandLedger.Fields;

namespace LandLedger.Cases;

/// <summary>Whether a step may be taken: first its form, which hangs on case and procedure alone, then what it needs on its day.</summary>
internal static class StepCheck
{
    public static StepRefusal? Form(Case before, CaseStep step)
    {
        if (before.IsClosed && before.Steps.Count > 0)
            return new("case-closed", "kind") { Title = before.State.Title };
        if (before.Procedure.FindStep(step.Kind) is not { } rule)
            return new("step-unknown", "kind") { Value = Fact.Of(step.Kind) };
        if (!before.Possible.Contains(rule))
            return before.Steps.Count == 0
                ? new("opens-no-case", "kind") { Title = rule.Title }
                : new("not-allowed", "kind") { Titles = [rule.Title], Title = before.State.Title };
        return Taker(rule, step) ?? Day(before, rule, step) ?? Facts(rule, step) ?? Days(rule, step);
    }

    public static StepRefusal? Needs(Case before, CaseStep step, HolidayCalendar calendar)
    {
        var rule = before.Procedure.FindStep(step.Kind)!;
        var at = new Needs.NeedFacts(before, step.Day, calendar, step);
        foreach (var need in rule.Needs)
        {
            if (need.Refuses(at) is { } refusal)
                return refusal;
        }
        return Extends(before, rule, step, calendar);
    }

    private static StepRefusal? Taker(ProcedureStep rule, CaseStep step) =>
        string.IsNullOrWhiteSpace(step.Who) ? new("who-missing", "who")
        : !rule.Roles.Contains(step.Role)
            ? new("role-not-allowed", "role") { Title = rule.Title, Words = [CodeText.Of(step.Role)] }
        : null;

    private static StepRefusal? Day(Case before, ProcedureStep rule, CaseStep step)
    {
        if (before.Steps is [.., { Day: var last }] && step.Day < last)
            return new("day-before-last", "day") { Value = Fact.Of(last) };
        var unknown = rule.Starts.FirstOrDefault(clock => !clock.IsAsked && clock.LengthOn(step.Day) is null);
        return unknown is null ? null : new("no-length", "day") { Title = unknown.Title };
    }

    public static StepRefusal? Facts(ProcedureStep rule, CaseStep step)
    {
        foreach (var (id, fact) in step.Facts)
        {
            if (rule.Ask(id) is not { } asked)
                return new("fact-unknown", "facts." + id) { Value = Fact.Of(id) };
            if (fact.IsKnown && !asked.Accepts(fact))
                return new("fact-wrong." + CodeText.Of(asked.Type), "facts." + id)
                {
                    Title = asked.Title,
                    Value = fact,
                    Words = asked.Codes,
                };
        }
        if (rule.Asks.FirstOrDefault(asked => asked.IsNeeded && !step.Fact(asked.Id).IsKnown) is { } missing)
            return new("fact-missing", "facts." + missing.Id) { Title = missing.Title };
        return rule.IsReasonNeeded && string.IsNullOrWhiteSpace(step.Reason) ? new("reason-missing", "reason") : null;
    }

    /// <summary>A delay does not end before it begins.</summary>
    private static StepRefusal? Days(ProcedureStep rule, CaseStep step) =>
        rule.IsDelayEstablished && step.Fact(StepDelay.To).Date < step.Fact(StepDelay.From).Date
            ? new("delay-ends-before", "facts." + StepDelay.To)
            {
                Title = rule.Ask(StepDelay.To)!.Title,
                Value = step.Fact(StepDelay.From),
            }
            : null;

    /// <summary>A clock that is extended runs, and the new day is later than the one so far.</summary>
    private static StepRefusal? Extends(Case before, ProcedureStep rule, CaseStep step, HolidayCalendar calendar)
    {
        foreach (var clock in rule.Extends)
        {
            if (before.Running(clock) is not { } running)
                return new("clock-not-running", "kind") { Title = clock.Title };
            var due = running.Due(calendar);
            if (step.Fact(rule.Until!).Date <= due.Day)
                return new("day-not-later", "facts." + rule.Until)
                {
                    Title = rule.Ask(rule.Until!)!.Title,
                    Value = Fact.Of(due.Day),
                };
        }
        return null;
    }
}
