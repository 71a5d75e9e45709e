using LandLedger.Disposal;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>A finished plant on industrial or storage land that pays less tax per mu than the floor.</summary>
public sealed class TaxPerMu : IRule
{
    public string Id => "low.tax-per-mu";

    public Category? Leads => Category.LowEfficiency;

    public IReadOnlyList<NumberKey> Numbers { get; } = [LowNumbers.TaxPerMuFloor];

    public IReadOnlyList<string> Clauses { get; } = ["low.tax-per-mu", .. LowMeasures.Clauses];

    public Outcome Judge(Judgement judgement)
    {
        var verdict = Applies.NoteWorkplace(judgement, Id);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(Applies.NoteBuilt(judgement));
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(
                ByNumber.Note(
                    judgement,
                    LowNumbers.TaxPerMuFloor,
                    Id,
                    static (judgement, rule, floor) => TaxTest.NoteBelow(judgement, rule, floor.Value, floor.Source)
                )
            );
        return Exemptions.Apply(judgement, Id, verdict);
    }
}
