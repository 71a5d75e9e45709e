using LandLedger.Disposal;
using LandLedger.Fields;

namespace LandLedger.Rules.IdleLand;

/// <summary>
/// Art. 2(1): supplied land on which building has not begun a full year after the agreed or deemed start. On the limit day
/// itself the year is not over.
/// </summary>
public sealed class NotStarted : IRule
{
    private static readonly Field[] StageField = [PlotFields.Stage];
    private static readonly Field[] StartFields = [PlotFields.AgreedStart, PlotFields.ActualDelivery];
    private static readonly INeeded[] StartOrYears = [PlotFields.AgreedStart, LawNumbers.DeemedStartYears];

    private const PlotFlags UnrecordedForYear = PlotFlags.StartUnrecorded | PlotFlags.IdleUnlessBegun;

    /// <summary>Its id.</summary>
    internal const string Rule = "idle.not-started";

    /// <summary>Id of the condition that nobody looked after the longer period.</summary>
    internal const string TakeBackUnseen = "idle.take-back-unseen";

    /// <summary>Id of the condition that the longer period is over or not.</summary>
    internal const string TakeBack = "idle.take-back";

    /// <summary>Id of the condition that a delay still lasts, so that it is not over.</summary>
    internal const string TakeBackLasting = "idle.take-back-lasting";

    /// <summary>Id of the condition that delays which are still open could move it.</summary>
    internal const string TakeBackOpen = "idle.take-back-open";

    /// <summary>Id of the condition that building is late, though not for the full year.</summary>
    internal const string Late = "idle.start-overdue";

    public string Id => Rule;

    public Category? Leads => Category.Idle;

    public IReadOnlyList<NumberKey> Numbers { get; } =
    [
        LawNumbers.FullYears,
        LawNumbers.DeemedStartYears,
        LawNumbers.ExtensionYears,
        LawNumbers.FoundationShare,
        LawNumbers.TakeBackYears,
        LawNumbers.FeeShare,
    ];

    public IReadOnlyList<string> Clauses { get; } =
    ["idle.not-started", "idle.deemed-start", "idle.started", "idle.extension", "idle.delay", .. IdleMeasures.Clauses];

    public Outcome Judge(Judgement judgement)
    {
        if (judgement.Numbers.Find(LawNumbers.FullYears) is not { } years)
            return NotInForce(judgement, LawNumbers.FullYears);
        var supplied = NoteSupply(judgement);
        var beginning = Start.NoteBeginning(judgement, Start.NotBegun);
        var notBegun = beginning.Begun.Not();
        var start = StartDay.Of(judgement.Plot, judgement.Numbers);
        if (start.Day is not { } day)
        {
            var missing = judgement.Plot.Grant.ActualDelivery is null ? StartFields : StartOrYears;
            judgement.Note(Start.Id, Outcome.Undetermined, default, default, judgement.Own, missing);
            return supplied.And(notBegun).And(Outcome.Undetermined);
        }
        Start.Note(judgement, start, day);
        if (start.Basis == StartBasis.Supplement && notBegun != Outcome.NotMet)
            Restart.Note(judgement, years);
        var over = Period.Judge(judgement, Period.Year, day, years, out var clock);
        over = Period.JudgeUnsigned(judgement, over, day, start.Earlier, years);
        var looked = beginning.NotUntil;
        if (supplied.And(notBegun) == Outcome.Met && over == Outcome.NotMet && looked > day && clock.Standing is null)
        {
            judgement.Flags |= PlotFlags.StartOverdue;
            judgement.Note(Late, Outcome.Met, Fact.Of(looked), Fact.Of(day), judgement.Own);
        }
        else if (supplied == Outcome.Met && notBegun == Outcome.Undetermined && judgement.AsOf > day)
        {
            judgement.Flags |= over == Outcome.Met ? UnrecordedForYear : PlotFlags.StartUnrecorded;
            if (over == Outcome.Met && beginning.Doubt is null)
                NoteUnlessBegun(judgement, clock.Limit);
        }
        if (notBegun == Outcome.Met && over == Outcome.Met && looked <= clock.Limit)
            notBegun = NoteNobodyLooked(judgement, Doubts.NotBegunSince, looked, clock.Limit);
        var verdict = supplied.And(notBegun).And(over);
        if (verdict == Outcome.Met)
            judgement.Idleness = IdlenessOf(judgement, day, years, clock, looked);
        return verdict;
    }

