using LandLedger.Disposal;
using LandLedger.Fields;

namespace LandLedger.Rules.IdleLand;

/// <summary>
/// Art. 2(2): begun and not completed (a finished plant that rests is another matter), less than a third of the land developed or less than a quarter of the investment made,
/// and building stopped for a full year. Both shares are strictly less; exactly a third and exactly a quarter are enough.
/// </summary>
public sealed class Suspended : IRule
{
    /// <summary>Its id, and that of the condition that building is stopped.</summary>
    internal const string Rule = "idle.suspended";

    /// <summary>Id of the condition that the year of the stop is over.</summary>
    internal const string YearPassed = "idle.suspended-year";

    private static readonly Field[] SuspendedOnField = [PlotFields.SuspendedOn];

    public string Id => Rule;

    public Category? Leads => Category.Idle;

    public IReadOnlyList<NumberKey> Numbers { get; } =
    [LawNumbers.SuspendedYears, LawNumbers.DevelopedShare, LawNumbers.InvestedShare, LawNumbers.FoundationShare];

    public IReadOnlyList<string> Clauses { get; } = [Rule, "idle.started", "idle.delay", .. IdleMeasures.Clauses];

    public Outcome Judge(Judgement judgement)
    {
        if (judgement.Numbers.Find(LawNumbers.SuspendedYears) is not { } years)
            return NotStarted.NotInForce(judgement, LawNumbers.SuspendedYears);
        var progress = judgement.Plot.Progress;
        var clause = judgement.Own;
        var verdict = NotStarted.NoteSupply(judgement).And(Start.NoteBeginning(judgement, Start.Begun).Begun);
        if (verdict != Outcome.NotMet)
            verdict = verdict.And(NoteCompletion(judgement, clause));
        // What was never begun, or is finished, has not stopped either: no more is said of it.
        if (verdict == Outcome.NotMet)
            return verdict;
        verdict = verdict.And(Shares.Judge(judgement, clause));
        var stop = Stop.Of(progress, judgement.AsOf);
        var stopped = stop.Note(judgement, Rule, years);
        if (stopped != Outcome.Met)
            return verdict.And(stopped);
        if (progress.SuspendedOn is not { } day)
        {
            judgement.Note(YearPassed, Outcome.Undetermined, default, default, clause, SuspendedOnField);
            return verdict.And(Outcome.Undetermined);
        }
        var over = Period.Judge(judgement, YearPassed, day, years, out var clock);
        verdict = verdict.And(stop.Lasted(judgement, over, clock));
        if (verdict == Outcome.Met)
        {
            var cause = OpenDelays.CauseOf(judgement, day, years.Whole, clock);
            var since = OpenDelays.NoteSince(judgement, day, years.Whole, clock);
            RestCause.Note(judgement, since, cause, clock.Limit > FullYears.LastDay(day, years.Whole));
            judgement.Idleness = new(since, cause, TakeBackDue: false, TakeBackOpen: false, PartlyDeveloped: true);
        }
        return verdict;
    }

    private static Outcome NoteCompletion(Judgement judgement, LawReference clause)
    {
        var progress = judgement.Plot.Progress;
        var outcome = Completion.By(judgement.AsOf, progress).Not();
        if (outcome == Outcome.Undetermined && IsPlainlyNotCompleted(judgement))
            return judgement.Note("idle.not-completed-by-share", Outcome.Met, default, default, clause);
        return Happened.Completed(progress).Note(judgement, "idle.not-completed", outcome, clause);
    }

    /// <summary>
    /// Land of which less than a third is developed while building is stopped is not completed. The law asks for no record of that, and where
    /// nobody says otherwise none is needed.
    /// </summary>
    private static bool IsPlainlyNotCompleted(Judgement judgement) =>
        judgement.Plot.Progress is { Completed: null, CompletedOn: null, InProduction: not true, InProductionOn: null }
        && Stop.Of(judgement.Plot.Progress, judgement.AsOf).Outcome == Outcome.Met
        && Shares.JudgeDeveloped(judgement) == Outcome.Met;
}
