using LandLedger.Fields;
using LandLedger.Metrics;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>Floor-area ratio against a limit; exactly the limit is enough.</summary>
internal static class RatioTest
{
    private static readonly Field[] FloorFields = [PlotFields.FloorMu, PlotFields.FloorAreaRatio];
    private static readonly Field[] AreaField = [PlotFields.StatedMu];

    public static Outcome NoteBelow(Judgement judgement, string id, decimal limit, LawReference clause)
    {
        if (Doubts.IsSeenLater(judgement))
            return Applies.NoteSeenLater(judgement, id, FloorFields);
        var ratio = PlotFigures.FloorAreaRatio(judgement.Plot, judgement.Numbers.Rules.PerMuBasis);
        var outcome = ratio.OrNull is { } known ? Outcomes.Of(known < limit) : Outcome.Undetermined;
        var missing = outcome == Outcome.Undetermined ? Missing(ratio.Outcome) : null;
        return judgement.Note(
            id,
            outcome,
            Fact.Of(ratio.OrNull, Unit.Ratio),
            Fact.Of(limit, Unit.Ratio),
            clause,
            missing
        );
    }

    private static Field[] Missing(PerMuOutcome outcome) =>
        outcome is PerMuOutcome.FigureUnknown or PerMuOutcome.FigureNegative or PerMuOutcome.TooLarge
            ? FloorFields
            : AreaField;
}
