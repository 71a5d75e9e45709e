using LandLedger.Fields;

namespace LandLedger.Cases;

/// <summary>
/// Whether a step may be taken: first whether its kind may be, by state, day and what it needs; then what it says; then what it needs of that.
/// </summary>
internal static class StepCheck
{
    public static StepRefusal? Take(Case before, CaseStep step, HolidayCalendar calendar) =>
        Place(before, step) ?? Take(before.Procedure.FindStep(step.Kind)!, new(before, step.Day, calendar, step), step);

    /// <summary>What hangs on case and procedure alone.</summary>
    public static StepRefusal? Form(Case before, CaseStep step) =>
        Place(before, step) ?? Said(before.Procedure.FindStep(step.Kind)!, step);

    private static StepRefusal? Take(ProcedureStep rule, Needs.NeedFacts at, CaseStep step) =>
        Stands(rule, at) ?? Said(rule, step) ?? Meets(rule, at, step);

    private static StepRefusal? Said(ProcedureStep rule, CaseStep step) =>
        Taker(rule, step) ?? Facts(rule, step) ?? Days(rule, step);

    private static StepRefusal? Place(Case before, CaseStep step)
    {
        if (before.IsClosed && before.Steps.Count > 0)
            return new("case-closed", "kind") { Title = before.State.Title };
        if (before.Procedure.FindStep(step.Kind) is not { } rule)
            return new("step-unknown", "kind") { Value = Fact.Of(step.Kind) };
        if (!before.Possible.Contains(rule))
            return before.Steps.Count == 0
                ? new("opens-no-case", "kind") { Title = rule.Title }
                : new("not-allowed", "kind") { Titles = [rule.Title], Title = before.State.Title };
        return Day(before, rule, step);
    }

    /// <summary>What stands against a step of the state, whatever it says.</summary>
    /// <param name="at">Without the step, or with one that may meet a need by what it says.</param>
    public static StepRefusal? Stands(ProcedureStep rule, Needs.NeedFacts at)
    {
        var bare = at with { Step = null };
        return rule.Needs.Where(need => need.Refuses(bare) is not null)
                .Select(need => need.Refuses(at))
                .FirstOrDefault(refusal => refusal is not null)
            ?? rule.Extends.Where(clock => at.Case.Running(clock) is null)
                .Select(clock => new StepRefusal("clock-not-running", "kind") { Title = clock.Title })
                .FirstOrDefault();
    }

    private static StepRefusal? Meets(ProcedureStep rule, Needs.NeedFacts at, CaseStep step) =>
        rule.Needs.Select(need => need.Refuses(at)).FirstOrDefault(refusal => refusal is not null)
        ?? rule.Asks.Select(asked => Ahead(asked, step)).FirstOrDefault(refusal => refusal is not null)
        ?? Extends(at.Case, rule, step, at.Calendar);

    /// <summary>What is said to have happened had happened on the day of the step.</summary>
    private static StepRefusal? Ahead(AskedFact asked, CaseStep step) =>
        asked.HasHappened && step.Fact(asked.Id).Date > step.Day
            ? new("fact-ahead", "facts." + asked.Id) { Title = asked.Title, Value = Fact.Of(step.Day) }
            : null;

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

    /// <summary>The day of a clock that is extended is later than the one so far.</summary>
    private static StepRefusal? Extends(Case before, ProcedureStep rule, CaseStep step, HolidayCalendar calendar)
    {
        foreach (var clock in rule.Extends)
        {
            var due = before.Running(clock)!.Due(calendar);
            if (step.Fact(rule.Until!).Date <= (due.Day ?? due.Nominal))
                return new("day-not-later", "facts." + rule.Until)
                {
                    Title = rule.Ask(rule.Until!)!.Title,
                    Value = Fact.Of(due.Day ?? due.Nominal),
                };
        }
        return null;
    }
}
