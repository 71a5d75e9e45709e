using LandLedger.Fields;

namespace LandLedger.Rules.IdleLand;

/// <summary>
/// The test of art. 30 on the facts of permit and foundation: building has begun when the permit is there and the pit is dug,
/// all piles are driven, or a third of other foundation works is done.
/// </summary>
internal readonly record struct Groundwork(
    Outcome Permit,
    Fact PermitValue,
    Outcome Works,
    Fact WorksValue,
    string WorksId,
    INeeded? WorksMissing
)
{
    public Outcome Begun => Permit.And(Works);

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
        var permit = Happened.By(numbers.AsOf, progress.Permit, progress.PermitOn);
        var permitValue = Happened.Value(progress.Permit, progress.PermitOn);
        var (id, works, value, missing) = progress.Foundation switch
        {
            FoundationKind.DeepPit => Pit(progress),
            FoundationKind.Piled => Piles(progress),
            FoundationKind.Other => Foundation(progress, numbers),
            _ => ("idle.foundation-kind", Outcome.Undetermined, Fact.Unknown, PlotFields.Foundation),
        };
        return new(permit, permitValue, works, value, id, missing);
    }

    private static (string, Outcome, Fact, INeeded?) Pit(Progress progress) =>
        progress.PitShare is { } share
            ? ("idle.pit", Outcomes.Of(share >= 1), Fact.Of(share, Unit.Share), null)
            : ("idle.pit", Outcome.Undetermined, Fact.Unknown, PlotFields.PitShare);

    private static (string, Outcome, Fact, INeeded?) Piles(Progress progress)
    {
        if (progress.PilesTotal is not > 0)
            return (
                "idle.piles",
                Outcome.Undetermined,
                Fact.Of(progress.PilesDriven, Unit.Count),
                PlotFields.PilesTotal
            );
        return progress.PilesDriven is { } driven
            ? ("idle.piles", Outcomes.Of(driven >= progress.PilesTotal), Fact.Of(driven, Unit.Count), null)
            : ("idle.piles", Outcome.Undetermined, Fact.Unknown, PlotFields.PilesDriven);
    }

    private static (string, Outcome, Fact, INeeded?) Foundation(Progress progress, Thresholds numbers)
    {
        if (progress.FoundationShare is not { } share)
            return ("idle.foundation", Outcome.Undetermined, Fact.Unknown, PlotFields.FoundationShare);
        var value = Fact.Of(share, Unit.Share);
        return numbers.Find(LawNumbers.FoundationShare) is { } needed
            ? ("idle.foundation", Outcomes.Of(!needed.IsAbove(share)), value, null)
            : ("idle.foundation", Outcome.Undetermined, value, LawNumbers.FoundationShare);
    }
}
