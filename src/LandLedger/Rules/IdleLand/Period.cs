using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Rules.IdleLand;

/// <summary>Judges whether a period is over, and notes the limit day and each delay with what became of it.</summary>
internal static class Period
{
    /// <summary>Id of the condition that a period is over from the start day.</summary>
    internal const string Year = "idle.year-passed";

    private const string Deducted = "idle.delay-deducted";
    private const string DeductedDays = "idle.delay-days";
    private const string Lasting = "idle.delay-lasting";
    private const string LastingUndated = "idle.delay-lasting-undated";
    private const string ByCase = "idle.delay-case";
    private const string Holders = "idle.delay-holder";
    private const string HoldersOver = "idle.delay-holder-over";
    private const string HoldersLater = "idle.delay-holder-later";

    private static readonly Field[] FromField = [RowFields.DelayFrom];
    private static readonly Field[] SignedField = [RowFields.SupplementOn];

    /// <summary>
    /// Undetermined only where a delay without a beginning could turn the result. <paramref name="clock"/> is the one that
    /// counts in the holder's favour.
    /// </summary>
    public static Outcome Judge(Judgement judgement, string id, DateOnly happened, Threshold years, out Clock clock)
    {
        var outcome = Outcome.Undetermined;
        if (judgement.Plot.Delays.Count == 0)
        {
            clock = Clock.Run(happened, years.Whole, [], judgement.AsOf);
            outcome = Sure(judgement, Outcomes.Of(clock.RanOutBy(judgement.AsOf)), happened, years);
        }
        else
        {
            outcome = WithDelays(judgement, happened, years, out clock);
        }
        return judgement.Note(id, outcome, Fact.Of(judgement.AsOf), Fact.Of(clock.Limit), years.Source);
    }

    /// <summary>
    /// A period that is not over from the later of two days between which a supplement without a day of signing leaves the choice: undetermined
    /// where it is over from the earlier one.
    /// </summary>
    public static Outcome JudgeUnsigned(
        Judgement judgement,
        Outcome over,
        DateOnly later,
        DateOnly? earlier,
        Threshold years
    )
    {
        if (earlier is not { } day || over == Outcome.Undetermined)
            return over;
        var turns =
            over == Outcome.NotMet
            && Clock.Run(day, years.Whole, judgement.Plot.Delays, judgement.AsOf).RanOutBy(judgement.AsOf);
        judgement.Note(
            "facts.supplement-unsigned",
            turns ? Outcome.Undetermined : Outcome.Met,
            Fact.Of(day),
            Fact.Of(later),
            judgement.Own,
            turns ? SignedField : null
        );
        return turns ? Outcome.Undetermined : over;
    }

    /// <summary>Whether a condition says that days were taken off the period.</summary>
    internal static bool IsDeduction(in Condition condition) =>
        condition.Id is Deducted or DeductedDays or Lasting or LastingUndated;

    /// <summary>
    /// Whether a condition says which case established a delay, that one of the holder's is established, which takes nothing off, or of which days no
    /// cause is.
    /// </summary>
    internal static bool IsCause(in Condition condition) =>
        condition.Id is ByCase or Holders or HoldersOver or HoldersLater or RestCause.Id or RestCause.Days;

    /// <summary>A longer period from the same event; of the delays only those are noted that took no day from the first.</summary>
    public static Clock RunLonger(Judgement judgement, DateOnly happened, Threshold years, Clock first)
    {
        var delays = judgement.Plot.Delays;
        if (delays.Count == 0)
            return Clock.Run(happened, years.Whole, delays, judgement.AsOf);
        var clause = judgement.Clause("idle.delay");
        var longer = Clock.Run(
            happened,
            years.Whole,
            delays,
            judgement.AsOf,
            deducted: (delay, begun, ended) =>
            {
                if (delay.From > first.Limit)
                    NoteDeducted(judgement, delay, begun, ended, clause);
            }
        );
        if (longer.Standing is { } standing && !ReferenceEquals(standing, first.Standing))
            NoteLasting(judgement, standing, clause);
        return longer;
    }

