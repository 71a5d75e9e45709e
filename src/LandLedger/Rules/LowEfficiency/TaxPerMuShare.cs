using LandLedger.Disposal;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>A finished plant that pays less tax per mu than a share of what its sector paid on average in the place the year before.</summary>
public sealed class TaxPerMuShare : IRule
{
    public string Id => "low.tax-per-mu-share";

    public Category? Leads => Category.LowEfficiency;

    public IReadOnlyList<NumberKey> Numbers { get; } = [LowNumbers.TaxPerMuShare, LowNumbers.TaxPerMuAverage];

    public IReadOnlyList<string> Clauses { get; } = ["low.tax-per-mu-share", .. LowMeasures.Clauses];

    public Outcome Judge(Judgement judgement)
    {
        var verdict = Applies.NoteWorkplace(judgement, Id);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(Applies.NoteBuilt(judgement));
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(
                ByNumber.Note(
                    judgement,
                    LowNumbers.TaxPerMuShare,
                    Id,
                    static (judgement, rule, share) =>
                        ByNumber.Note(
                            judgement,
                            LowNumbers.TaxPerMuAverage,
                            rule,
                            share,
                            static (judgement, rule, share, average) =>
                                TaxTest.NoteBelow(judgement, rule, share.Value * average.Value, share.Source)
                        )
                )
            );
        return Exemptions.Apply(judgement, Id, verdict);
    }
}
