using LandLedger.Fields;

namespace LandLedger.Rules.IdleLand;

/// <summary>
/// Whether building had begun (动工开发) on the day judged. What the department recorded stands, unless the facts of art. 30
/// deny it; where record and facts cannot both be right, nobody decides but the officer.
/// </summary>
internal readonly record struct Beginning(Outcome Begun, Fact Value, bool ByGroundwork, IReadOnlyList<INeeded> Missing)
{
    private static readonly Field[] Record = [PlotFields.Begun];

    public static Beginning Of(Progress progress, Groundwork? groundwork, DateOnly asOf)
    {
        var recorded = Recorded(progress, asOf);
        var value = Happened.Value(progress.Begun, progress.BegunOn);
        var facts = groundwork?.Begun ?? Outcome.Undetermined;
        return (recorded, facts) switch
        {
            (Outcome.Undetermined, Outcome.Undetermined) => new(
                Outcome.Undetermined,
                value,
                ByGroundwork: false,
                groundwork is { } known ? Needed(known) : Record
            ),
            (Outcome.Undetermined, _) => new(facts, value, ByGroundwork: true, []),
            (Outcome.NotMet, Outcome.Met) when progress.BegunOn is null => Contradiction(value),
            (Outcome.NotMet, _) when progress.BegunOn is null && InUse(progress, asOf) => Contradiction(value),
            (Outcome.Met, Outcome.NotMet) when InUse(progress, asOf) => Contradiction(value),
            (Outcome.Met, Outcome.NotMet) => new(Outcome.NotMet, value, ByGroundwork: true, []),
            _ => new(recorded, value, ByGroundwork: false, []),
        };
    }

    private static Beginning Contradiction(Fact value) => new(Outcome.Undetermined, value, ByGroundwork: true, Record);

    /// <summary>The record itself, or what it implies: what is completed, in production or suspended was begun.</summary>
    private static Outcome Recorded(Progress progress, DateOnly asOf)
    {
        if (progress.BegunOn is { } day)
            return Outcomes.Of(day <= asOf);
        if (progress.Begun is { } begun)
            return Outcomes.Of(begun);
        var suspended = Happened.By(asOf, progress.Suspended, progress.SuspendedOn) == Outcome.Met;
        return suspended || InUse(progress, asOf) ? Outcome.Met : Outcome.Undetermined;
    }

    private static bool InUse(Progress progress, DateOnly asOf) =>
        Happened.By(asOf, progress.Completed, progress.CompletedOn) == Outcome.Met
        || Happened.By(asOf, progress.InProduction, progress.InProductionOn) == Outcome.Met;

    private static INeeded[] Needed(Groundwork groundwork)
    {
        if (groundwork.Permit != Outcome.Undetermined)
            return groundwork.WorksMissing is { } works ? [works] : [];
        return groundwork.WorksMissing is { } both ? [PlotFields.Permit, both] : [PlotFields.Permit];
    }
}
