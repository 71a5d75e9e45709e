using LandLedger.Fields;

namespace LandLedger.Rules.IdleLand;

/// <summary>
/// Whether building had begun (动工开发) on the day judged. What the department recorded stands, unless the facts of art. 30
/// deny it; where record and facts cannot both be right, nobody decides but the officer.
/// </summary>
/// <param name="Begun">By the day judged.</param>
/// <param name="Record">What is recorded of it.</param>
/// <param name="NotUntil">The last day up to which it is known that nothing had begun, at most the day judged; for what had not begun by then.</param>
/// <param name="ByGroundwork">Whether the facts of art. 30 say so, not the record.</param>
/// <param name="Doubt">The facts that cannot all be right, or null.</param>
internal readonly record struct Beginning(
    Outcome Begun,
    Happened Record,
    DateOnly NotUntil,
    bool ByGroundwork,
    IReadOnlyList<Field>? Doubt
)
{
    public static Beginning Of(Progress progress, Groundwork? groundwork, DateOnly asOf)
    {
        var record = Happened.Begun(progress);
        var recorded = record.By(asOf);
        var facts = groundwork?.Begun ?? Outcome.Undetermined;
        if (recorded == Outcome.Undetermined && record.IsContradictory)
            return Contradiction(record, record.Milestone.Contradiction);
        if (recorded == Outcome.NotMet && Denying(progress, record, asOf) is { } other)
            return Contradiction(record, [record.Field, other]);
        if (recorded != Outcome.Met && Implying(progress, asOf) is not null)
            recorded = Outcome.Met;
        var notUntil = record.NotUntil(asOf);
        if (facts == Outcome.NotMet && groundwork!.Value.NotUntil(asOf) is var byFacts && byFacts > notUntil)
            notUntil = byFacts;
        return (recorded, facts) switch
        {
            (Outcome.Undetermined, _) => new(facts, record, notUntil, facts != Outcome.Undetermined, null),
            (Outcome.NotMet, Outcome.Met) when record.On is null => Contradiction(
                record,
                [record.Field, groundwork!.Value.WorksField],
                byGroundwork: true
            ),
            (Outcome.Met, Outcome.NotMet) when InUse(progress, asOf) is { } used => Contradiction(
                record,
                [groundwork!.Value.DenyingField, used],
                byGroundwork: true
            ),
            // What is denied by the works that somebody saw is known up to that look and no longer.
            (Outcome.Met, Outcome.NotMet) => new(
                Outcome.NotMet,
                record,
                groundwork!.Value.NotUntil(asOf),
                ByGroundwork: true,
                null
            ),
            _ => new(recorded, record, notUntil, ByGroundwork: false, null),
        };
    }

    /// <summary>What says that building had begun though the record denies it.</summary>
    public static Field? Denying(Progress progress, Happened begun, DateOnly asOf) =>
        begun.On is null ? Implying(progress, begun.Seen ?? DateOnly.MaxValue) : Implying(progress, asOf);

    private static Beginning Contradiction(Happened record, IReadOnlyList<Field> doubt, bool byGroundwork = false) =>
        new(Outcome.Undetermined, record, default, byGroundwork, doubt);

    /// <summary>What is completed, in production or was stopped by a day had begun by then.</summary>
    private static Field? Implying(Progress progress, DateOnly day) =>
        InUse(progress, day) is { } used ? used
        : Stop.Was(progress, day)
            ? progress.SuspendedOn is null ? PlotFields.Suspended
                : PlotFields.SuspendedOn
        : null;

    private static Field? InUse(Progress progress, DateOnly day)
    {
        var completed = Happened.Completed(progress);
        if (completed.By(day) == Outcome.Met)
            return completed.Field;
        var producing = Happened.InProduction(progress);
        return producing.By(day) == Outcome.Met ? producing.Field : null;
    }
}
