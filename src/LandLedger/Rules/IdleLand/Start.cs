using LandLedger.Fields;

namespace LandLedger.Rules.IdleLand;

/// <summary>Notes the start day with its basis, and whether building has begun with the facts of art. 30 behind it.</summary>
internal static class Start
{
    /// <summary>Id of the condition that names the start day, with what it is taken from as its limit.</summary>
    internal const string Id = "idle.start";

    /// <summary>Id of the condition that a supplement put the start off by more than an extension lasts.</summary>
    internal const string Extension = "idle.extension";

    /// <summary>Id of the condition that the ledger says begun and the works of art. 30 do not.</summary>
    internal const string ByWorks = NotBegun + ".by-works";

    /// <summary>Id of the condition that nothing has begun.</summary>
    internal const string NotBegun = "idle.not-begun";

    /// <summary>Id of the condition that nothing had begun when somebody looked.</summary>
    internal const string SeenNotBegun = "idle.seen-not-begun";

    /// <summary>Id of the condition that building has begun.</summary>
    internal const string Begun = "idle.begun";

    internal const string Deemed = "deemed";
    internal const string BySupplement = "supplement";

    public static void Note(Judgement judgement, StartDay start, DateOnly day)
    {
        var (basis, clause) = start.Basis switch
        {
            StartBasis.Deemed => (Deemed, judgement.Clause("idle.deemed-start")),
            StartBasis.Supplement => (BySupplement, judgement.Clause("idle.extension")),
            _ => ("agreed", judgement.Own),
        };
        judgement.Note(Id, Outcome.Met, Fact.Of(day), Fact.Of(basis), clause);
        if (
            start.Former is { } former
            && judgement.Numbers.Find(LawNumbers.ExtensionYears) is { } years
            && day > FullYears.LastDay(former, years.Whole)
        )
        {
            var latest = Fact.Of(FullYears.LastDay(former, years.Whole));
            var rule = judgement.Numbers.Clause("idle.extension", years);
            judgement.Note(Extension, Outcome.Met, Fact.Of(day), latest, rule);
            judgement.Flags |= PlotFlags.StartPutOff;
        }
    }

    /// <summary>
    /// Whether building has begun. <paramref name="id"/> is noted the way round that its rule needs: <see cref="NotBegun"/> is met when
    /// nothing has begun. The facts of art. 30 are noted where the answer rests on them, the day of the look where it rests on that.
    /// </summary>
    public static Beginning NoteBeginning(Judgement judgement, string id)
    {
        var (groundwork, beginning) = Of(judgement);
        var record = beginning.Record;
        var clause = beginning.ByGroundwork ? judgement.Clause("idle.started") : judgement.Own;
        var outcome = id == NotBegun ? beginning.Begun.Not() : beginning.Begun;
        if (beginning.Doubt is { } doubt)
            judgement.Note(Doubts.Contradiction, outcome, record.Value, default, clause, doubt);
        else if (outcome != Outcome.Undetermined)
            NoteKnown(judgement, id, outcome, beginning, clause);
        else if (groundwork is null && !record.Value.IsKnown)
            judgement.Note("idle.beginning", outcome, default, default, clause, record.Needed);
        else if (groundwork is { } facts && !record.IsSeenAfter(judgement.AsOf))
            judgement.Note(id, outcome, record.Value, default, clause, facts.Needed);
        else
            record.Note(judgement, id, outcome, clause);
        if (groundwork is { } known && (beginning.ByGroundwork || beginning.Begun == Outcome.Undetermined))
            NoteGroundwork(judgement, known);
        return beginning;
    }

    /// <summary>
    /// Whether nothing had begun by the day judged: by the record, or, where that does not tell, by permit and works. What is recorded as
    /// begun may stand and be used, even where the law denies that it has begun; a record that other facts contradict denies nothing.
    /// </summary>
    public static bool IsDenied(Judgement judgement) =>
        Happened.Begun(judgement.Plot.Progress).By(judgement.AsOf) != Outcome.Met
        && Of(judgement).Beginning.Begun == Outcome.NotMet;

    /// <summary>The last day up to which it is known that nothing had begun; null where that <see cref="IsDenied"/> not.</summary>
    public static DateOnly? DeniedUntil(Judgement judgement) =>
        IsDenied(judgement) ? Of(judgement).Beginning.NotUntil : null;

    private static (Groundwork? Groundwork, Beginning Beginning) Of(Judgement judgement) =>
        judgement.Building ??= Look(judgement);

    private static (Groundwork?, Beginning) Look(Judgement judgement)
    {
        var progress = judgement.Plot.Progress;
        Groundwork? groundwork = Groundwork.IsKnown(progress) ? Groundwork.Of(progress, judgement.Numbers) : null;
        return (groundwork, Beginning.Of(progress, groundwork, judgement.AsOf));
    }

    private static void NoteKnown(
        Judgement judgement,
        string id,
        Outcome outcome,
        in Beginning beginning,
        LawReference clause
    )
    {
        var record = beginning.Record;
        var byLook = beginning.Begun == Outcome.NotMet && !beginning.ByGroundwork && record.On is null;
        if (beginning is { ByGroundwork: true, Begun: Outcome.NotMet } && record.By(judgement.AsOf) == Outcome.Met)
            judgement.Note(id + ".by-works", outcome, record.Value, default, clause);
        else if (byLook && record.Seen is { } seen)
            judgement.Note(SeenNotBegun, outcome, Fact.Of(seen), default, clause);
        else
            judgement.Note(id, outcome, record.Value, default, clause);
    }

    private static void NoteGroundwork(Judgement judgement, Groundwork groundwork)
    {
        var clause = judgement.Clause("idle.started");
        groundwork.Permit.Note(judgement, "idle.permit", groundwork.Permitted, clause);
        var share = judgement.Numbers.Find(LawNumbers.FoundationShare);
        var limit = groundwork.WorksId switch
        {
            "idle.pit" => Fact.Of(1m, Unit.Share),
            "idle.piles" => PlotFields.PilesTotal.Of(judgement.Plot),
            "idle.foundation" => Fact.Of(share?.Value, Unit.Share),
            Doubts.SeenLater => Fact.Of(judgement.AsOf),
            _ => default,
        };
        var works = groundwork.WorksId == "idle.foundation" ? judgement.Numbers.Clause("idle.started", share) : clause;
        judgement.Note(
            groundwork.WorksId,
            groundwork.Works,
            groundwork.WorksValue,
            limit,
            works,
            groundwork.WorksId == Doubts.SeenLater ? Milestone.Begun.Undated : null
        );
    }
}
