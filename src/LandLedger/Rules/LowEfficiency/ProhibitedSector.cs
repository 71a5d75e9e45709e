using LandLedger.Disposal;
using LandLedger.Fields;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>A firm in a sector that policy prohibits or is to eliminate.</summary>
public sealed class ProhibitedSector : IRule
{
    private static readonly Field[] ProhibitedField = [PlotFields.ProhibitedSector];

    public string Id => "low.prohibited-sector";

    public Category? Leads => Category.LowEfficiency;

    public IReadOnlyList<string> Clauses { get; } = ["low.prohibited-sector", .. LowMeasures.Clauses];

    public Outcome Judge(Judgement judgement)
    {
        var verdict = Applies.NoteWorkplace(judgement, Id);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(NoteRecord(judgement));
        return Exemptions.Apply(judgement, Id, verdict);
    }

    private Outcome NoteRecord(Judgement judgement) =>
        judgement.Plot.Premises.ProhibitedSector is { } recorded
            ? judgement.Note(Id, Outcomes.Of(recorded), Fact.Of(recorded), default, judgement.Clause(Id))
            : Applies.NoteUnrecorded(judgement, Id, Id, ProhibitedField);
}
