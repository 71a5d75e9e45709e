using LandLedger.Fields;

namespace LandLedger.Rules.IdleLand;

/// <summary>
/// Whether building or production is stopped on a day (中止): stopped by then and not resumed. The ledger holds one stop, so a "no"
/// without days says that there was none up to the look. As with milestones, days decide and a look tells nothing of later days.
/// </summary>
/// <param name="Outcome">Stopped on the day judged.</param>
/// <param name="Value">The record that says so.</param>
/// <param name="Known">The last day up to which that is known, at most the day judged.</param>
/// <param name="Why">Id of the condition that says why nobody can tell, or null where nothing is recorded.</param>
/// <param name="Needed">What to ask for where nobody can tell.</param>
internal readonly record struct Stop(
    Outcome Outcome,
    Fact Value,
    DateOnly Known,
    string? Why,
    IReadOnlyList<Field> Needed
)
{
    private static readonly Field[] Unrecorded = [PlotFields.Suspended];
    private static readonly Field[] Undated = [PlotFields.SuspendedOn];
    private static readonly Field[] FlagAndDay = [PlotFields.Suspended, PlotFields.SuspendedOn];
    private static readonly Field[] BeforeBeginning = [PlotFields.BegunOn, PlotFields.SuspendedOn];
    private static readonly Field[] Unseen = [PlotFields.Suspended, PlotFields.ObservedOn];

    public bool IsUnrecorded => Outcome == Outcome.Undetermined && Why is null;

    public static Stop Of(Progress progress, DateOnly asOf)
    {
        var (flag, since, seen) = (progress.Suspended, progress.SuspendedOn, progress.ObservedOn);
        var resumed = Resumed(progress);
        var known = Earlier(seen ?? asOf, asOf);
        var value =
            resumed <= asOf ? Fact.Of(resumed)
            : since is null ? Fact.Of(flag)
            : Fact.Of(since);
        bool? stopped =
            resumed <= asOf ? false
            : since is null ? flag
            : since <= asOf;
        if (Contradiction(progress) is { } both && flag != stopped)
            return new(Outcome.Undetermined, value, known, Doubts.Contradiction, both);
        if (since <= asOf && since < progress.BegunOn)
            return new(Outcome.Undetermined, value, known, Doubts.Contradiction, BeforeBeginning);
        if (since is null && stopped == true && seen > asOf)
            return new(Outcome.Undetermined, Fact.Of(seen), known, Doubts.SeenLater, Undated);
        if (stopped is null)
            return new(Outcome.Undetermined, default, known, null, Unrecorded);
        if (since > asOf || resumed > asOf || seen is not { } look)
            known = asOf;
        else
            known = Earlier(asOf, Later(look, resumed ?? since ?? look));
        return new(Outcomes.Of(stopped), value, known, null, []);
    }

    /// <summary>
    /// Notes whether there is a stop. One that nobody saw denies a stop of so many years only while no such period can have passed since.
    /// </summary>
    public Outcome Note(Judgement judgement, string id, Threshold years)
    {
        var clause = judgement.Own;
        if (Outcome == Outcome.Undetermined)
        {
            var limit = Why == Doubts.SeenLater ? Fact.Of(judgement.AsOf) : default;
            return judgement.Note(Why ?? id, Outcome, Value, limit, clause, Needed);
        }
        if (Outcome == Outcome.Met || judgement.AsOf <= FullYears.LastDay(Known, years.Whole))
            return judgement.Note(id, Outcome, Value, default, clause);
        return judgement.Note(
            Doubts.NotStoppedSince,
            Outcome.Undetermined,
            Fact.Of(Known),
            Fact.Of(judgement.AsOf),
            clause,
            Unseen
        );
    }

    /// <summary>Whether the stop lasted beyond a period: somebody saw it after that, or it was resumed later.</summary>
    /// <param name="judgement">The bench.</param>
    /// <param name="over">Whether the period is over on the day judged.</param>
    /// <param name="clock">The period.</param>
    public Outcome Lasted(Judgement judgement, Outcome over, Clock clock) =>
        over != Outcome.Met || Known > clock.Limit
            ? over
            : judgement.Note(
                Doubts.StoppedSince,
                Outcome.Undetermined,
                Fact.Of(Known),
                Fact.Of(clock.Limit),
                judgement.Own,
                Unseen
            );

    /// <summary>Whether there was a stop by the close of a day, resumed or not.</summary>
    public static bool Was(Progress progress, DateOnly day) =>
        progress.SuspendedOn is { } since ? since <= day : progress.Suspended == true && !(progress.ObservedOn > day);

    /// <summary>
    /// The two facts that cannot both be right, or null: a stop was seen before its day, or none while it lasted. A "yes" beside the day
    /// on which work was resumed says that there was a stop.
    /// </summary>
    public static IReadOnlyList<Field>? Contradiction(Progress progress)
    {
        var look = progress.ObservedOn ?? DateOnly.MaxValue;
        return progress.Suspended switch
        {
            true when progress.ObservedOn < progress.SuspendedOn => FlagAndDay,
            false when progress.SuspendedOn < look && !(Resumed(progress) <= look) => FlagAndDay,
            _ => null,
        };
    }

    /// <summary>A day before the stop is another matter, which the check of dates names.</summary>
    private static DateOnly? Resumed(Progress progress) =>
        progress.ResumedOn < progress.SuspendedOn ? null : progress.ResumedOn;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