    private static Outcome WithDelays(Judgement judgement, DateOnly happened, Threshold years, out Clock clock)
    {
        var delays = judgement.Plot.Delays;
        var clause = judgement.Clause("idle.delay");
        clock = Clock.Run(
            happened,
            years.Whole,
            delays,
            judgement.AsOf,
            deducted: (delay, first, last) => NoteDeducted(judgement, delay, first, last, clause)
        );
        NoteOthers(judgement, clock, clause);
        if (clock.RanOutBy(judgement.AsOf))
            return Sure(judgement, Outcome.Met, happened, years);
        var shorter = Clock.Run(happened, years.Whole, delays, judgement.AsOf, withUndated: false);
        return DelayLaw.IsUndated(delays) && shorter.RanOutBy(judgement.AsOf)
            ? judgement.Note("idle.delay-undated", Outcome.Undetermined, default, default, clause, FromField)
            : Outcome.NotMet;
    }

    /// <summary>How many days were taken off, and which: fewer than the delay has where it began before the start, or others took some of them.</summary>
    private static void NoteDeducted(
        Judgement judgement,
        Delay delay,
        DateOnly first,
        DateOnly last,
        LawReference clause
    )
    {
        var days = last.DayNumber - first.DayNumber + 1;
        judgement.Note(Deducted, Outcome.Met, Fact.Of(days, Unit.Day), Kind(delay), clause);
        judgement.Note(DeductedDays, Outcome.Met, Fact.Of(first), Fact.Of(last), clause);
        NoteCase(judgement, delay, clause);
    }

    private static void NoteLasting(Judgement judgement, Delay delay, LawReference clause)
    {
        if (delay.From is null)
            judgement.Note(LastingUndated, Outcome.Undetermined, default, Kind(delay), clause, FromField);
        else
            judgement.Note(Lasting, Outcome.Met, Fact.Of(delay.From), Kind(delay), clause);
        NoteCase(judgement, delay, clause);
    }

    /// <summary>Which case established a delay, where one did.</summary>
    private static void NoteCase(Judgement judgement, Delay delay, LawReference clause)
    {
        if (delay is { Established: true, Case: { } number })
            judgement.Note(ByCase, Outcome.Met, Fact.Of(number), Kind(delay), clause);
    }

    /// <summary>Over only where no open delay can still move the limit beyond the day judged.</summary>
    private static Outcome Sure(Judgement judgement, Outcome over, DateOnly happened, Threshold years) =>
        over == Outcome.Met ? OpenDelays.NoteDoubt(judgement, "idle.delay-open", happened, years.Whole) ?? over : over;

    private static void NoteOthers(Judgement judgement, Clock clock, LawReference clause)
    {
        foreach (var delay in judgement.Plot.Delays)
        {
            if (ReferenceEquals(delay, clock.Standing))
                NoteLasting(judgement, delay, clause);
            else if (delay.IsHolders())
                NoteHolders(judgement, delay, clock.Limit, clause);
            else if (delay.Kind == DelayKind.Holder)
                judgement.Note("idle.delay-claimed-holder", Outcome.NotMet, Fact.Of(delay.From), Kind(delay), clause);
            else if (!delay.IsDeductible())
                judgement.Note(Claimed(delay), Outcome.NotMet, Fact.Of(delay.From), Kind(delay), clause);
        }
    }

    /// <summary>Never deducted; and no cause of the idleness where its days have nothing to do with it.</summary>
    private static void NoteHolders(Judgement judgement, Delay delay, DateOnly limit, LawReference clause)
    {
        judgement.Note(Holders, Outcome.Met, Fact.Of(delay.From), Kind(delay), clause);
        NoteCase(judgement, delay, clause);
        if (delay.IsOver(limit))
            judgement.Note(HoldersOver, Outcome.NotMet, Fact.Of(delay.To), Fact.Of(limit), clause);
        else if (delay.IsLater(limit))
            judgement.Note(HoldersLater, Outcome.NotMet, Fact.Of(delay.From), Fact.Of(limit), clause);
    }

    private static string Claimed(Delay delay) =>
        delay.Established switch
        {
            true => "idle.delay-cause-unknown",
            false => "idle.delay-claimed",
            null => "idle.delay-not-decided",
        };

    private static Fact Kind(Delay delay) =>
        Fact.Of(delay.Kind == DelayKind.Unknown ? "unknown-delay" : CodeText.Of(delay.Kind));
}
