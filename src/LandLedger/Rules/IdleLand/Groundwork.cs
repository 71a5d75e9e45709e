using LandLedger.Fields;

namespace LandLedger.Rules.IdleLand;

/// <summary>
/// The test of art. 30 on the facts of permit and foundation: building has begun when the permit is there and the pit is dug,
/// all piles are driven, or a third of other foundation works is done. Works that somebody saw done only after the day judged say
/// nothing of that day.
/// </summary>
internal readonly record struct Groundwork(
    Happened Permit,
    Outcome Permitted,
    string WorksId,
    Outcome Works,
    Fact WorksValue,
    Field WorksField,
    INeeded? WorksMissing
)
{
    public Outcome Begun => Permitted.And(Works);

    /// <summary>Which of permit and works says that building has not begun.</summary>
    public Field DenyingField => Permitted == Outcome.NotMet ? Permit.Field : WorksField;

    public static bool IsKnown(Progress progress) =>
        progress.Permit is not null
        || progress.PermitOn is not null
        || progress.Foundation != FoundationKind.Unknown
        || progress.PitShare is not null
        || progress.PilesDriven is not null
        || progress.PilesTotal is not null
        || progress.FoundationShare is not null;

    public static Groundwork Of(Progress progress, Thresholds numbers)
    {
        var permit = Happened.Permit(progress);
        var permitted = permit.By(numbers.AsOf);
        var (id, works, value, field, missing) = progress.Foundation switch
        {
            FoundationKind.DeepPit => Pit(progress),
            FoundationKind.Piled => Piles(progress),
            FoundationKind.Other => Foundation(progress, numbers),
            _ => ("idle.foundation-kind", Outcome.Undetermined, default, PlotFields.Foundation, PlotFields.Foundation),
        };
        return works == Outcome.Met && progress.ObservedOn is { } seen && seen > numbers.AsOf
            ? new(permit, permitted, Doubts.SeenLater, Outcome.Undetermined, Fact.Of(seen), field, PlotFields.BegunOn)
            : new(permit, permitted, id, works, value, field, missing);
    }

    /// <summary>The last day up to which the facts say that nothing had begun; for facts that say so of the day judged.</summary>
    public DateOnly NotUntil(DateOnly asOf) =>
        Permitted == Outcome.NotMet ? Permit.NotUntil(asOf)
        : Permit.Seen < asOf ? Permit.Seen.Value
        : asOf;

    /// <summary>What to ask for where the facts do not tell.</summary>
    public IReadOnlyList<INeeded> Needed
    {
        get
        {
            INeeded[] works = WorksMissing is { } missing ? [missing] : [];
            return Permitted == Outcome.Undetermined ? [.. Permit.Needed, .. works] : works;
        }
    }

    /// <summary>What says that a pit is dug out or all piles are driven, which no number of law is needed for; else null.</summary>
    public static Field? Finished(Progress progress)
    {
        var (_, works, _, field, _) = progress.Foundation switch
        {
            FoundationKind.DeepPit => Pit(progress),
            FoundationKind.Piled => Piles(progress),
            _ => default,
        };
        return works == Outcome.Met ? field : null;
    }

    private static (string, Outcome, Fact, Field, INeeded?) Pit(Progress progress) =>
        progress.PitShare is { } share
            ? ("idle.pit", Outcomes.Of(share >= 1), Fact.Of(share, Unit.Share), PlotFields.PitShare, null)
            : ("idle.pit", Outcome.Undetermined, default, PlotFields.PitShare, PlotFields.PitShare);

    private static (string, Outcome, Fact, Field, INeeded?) Piles(Progress progress)
    {
        var field = PlotFields.PilesDriven;
        var driven = Fact.Of(progress.PilesDriven, Unit.Count);
        if (progress.PilesTotal is not > 0)
            return ("idle.piles", Outcome.Undetermined, driven, field, PlotFields.PilesTotal);
        return progress.PilesDriven is { } count
            ? ("idle.piles", Outcomes.Of(count >= progress.PilesTotal), driven, field, null)
            : ("idle.piles", Outcome.Undetermined, default, field, PlotFields.PilesDriven);
    }

    private static (string, Outcome, Fact, Field, INeeded?) Foundation(Progress progress, Thresholds numbers)
    {
        var field = PlotFields.FoundationShare;
        if (progress.FoundationShare is not { } share)
            return ("idle.foundation", Outcome.Undetermined, default, field, field);
        var value = Fact.Of(share, Unit.Share);
        return numbers.Find(LawNumbers.FoundationShare) is { } needed
            ? ("idle.foundation", Outcomes.Of(!needed.IsAbove(share)), value, field, null)
            : ("idle.foundation", Outcome.Undetermined, value, field, LawNumbers.FoundationShare);
    }
}
