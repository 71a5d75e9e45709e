using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Rules.UseChange;

/// <summary>
/// Land put to another kind of use than granted, wholly or in part, without approval. Whether industry, storage and mining are one kind the package
/// says, and the finding names it. Where nothing is used yet, nothing has changed.
/// </summary>
public sealed class UseChanged : IRule
{
    /// <summary>How many kinds of use industry, storage and mining are: 1 where a change among them is none; each its own where no number says so.</summary>
    internal static readonly NumberKey WorkplaceKinds = new("use.workplace-kinds", Unit.Count, Required: false);

    private static readonly Field[] ApprovedField = [PlotFields.UseChangeApproved];
    private static readonly Field[] ActualField = [PlotFields.ActualUse];
    private static readonly Field[] ContradictingFields = [PlotFields.ChangedMu, PlotFields.ActualUse];

    private const string SameKind = "use.same-kind";

    public string Id => "use.changed";

    public Category? Leads => Category.UseChanged;

    public IReadOnlyList<NumberKey> Numbers { get; } = [WorkplaceKinds];

    public IReadOnlyList<string> Clauses { get; } = ["use.changed", .. UseMeasures.Clauses];

    public Outcome Judge(Judgement judgement)
    {
        var changed = NoteChanged(judgement, judgement.Own);
        // Approval is asked for once a change is known; before that it matters only where it is already on record.
        var matters = changed == Outcome.Met || judgement.Plot.UseChangeApproved is not null;
        return changed != Outcome.NotMet && matters ? changed.And(NoteNotApproved(judgement)) : changed;
    }

    private static Outcome NoteChanged(Judgement judgement, LawReference clause)
    {
        var plot = judgement.Plot;
        var (granted, actual) = (plot.GrantedUse, plot.ActualUse);
        if (Doubts.IsSeenLater(judgement) && (actual is not null || plot.ChangedArea is not null))
            return IsUnused(judgement)
                ? NoteUnused(judgement, clause)
                : Doubts.NoteSeenLater(judgement, clause, ActualField);
        if (plot.ChangedArea is { Mu: > 0 } part)
            return judgement.Note("use.changed-area", Outcome.Met, Fact.Of(part), Fact.Of(plot.StatedArea), clause);
        if (actual is null && plot.ChangedArea is { } none)
            return judgement.Note("use.changed-area", Outcome.NotMet, Fact.Of(none), Fact.Of(plot.StatedArea), clause);
        if (actual is null && IsUnused(judgement))
            return NoteUnused(judgement, clause);
        if (plot.ChangedArea is { Mu: 0 } && Differs(granted, actual, areOneKind: true) == Outcome.Met)
            return judgement.Note(
                "use.contradiction",
                Outcome.Undetermined,
                Fact.Of(actual!.Name),
                Fact.Of(granted!.Name),
                clause,
                ContradictingFields
            );
        var kinds = judgement.Numbers.Find(WorkplaceKinds);
        var outcome = Differs(granted, actual, areOneKind: kinds?.Value == 1);
        var id =
            outcome == Outcome.Undetermined && (granted is { IsAmbiguous: true } || actual is { IsAmbiguous: true })
                ? "use.code-ambiguous"
            : outcome == Outcome.NotMet && granted!.Group != actual!.Group && granted.Name != actual.Name ? SameKind
            : "use.differs";
        var missing = outcome == Outcome.Undetermined ? Missing(granted, actual) : null;
        var source = id == SameKind ? kinds!.Source : clause;
        return judgement.Note(id, outcome, Fact.Of(actual?.Name), Fact.Of(granted?.Name), source, missing);
    }

    private static Outcome NoteUnused(Judgement judgement, LawReference clause) =>
        judgement.Note("use.none-yet", Outcome.NotMet, default, default, clause);

    private static Outcome Differs(LandUse? granted, LandUse? actual, bool areOneKind)
    {
        if (granted is null || actual is null)
            return Outcome.Undetermined;
        if (string.Equals(granted.Name, actual.Name, StringComparison.Ordinal))
            return Outcome.NotMet;
        return granted.Group == UseGroup.Unknown || actual.Group == UseGroup.Unknown
            ? Outcome.Undetermined
            : Outcomes.Of(
                areOneKind ? !UseGroups.SameKind(granted.Group, actual.Group) : granted.Group != actual.Group
            );
    }

    /// <summary>Last seen as not in production; or, where production is not spoken of, as not completed or not begun.</summary>
    private static bool IsUnused(Judgement judgement)
    {
        var (progress, asOf) = (judgement.Plot.Progress, judgement.AsOf);
        var producing = Happened.InProduction(progress).By(asOf);
        if (producing != Outcome.Undetermined)
            return producing == Outcome.NotMet;
        var completed = Happened.Completed(progress).By(asOf);
        return completed == Outcome.NotMet || (completed == Outcome.Undetermined && Start.IsDenied(judgement));
    }

    private static Field[] Missing(LandUse? granted, LandUse? actual)
    {
        var (ofGranted, ofActual) = (PlotFields.GrantedUseOf(granted), PlotFields.ActualUseOf(actual));
        return (granted?.Group ?? UseGroup.Unknown, actual?.Group ?? UseGroup.Unknown) switch
        {
            (UseGroup.Unknown, UseGroup.Unknown) => [ofGranted, ofActual],
            (UseGroup.Unknown, _) => [ofGranted],
            _ => [ofActual],
        };
    }

    private Outcome NoteNotApproved(Judgement judgement)
    {
        var approved = judgement.Plot.UseChangeApproved;
        var missing = approved is null ? ApprovedField : null;
        return judgement.Note(
            "use.not-approved",
            Outcomes.Of(approved).Not(),
            Fact.Of(approved),
            default,
            judgement.Own,
            missing
        );
    }
}
