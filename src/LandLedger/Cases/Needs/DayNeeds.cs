using LandLedger.Rules;

namespace LandLedger.Cases.Needs;

/// <summary>A day that the step names is later than the day of the step.</summary>
public sealed record Later(AskedFact Fact) : StepNeed
{
    private protected override StepRefusal? Test(in NeedFacts at) =>
        at.Step?.Fact(Fact.Id).Date <= at.Day
            ? new("day-not-later", "facts." + Fact.Id) { Title = Fact.Title, Value = LandLedger.Fact.Of(at.Day) }
            : null;
}

/// <summary>A day that the case has named, such as that of a hearing, has come: the step is not taken before it.</summary>
public sealed record Reached(AskedFact Fact) : StepNeed
{
    private protected override StepRefusal? Test(in NeedFacts at) =>
        at.Fact(Fact.Id).Date is { } named && named <= at.Day
            ? null
            : new("day-not-reached", "day") { Title = Fact.Title, Value = at.Fact(Fact.Id) };
}

/// <summary>
/// So long a period lies between the day of the step and a day that it names: neither of the two counts. A step that is not there yet
/// names no day, and meets it.
/// </summary>
public sealed record Lead(AskedFact Fact, IReadOnlyList<Threshold> Lengths) : StepNeed
{
    private protected override StepRefusal? Test(in NeedFacts at)
    {
        if (at.Step?.Fact(Fact.Id).Date is not { } named)
            return null;
        var last = DayNeeds.LastDay(at, Lengths);
        return last.IsOver(named) == true ? null : DayNeeds.Refusal("day-too-early", Fact, last);
    }
}

/// <summary>A day that the step names is no later than the last day of a period from the day of the step.</summary>
public sealed record Limit(AskedFact Fact, IReadOnlyList<Threshold> Lengths) : StepNeed
{
    /// <summary>The step from whose day the period counts, the last one taken; null for this one.</summary>
    public ProcedureStepName? Since { get; init; }

    private protected override StepRefusal? Test(in NeedFacts at)
    {
        if (at.Step?.Fact(Fact.Id).Date is not { } named)
            return null;
        var since = Since is { } step ? at.Case.Steps.LastOrDefault(one => one.Kind == step.Id)?.Day : null;
        var last = DayNeeds.LastDay(since is { } from ? at with { Day = from } : at, Lengths);
        return last.IsOver(named) == false ? null : DayNeeds.Refusal("day-too-late", Fact, last);
    }
}

file static class DayNeeds
{
    public static DueDay LastDay(in NeedFacts at, IReadOnlyList<Threshold> lengths)
    {
        var day = at.Day;
        var length = lengths.FirstOrDefault(one => one.From <= day && (one.To is not { } to || day <= to));
        return length is null
            ? default
            : DueDay.Of(at.Calendar, days => DueDay.On(DayCount.LastDay(day, length, days)));
    }

    public static StepRefusal Refusal(string code, AskedFact fact, DueDay last) =>
        last.MissingYear is { } year
            ? new("calendar-missing", "facts." + fact.Id)
            {
                Title = fact.Title,
                Value = LandLedger.Fact.Of(year, Unit.None),
                Words = StepRefusal.NominalOf(last),
            }
        : last.Day is { } day ? new(code, "facts." + fact.Id) { Title = fact.Title, Value = LandLedger.Fact.Of(day) }
        : new("no-length", "day") { Title = fact.Title };
}
