using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Metrics;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>
/// Tax per mu of the latest ended year whose tax is known, against a limit; exactly the limit is enough. Where that is not the year that
/// ended last, the plot is flagged and the years passed over are noted.
/// </summary>
internal static class TaxTest
{
    /// <summary>Id of the condition that tells of the years passed over.</summary>
    internal const string OldYear = "low.tax-year";

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
        var tax = PlotFigures.Tax(judgement.Plot, judgement.Numbers.Rules.PerMuBasis, judgement.AsOf);
        var outcome = tax.OrNull is { } known ? Outcomes.Of(met(known, limit)) : Outcome.Undetermined;
        var missing = outcome == Outcome.Undetermined ? Missing(tax.Outcome) : null;
        judgement.Note(
            id,
            outcome,
            Fact.Of(tax.OrNull, Unit.YuanPerMu),
            Fact.Of(limit, Unit.YuanPerMu),
            clause,
            missing
        );
        var last = PlotFigures.LastEnded(judgement.AsOf);
        if (outcome != Outcome.Undetermined && tax.Year is { } year && year < last)
        {
            judgement.Flags |= PlotFlags.TaxYearOld;
            judgement.Note(OldYear, Outcome.Met, Fact.Of(EndOf(year)), Fact.Of(EndOf(last)), clause);
        }
        return outcome;
    }

    private static DateOnly EndOf(int year) => new(year, 12, 31);

    private static Field[] Missing(PerMuOutcome outcome) =>
        outcome is PerMuOutcome.FigureUnknown or PerMuOutcome.FigureNegative ? TaxField : AreaField;
}
