using LandLedger.Cases.Needs;

namespace LandLedger.Cases.Loading;

/// <summary>Holds a step to itself: what it does must be asked for.</summary>
internal static class StepAgreement
{
    public static void Check(ReadStep read, IReadOnlyList<StepNeed> needs)
    {
        var (step, node, _) = read;
        var namesDays = step.Extends.Count > 0 || step.Starts.Any(clock => clock.IsAsked);
        if (namesDays && step.Until is null)
            node.Report("missing-member", "until", "until");
        if (!namesDays && step.Until is { } until)
            node.Report("until-for-nothing", until, "until");
        if (step.Opens && step.To is null)
            node.Report("missing-member", "to", "to");
        foreach (var need in needs)
        {
            // What the step itself says is not known when its allowed steps are listed.
            if (need is FactIs { Fact.Id: var fact } && step.Ask(fact) is not null)
                node.Report("use-among", fact, "needs");
            if (Said(need) is { } said && step.Ask(said.Id) is null)
                node.Report("not-asked", said.Id, "needs");
        }
        if (step.IsDelayEstablished)
        {
            Asks(read, StepDelay.Kind, AskType.DelayKind, needed: true);
            Asks(read, StepDelay.From, AskType.Day, needed: false);
            Asks(read, StepDelay.To, AskType.Day, needed: false);
        }
        if (step.Sets.Any(mark => mark.Id == CaseMark.Override))
        {
            Asks(read, CaseOverride.ComputedClass, AskType.Category, needed: true);
            Asks(read, CaseOverride.SetClass, AskType.Category, needed: true);
            Asks(read, CaseOverride.DocumentNumber, AskType.Document, needed: true);
        }
        if (step.Sets.Any(mark => mark.Id is CaseMark.Override or CaseMark.Hold) && !step.IsReasonNeeded)
            node.Report("reason-not-asked", step.Id, "reason");
    }

    /// <summary>The fact of a need that only what the step itself says can fail.</summary>
    private static AskedFact? Said(StepNeed need) =>
        need switch
        {
            Given given => given.Fact,
            Positive positive => positive.Fact,
            Pays pays => pays.Fact,
            Drawn drawn => drawn.Fact,
            _ => null,
        };

    private static void Asks(ReadStep read, string id, AskType type, bool needed)
    {
        if (read.Step.Ask(id) is not { } asked || asked.Type != type || (needed && !asked.IsNeeded))
            read.Node.Report("not-asked", $"{id} ({Fields.CodeText.Of(type)})", needed ? "asks" : "takes");
    }
}
