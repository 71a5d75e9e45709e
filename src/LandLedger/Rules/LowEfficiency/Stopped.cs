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
        var verdict = Applies.NoteWorkplace(judgement, Id);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(ByNumber.Note(judgement, LowNumbers.StoppedYears, Id, NoteStop));
        return Exemptions.Apply(judgement, Id, verdict);
    }

    private static Outcome NoteStop(Judgement judgement, string rule, Threshold years)
    {
        var stop = Stop.Of(judgement.Plot.Progress, judgement.AsOf);
        var stopped = stop.IsUnrecorded
            ? Applies.NoteUnrecorded(judgement, rule, "low.is-stopped", SuspendedField)
            : stop.Note(judgement, "low.is-stopped", years);
        return stopped is Outcome.NotMet or Outcome.NotJudged
            ? stopped
            : stopped.And(NoteYears(judgement, rule, stop, years));
    }

    private static Outcome NoteYears(Judgement judgement, string rule, in Stop stop, Threshold years) =>
        judgement.Plot.Progress.SuspendedOn is { } day
            ? stop.Lasted(judgement, Period.Judge(judgement, rule, day, years, out var clock), clock)
            : judgement.Note(rule, Outcome.Undetermined, default, default, judgement.Own, SuspendedOnField);
}
