using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>Not completed so many full years after the agreed day. Delays of the authority and force majeure, once established, do not count.</summary>
public sealed class CompletionOverdue : IRule
{
    private static readonly Field[] AgreedField = [PlotFields.AgreedCompletion];
    private static readonly Field[] CompletedField = [PlotFields.Completed];

    public string Id => "low.completion-overdue";

    public Category? Leads => Category.LowEfficiency;

    public IReadOnlyList<NumberKey> Numbers { get; } = [LowNumbers.CompletionYears];

    public IReadOnlyList<string> Clauses { get; } = ["low.completion-overdue", "idle.delay", .. LowMeasures.Clauses];

    public Outcome Judge(Judgement judgement)
    {
        if (Applies.Number(judgement, LowNumbers.CompletionYears, Id, out var without) is not { } years)
            return without;
        var verdict = Applies.NoteWorkplace(judgement, Id);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(NoteNotCompleted(judgement));
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(NoteOverdue(judgement, years));
        return Exemptions.Apply(judgement, Id, verdict);
    }

    /// <summary>Land on which nothing has begun is not completed either.</summary>
    private Outcome NoteNotCompleted(Judgement judgement)
    {
        var progress = judgement.Plot.Progress;
        var outcome = Completion.By(judgement.AsOf, progress).Not();
        if (
            outcome == Outcome.Undetermined
            && Happened.By(judgement.AsOf, progress.Begun, progress.BegunOn) == Outcome.NotMet
        )
            outcome = Outcome.Met;
        return judgement.Note(
            "low.not-completed",
            outcome,
            Happened.Value(progress.Completed, progress.CompletedOn),
            default,
            judgement.Own,
            outcome == Outcome.Undetermined ? CompletedField : null
        );
    }

    private Outcome NoteOverdue(Judgement judgement, Threshold years) =>
        Completion.Agreed(judgement.Plot.Grant, judgement.AsOf) is { } agreed
            ? Period.Judge(judgement, Id, agreed, years, out _)
            : judgement.Note(Id, Outcome.Undetermined, default, default, judgement.Own, AgreedField);
}
