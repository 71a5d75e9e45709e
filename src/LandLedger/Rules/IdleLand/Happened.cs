using LandLedger.Fields;

namespace LandLedger.Rules.IdleLand;

/// <summary>
/// What is recorded of a milestone: yes or no, the day on which it came, and the day on which somebody looked (核查日期). The day
/// decides. Without it a yes proves nothing of the time before the look, while a no holds for all days up to the look and, until
/// somebody looks again, is the last that is known. Where no look is recorded, the record speaks of the day judged.
/// </summary>
internal readonly record struct Happened(Milestone Milestone, bool? Flag, DateOnly? On, DateOnly? Seen)
{
    public static Happened Permit(Progress progress) =>
        new(Milestone.Permit, progress.Permit, progress.PermitOn, progress.ObservedOn);

    public static Happened Begun(Progress progress) =>
        new(Milestone.Begun, progress.Begun, progress.BegunOn, progress.ObservedOn);

    public static Happened Completed(Progress progress) =>
        new(Milestone.Completed, progress.Completed, progress.CompletedOn, progress.ObservedOn);

    public static Happened InProduction(Progress progress) =>
        new(Milestone.InProduction, progress.InProduction, progress.InProductionOn, progress.ObservedOn);

    /// <summary>Seen as done before the day on which it came, or seen as not done after it.</summary>
    public bool IsContradictory => On is { } day && (Flag == true ? Seen < day : Flag == false && !(Seen <= day));

    public Fact Value => On is null ? Fact.Of(Flag) : Fact.Of(On);

    /// <summary>The field that says so: the day where there is one.</summary>
    public Field Field => On is null ? Milestone.Flag : Milestone.Day;

    /// <summary>Whether it had come by the close of a day. Of two records that contradict each other only what both say counts.</summary>
    public Outcome By(DateOnly asOf)
    {
        if (On is { } day)
            return IsContradictory && Flag != (day <= asOf) ? Outcome.Undetermined : Outcomes.Of(day <= asOf);
        return IsSeenAfter(asOf) ? Outcome.Undetermined : Outcomes.Of(Flag);
    }

    /// <summary>The last day up to which it is known not to have come, at most the day judged; for what had not come by then.</summary>
    public DateOnly NotUntil(DateOnly asOf) => On is null && Seen < asOf ? Seen.Value : asOf;

    /// <summary>What to ask for where nobody can tell.</summary>
    public IReadOnlyList<Field> Needed =>
        IsContradictory ? Milestone.Contradiction
        : Flag == true ? Milestone.Undated
        : Milestone.Unrecorded;

    /// <summary>Notes a condition that rests on the milestone; where nobody can tell, why.</summary>
    /// <param name="judgement">The bench.</param>
    /// <param name="id">Of the condition.</param>
    /// <param name="outcome">Of the condition.</param>
    /// <param name="clause">Of the condition.</param>
    public Outcome Note(Judgement judgement, string id, Outcome outcome, LawReference clause)
    {
        if (outcome != Outcome.Undetermined)
            return judgement.Note(id, outcome, Value, default, clause);
        if (IsContradictory)
            return judgement.Note(Doubts.Contradiction, outcome, Value, default, clause, Needed);
        return IsSeenAfter(judgement.AsOf)
            ? judgement.Note(Doubts.SeenLater, outcome, Fact.Of(Seen), Fact.Of(judgement.AsOf), clause, Needed)
            : judgement.Note(id, outcome, Value, default, clause, Needed);
    }

    /// <summary>A yes without a day, from a look after the day judged.</summary>
    public bool IsSeenAfter(DateOnly asOf) => On is null && Flag == true && Seen > asOf;
}