    /// <summary>What is missing is named where the beginning is noted.</summary>
    private static void NoteUnlessBegun(Judgement judgement, DateOnly limit) =>
        judgement.Note(
            "idle.unless-begun",
            Outcome.Undetermined,
            Fact.Of(judgement.AsOf),
            Fact.Of(limit),
            judgement.Own
        );

    /// <summary>What was so when somebody looked may have ended before the period was over.</summary>
    private static Outcome NoteNobodyLooked(Judgement judgement, string id, DateOnly looked, DateOnly limit) =>
        judgement.Note(
            id,
            Outcome.Undetermined,
            Fact.Of(looked),
            Fact.Of(limit),
            judgement.Own,
            Milestone.Begun.Unseen
        );

    internal static Outcome NotInForce(Judgement judgement, NumberKey number) =>
        judgement.Note(
            "idle.in-force",
            Outcome.Undetermined,
            Fact.Of(judgement.AsOf),
            default,
            judgement.Own,
            [number]
        );

    internal static Outcome NoteSupply(Judgement judgement)
    {
        var supplied = Supply.Of(judgement.Plot);
        var stage = PlotFields.Stage.Of(judgement.Plot);
        var missing = supplied == Outcome.Undetermined ? StageField : null;
        return judgement.Note("idle.supplied", supplied, stage, default, judgement.Own, missing);
    }

    /// <summary>Recovery without compensation is due only where building had still not begun after the longer period.</summary>
    private static Idleness IdlenessOf(
        Judgement judgement,
        DateOnly day,
        Threshold years,
        Clock clock,
        DateOnly notUntil
    )
    {
        var cause = OpenDelays.CauseOf(judgement, day, years.Whole, clock);
        var since = OpenDelays.NoteSince(judgement, day, years.Whole, clock);
        var takeBack = judgement.Numbers.Find(LawNumbers.TakeBackYears) is { } longer
            ? NoteTakeBack(judgement, day, longer, clock, notUntil, cause)
            : Outcome.NotMet;
        RestCause.Note(judgement, since, cause, clock.Limit > FullYears.LastDay(day, years.Whole));
        return new(since, cause, takeBack == Outcome.Met, takeBack == Outcome.Undetermined, PartlyDeveloped: false);
    }

    /// <summary>
    /// The longer period, where art. 14 may follow or delays moved it; those that came after the first period are told here. Undetermined where
    /// delays that are open could move it.
    /// </summary>
    private static Outcome NoteTakeBack(
        Judgement judgement,
        DateOnly day,
        Threshold years,
        Clock first,
        DateOnly notUntil,
        Cause cause
    )
    {
        var longer = Period.RunLonger(judgement, day, years, first);
        if (longer.Standing is { } standing)
            return judgement.Note(
                TakeBackLasting,
                Outcome.NotMet,
                Fact.Of(judgement.AsOf),
                Fact.Of(standing.From),
                years.Source
            );
        var over = Outcomes.Of(longer.RanOutBy(judgement.AsOf));
        if (cause is Cause.Holder or Cause.NotEstablished || longer.Limit > FullYears.LastDay(day, years.Whole))
            judgement.Note(TakeBack, over, Fact.Of(judgement.AsOf), Fact.Of(longer.Limit), years.Source);
        if (over == Outcome.NotMet)
            return over;
        if (longer.RanOutBy(notUntil))
            return OpenDelays.NoteDoubt(judgement, TakeBackOpen, day, years.Whole) ?? over;
        NoteNobodyLooked(judgement, TakeBackUnseen, notUntil, longer.Limit);
        return Outcome.NotMet;
    }
}
