namespace LandLedger.Rules.LowEfficiency;

/// <summary>Watched, not classed: a finished plant that pays less tax per mu than the mark of the watch list.</summary>
public sealed class WatchTaxPerMu : IRule
{
    public string Id => "watch.tax-per-mu";

    public Category? Leads => null;

    public IReadOnlyList<NumberKey> Numbers { get; } = [LowNumbers.WatchTaxPerMu];

    public IReadOnlyList<string> Clauses { get; } = ["watch.tax-per-mu", "measure.key-supervision"];

    public Outcome Judge(Judgement judgement)
    {
        var verdict = Applies.NoteWorkplace(judgement, Id);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(Applies.NoteBuilt(judgement));
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(
                ByNumber.Note(
                    judgement,
                    LowNumbers.WatchTaxPerMu,
                    Id,
                    static (judgement, rule, floor) => TaxTest.NoteBelow(judgement, rule, floor.Value, floor.Source)
                )
            );
        return verdict;
    }
}
