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
        if (verdict == Outcome.NotMet)
            return Exemptions.Apply(judgement, Id, verdict);
        var stop = Stop.Of(judgement.Plot.Progress, judgement.AsOf);
        verdict = verdict.And(NoteStopped(judgement, stop, years));
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(NoteYears(judgement, stop, years));
        return Exemptions.Apply(judgement, Id, verdict);
    }

    private Outcome NoteStopped(Judgement judgement, in Stop stop, Threshold years) =>
        stop.IsUnrecorded
            ? Applies.NoteUnrecorded(judgement, Id, "low.is-stopped", SuspendedField)
            : stop.Note(judgement, "low.is-stopped", years);

    private Outcome NoteYears(Judgement judgement, in Stop stop, Threshold years) =>
        judgement.Plot.Progress.SuspendedOn is { } day
            ? stop.Lasted(judgement, Period.Judge(judgement, Id, day, years, out var clock), clock)
            : judgement.Note(Id, Outcome.Undetermined, default, default, judgement.Own, SuspendedOnField);
}
