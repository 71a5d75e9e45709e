using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>Buildings of safety class C or D by JGJ 125.</summary>
public sealed class UnsafeBuilding : IRule
{
    private static readonly Field[] SafetyField = [PlotFields.Safety];

    public string Id => "low.unsafe-building";

    public Category? Leads => Category.LowEfficiency;

    public IReadOnlyList<string> Clauses { get; } = ["low.unsafe-building", .. LowMeasures.Clauses];

    public Outcome Judge(Judgement judgement)
    {
        var verdict = Applies.NoteWorkplace(judgement, Id);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(Applies.NoteBuilt(judgement));
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(NoteSafety(judgement));
        return Exemptions.Apply(judgement, Id, verdict);
    }

    private Outcome NoteSafety(Judgement judgement)
    {
        var grade = judgement.Plot.Premises.Safety;
        return grade == SafetyGrade.Unknown ? Applies.NoteUnrecorded(judgement, Id, Id, SafetyField)
            : Doubts.IsSeenLater(judgement) ? Applies.NoteSeenLater(judgement, Id, SafetyField)
            : judgement.Note(
                Id,
                Outcomes.Of(grade is SafetyGrade.C or SafetyGrade.D),
                PlotFields.Safety.Of(judgement.Plot),
                default,
                judgement.Own
            );
    }
}
