namespace LandLedger.Cases.Needs;

/// <summary>The step says a fact that it need not say otherwise.</summary>
public sealed record Given(AskedFact Fact) : StepNeed
{
    private protected override StepRefusal? Test(in NeedFacts at) =>
        at.Step is { } step && !step.Fact(Fact.Id).IsKnown
            ? new("fact-missing", "facts." + Fact.Id) { Title = Fact.Title }
            : null;
}

/// <summary>An amount or area that the step says is above zero.</summary>
public sealed record Positive(AskedFact Fact) : StepNeed
{
    private protected override StepRefusal? Test(in NeedFacts at) =>
        at.Step?.Fact(Fact.Id).Number <= 0 ? new("not-positive", "facts." + Fact.Id) { Title = Fact.Title } : null;
}

/// <summary>
/// What the step pays, with what was paid in parts before, reaches the amount that an earlier step decided; or, for a step that pays a part,
/// leaves something of it. Payments before the decision do not count.
/// </summary>
/// <param name="Decided">The step that decided the amount, the last one taken.</param>
/// <param name="Parts">The steps that pay parts.</param>
/// <param name="Whole">Whether nothing may be left.</param>
public sealed record Pays(AskedFact Fact, ProcedureStepName Decided, IReadOnlyList<ProcedureStepName> Parts, bool Whole)
    : StepNeed
{
    /// <summary>Yuan that are still owed; null where nothing was decided.</summary>
    internal decimal? Owed(Case at)
    {
        decimal? owed = null;
        foreach (var step in at.Steps)
        {
            if (step.Kind == Decided.Id)
                owed = step.Fact(Fact.Id).Number;
            else if (Parts.Any(part => part.Id == step.Kind))
                owed -= step.Fact(Fact.Id).Number;
        }
        return owed;
    }

    private protected override StepRefusal? Test(in NeedFacts at)
    {
        if (at.Step?.Fact(Fact.Id).Number is not { } paid)
            return null;
        if (Owed(at.Case) is not { } owed)
            return new("not-taken", "kind") { Titles = [Decided.Title] };
        return paid >= owed == Whole
            ? null
            : new(Whole ? "still-owed" : "nothing-left", "facts." + Fact.Id)
            {
                Title = Fact.Title,
                Titles = [.. Parts.Select(part => part.Title)],
                Value = LandLedger.Fact.Of(owed, Unit.Yuan),
            };
    }
}
