using LandLedger.Fields;

namespace LandLedger.Rules.IdleLand;

/// <summary>Ids of the conditions that say why facts which are on record do not tell (存疑).</summary>
internal static class Doubts
{
    /// <summary>Two facts cannot both be right.</summary>
    public const string Contradiction = "facts.contradiction";

    /// <summary>Somebody looked only after the day judged.</summary>
    public const string SeenLater = "facts.seen-later";

    /// <summary>The contract was signed only after the day judged.</summary>
    public const string GrantedLater = "facts.granted-later";

    /// <summary>Somebody looked before the period was over, and nobody since.</summary>
    public const string NotBegunSince = "facts.not-begun-since";
    public const string NotCompletedSince = "facts.not-completed-since";
    public const string StoppedSince = "facts.stopped-since";
    public const string NotStoppedSince = "facts.not-stopped-since";

    /// <summary>Whether somebody looked at the plot only after the day judged.</summary>
    public static bool IsSeenLater(Judgement judgement) => judgement.Plot.Progress.ObservedOn > judgement.AsOf;

    /// <summary>Notes what nobody had looked at by the day judged: a look after it does not tell.</summary>
    public static Outcome NoteSeenLater(
        Judgement judgement,
        LawReference clause,
        Field[] missing,
        Outcome outcome = Outcome.Undetermined
    ) =>
        judgement.Note(
            SeenLater,
            outcome,
            Fact.Of(judgement.Plot.Progress.ObservedOn),
            Fact.Of(judgement.AsOf),
            clause,
            missing
        );
}
