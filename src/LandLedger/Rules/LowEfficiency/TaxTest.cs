using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Metrics;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>Tax per mu of the latest ended year against a limit; exactly the limit is enough.</summary>
internal static class TaxTest
{
    private static readonly Field[] TaxField = [RowFields.Tax];
    private static readonly Field[] AreaField = [PlotFields.StatedMu];

    public static Outcome NoteBelow(Judgement judgement, string id, decimal limit, LawReference clause) =>
        Note(judgement, id, limit, clause, static (tax, limit) => tax < limit);

    /// <summary>Met when the tax is not above the limit: the way round of a condition that denies an exemption.</summary>
    public static Outcome NoteNotAbove(Judgement judgement, string id, decimal limit, LawReference clause) =>
        Note(judgement, id, limit, clause, static (tax, limit) => tax <= limit);

    private static Outcome Note(
        Judgement judgement,
        string id,
        decimal limit,
        LawReference clause,
        Func<decimal, decimal, bool> met
    )
    {
        var tax = judgement.PerMu.Tax;
        var outcome = tax.OrNull is { } known ? Outcomes.Of(met(known, limit)) : Outcome.Undetermined;
        var missing = outcome == Outcome.Undetermined ? Missing(tax.Outcome) : null;
        return judgement.Note(
            id,
            outcome,
            Fact.Of(tax.OrNull, Unit.YuanPerMu),
            Fact.Of(limit, Unit.YuanPerMu),
            clause,
            missing
        );
    }

    private static Field[] Missing(PerMuOutcome outcome) =>
        outcome is PerMuOutcome.FigureUnknown or PerMuOutcome.FigureNegative ? TaxField : AreaField;
}
