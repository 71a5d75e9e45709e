namespace LandLedger.Cases.Needs;

/// <summary>The step says a fact that it need not say otherwise.</summary>
public sealed record Given(AskedFact Fact) : StepNeed
{
    private protected override StepRefusal? Test(in NeedFacts at) =>
        at.Step is { } step && !step.Fact(Fact.Id).IsKnown
            ? new("fact-missing", "facts." + Fact.Id) { Title = Fact.Title }
            : null;
}
