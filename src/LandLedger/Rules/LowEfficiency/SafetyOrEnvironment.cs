using LandLedger.Disposal;
using LandLedger.Fields;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>Safety or environment rules are failed, and that was not cured.</summary>
public sealed class SafetyOrEnvironment : IRule
{
    private static readonly Field[] FailedField = [PlotFields.SafetyOrEnvironmentFailed];

    public string Id => "low.safety-or-environment";

    public Category? Leads => Category.LowEfficiency;

    public IReadOnlyList<string> Clauses { get; } = ["low.safety-or-environment", .. LowMeasures.Clauses];

    public Outcome Judge(Judgement judgement)
    {
        var verdict = Applies.NoteWorkplace(judgement, Id);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(NoteRecord(judgement));
        return Exemptions.Apply(judgement, Id, verdict);
    }

    private Outcome NoteRecord(Judgement judgement) =>
        judgement.Plot.Premises.SafetyOrEnvironmentFailed is { } recorded
            ? judgement.Note(Id, Outcomes.Of(recorded), Fact.Of(recorded), default, judgement.Clause(Id))
            : Applies.NoteUnrecorded(judgement, Id, Id, FailedField);
}
