using LandLedger.Disposal;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>A finished plant that is built up less than a share of the floor-area ratio that the 标准地 indexes ask of new plots.</summary>
public sealed class FloorAreaRatioIndex : IRule
{
    public string Id => "low.floor-area-ratio-index";

    public Category? Leads => Category.LowEfficiency;

    public IReadOnlyList<NumberKey> Numbers { get; } = [LowNumbers.FloorAreaRatioShare, LowNumbers.FloorAreaRatioIndex];

    public IReadOnlyList<string> Clauses { get; } = ["low.floor-area-ratio-index", .. LowMeasures.Clauses];

    public Outcome Judge(Judgement judgement)
    {
        var verdict = Applies.NoteWorkplace(judgement, Id);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(Applies.NoteBuilt(judgement));
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(
                ByNumber.Note(
                    judgement,
                    LowNumbers.FloorAreaRatioShare,
                    Id,
                    static (judgement, rule, share) =>
                        ByNumber.Note(
                            judgement,
                            LowNumbers.FloorAreaRatioIndex,
                            rule,
                            share,
                            static (judgement, rule, share, index) =>
                                RatioTest.NoteBelow(judgement, rule, share.Value * index.Value, share.Source)
                        )
                )
            );
        return Exemptions.Apply(judgement, Id, verdict);
    }
}
