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
/// What the step pays, with what was paid in parts before, reaches the amount that an earlier step decided, and passes it only with a reason; or, for
/// a step that pays a part, leaves something of it. Payments before the decision do not count.
/// </summary>
/// <param name="Decided">The step that decided the amount, the last one taken.</param>
/// <param name="Parts">The steps that pay parts.</param>
/// <param name="Whole">Whether nothing may be left.</param>
public sealed record Pays(AskedFact Fact, ProcedureStepName Decided, IReadOnlyList<ProcedureStepName> Parts, bool Whole)
    : StepNeed
{
    /// <summary>Yuan that are still owed; null where nothing was decided.</summary>
    internal decimal? Owed(Case at) => Owed(at, Parts);

    /// <summary>Yuan that are owed after some payments, below zero where more was paid; null where nothing was decided, or what was is annulled.</summary>
    private decimal? Owed(Case at, IReadOnlyList<ProcedureStepName> payments)
    {
        decimal? owed = null;
        foreach (var step in at.Steps)
        {
            if (step.Kind == Decided.Id)
                owed = step.Fact(Fact.Id).Number;
            else if (at.Procedure.FindStep(step.Kind)!.Annuls.Contains(Decided.Id, StringComparer.Ordinal))
                owed = null;
            else if (payments.Any(payment => payment.Id == step.Kind))
                owed -= step.Fact(Fact.Id).Number;
        }
        return owed;
    }

    /// <summary>Yuan that were paid beyond what was decided, by a step that pays it in full; null where none were.</summary>
    internal decimal? Overpaid(Case at, ProcedureStep payer) =>
        Owed(at, [.. Parts, new(payer.Id, payer.Title)]) is < 0 and var owed ? -owed : null;

    private protected override StepRefusal? Test(in NeedFacts at)
    {
        if (at.Step?.Fact(Fact.Id).Number is not { } paid)
            return null;
        if (Owed(at.Case) is not { } owed)
            return new("not-taken", "kind") { Titles = [Decided.Title] };
        if (Whole && paid > owed && string.IsNullOrWhiteSpace(at.Step?.Reason))
            return new("more-than-owed", "reason")
            {
                Title = Fact.Title,
                Value = LandLedger.Fact.Of(owed, Unit.Yuan),
                Words = [LandLedger.Fact.Of(paid, Unit.Yuan).ToString()],
            };
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

/// <summary>
/// The step takes no more out of what is held than there is: what the steps <paramref name="From"/> put in, less what the steps
/// <paramref name="By"/>, it itself among them, took out before.
/// </summary>
public sealed record Drawn(AskedFact Fact, IReadOnlyList<ProcedureStepName> From, IReadOnlyList<ProcedureStepName> By)
    : StepNeed
{
    /// <summary>Yuan that some steps of the case say, added up.</summary>
    internal decimal Sum(Case at, IReadOnlyList<ProcedureStepName> of) =>
        at.Steps.Where(step => of.Any(one => one.Id == step.Kind)).Sum(step => step.Fact(Fact.Id).Number ?? 0);

    private protected override StepRefusal? Test(in NeedFacts at)
    {
        var left = Sum(at.Case, From) - Sum(at.Case, By);
        return at.Step?.Fact(Fact.Id).Number is not { } taken || taken <= left
            ? null
            : new("more-than-held", "facts." + Fact.Id)
            {
                Title = Fact.Title,
                Titles = [.. From.Select(step => step.Title)],
                Value = LandLedger.Fact.Of(left, Unit.Yuan),
                Words = [LandLedger.Fact.Of(taken, Unit.Yuan).ToString()],
            };
    }
}
