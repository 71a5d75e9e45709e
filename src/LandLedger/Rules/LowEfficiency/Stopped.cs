using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>Building or production stopped for a full year or more, without the land being idle. What was resumed is not stopped.</summary>
public sealed class Stopped : IRule
{
    private static readonly Field[] SuspendedField = [PlotFields.Suspended];
    private static readonly Field[] SuspendedOnField = [PlotFields.SuspendedOn];

    public string Id => "low.stopped";

    public Category? Leads => Category.LowEfficiency;

    public IReadOnlyList<NumberKey> Numbers { get; } = [LowNumbers.StoppedYears];

    public IReadOnlyList<string> Clauses { get; } = ["low.stopped", "idle.delay", .. LowMeasures.Clauses];

    public Outcome Judge(Judgement judgement)
    {
        if (Applies.Number(judgement, LowNumbers.StoppedYears, Id, out var without) is not { } years)
            return without;
        var verdict = Applies.NoteWorkplace(judgement, Id);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(NoteStopped(judgement));
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(NoteYears(judgement, years));
        return Exemptions.Apply(judgement, Id, verdict);
    }

    private Outcome NoteStopped(Judgement judgement)
    {
        var progress = judgement.Plot.Progress;
        var outcome = Happened.By(judgement.AsOf, progress.Suspended, progress.SuspendedOn);
        if (outcome == Outcome.Undetermined)
            return Applies.NoteUnrecorded(judgement, Id, "low.is-stopped", SuspendedField);
        var resumed =
            progress.ResumedOn is { } again
            && again <= judgement.AsOf
            && (progress.SuspendedOn is not { } since || again >= since);
        var value = resumed ? Fact.Of(progress.ResumedOn) : Happened.Value(progress.Suspended, progress.SuspendedOn);
        return judgement.Note("low.is-stopped", resumed ? Outcome.NotMet : outcome, value, default, judgement.Own);
    }

    private Outcome NoteYears(Judgement judgement, Threshold years) =>
        judgement.Plot.Progress.SuspendedOn is { } day
            ? Period.Judge(judgement, Id, day, years, out _)
            : judgement.Note(Id, Outcome.Undetermined, default, default, judgement.Own, SuspendedOnField);
}
