using LandLedger.Disposal;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>A finished plant on industrial or storage land that pays less tax per mu than the guide value of its sector (行业亩均税收低效指导标准).</summary>
public sealed class TaxPerMuGuide : IRule
{
    public string Id => "low.tax-per-mu-guide";

    public Category? Leads => Category.LowEfficiency;

    public IReadOnlyList<NumberKey> Numbers { get; } = [LowNumbers.TaxPerMuGuide];

    public IReadOnlyList<string> Clauses { get; } = ["low.tax-per-mu-guide", .. LowMeasures.Clauses];

    public Outcome Judge(Judgement judgement)
    {
        var verdict = Applies.NoteWorkplace(judgement, Id);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(Applies.NoteBuilt(judgement));
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(
                ByNumber.Note(
                    judgement,
                    LowNumbers.TaxPerMuGuide,
                    Id,
                    static (judgement, rule, guide) => TaxTest.NoteBelow(judgement, rule, guide.Value, guide.Source)
                )
            );
        return Exemptions.Apply(judgement, Id, verdict);
    }
}
