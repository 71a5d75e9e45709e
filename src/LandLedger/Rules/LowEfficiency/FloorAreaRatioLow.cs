using LandLedger.Disposal;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>A finished plant on industrial or storage land that is built up less than the floor (容积率), which a package may set by sector.</summary>
public sealed class FloorAreaRatioLow : IRule
{
    public string Id => "low.floor-area-ratio";

    public Category? Leads => Category.LowEfficiency;

    public IReadOnlyList<NumberKey> Numbers { get; } = [LowNumbers.FloorAreaRatioFloor];

    public IReadOnlyList<string> Clauses { get; } = ["low.floor-area-ratio", .. LowMeasures.Clauses];

    public Outcome Judge(Judgement judgement)
    {
        var verdict = Applies.NoteWorkplace(judgement, Id);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(Applies.NoteBuilt(judgement));
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(
                ByNumber.Note(
                    judgement,
                    LowNumbers.FloorAreaRatioFloor,
                    Id,
                    static (judgement, rule, floor) => RatioTest.NoteBelow(judgement, rule, floor.Value, floor.Source)
                )
            );
        return Exemptions.Apply(judgement, Id, verdict);
    }
}
