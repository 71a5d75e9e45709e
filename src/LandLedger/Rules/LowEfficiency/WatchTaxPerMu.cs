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
        if (Applies.Number(judgement, LowNumbers.WatchTaxPerMu, Id, out var without) is not { } floor)
            return without;
        var verdict = Applies.NoteWorkplace(judgement, Id);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(Applies.NoteBuilt(judgement));
        return verdict == Outcome.NotMet
            ? verdict
            : verdict.And(TaxTest.NoteBelow(judgement, Id, floor.Value, floor.Source));
    }
}
