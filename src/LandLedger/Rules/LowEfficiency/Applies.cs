using LandLedger.Fields;
using LandLedger.Rules.IdleLand;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>The conditions that come before a rule on low efficiency: whose land it is about, and whether anything stands there.</summary>
internal static class Applies
{
    private static readonly Field[] UseField = [PlotFields.GrantedUse];
    private static readonly Field[] UseCodeField = [PlotFields.GrantedUseCode];

    /// <summary>Granted for industry or storage; for industry alone where the package says so for the rule.</summary>
    public static Outcome NoteWorkplace(Judgement judgement, string rule)
    {
        var use = judgement.Plot.GrantedUse;
        var outcome = (use?.Group ?? UseGroup.Unknown) switch
        {
            UseGroup.Unknown => Outcome.Undetermined,
            UseGroup.Storage => Outcomes.Of(!judgement.Numbers.Rules.IndustrialOnly.Contains(rule)),
            var group => Outcomes.Of(group.IsWorkplace()),
        };
        var missing =
            outcome != Outcome.Undetermined ? null
            : PlotFields.GrantedUseOf(use) == PlotFields.GrantedUse ? UseField
            : UseCodeField;
        return judgement.Note("low.workplace", outcome, Fact.Of(use?.Name), default, judgement.Own, missing);
    }

    /// <summary>Completed or in production. What has not begun, or is recorded as not completed, has no plant to be measured by.</summary>
    public static Outcome NoteBuilt(Judgement judgement)
    {
        var completed = Happened.Completed(judgement.Plot.Progress);
        return completed.Note(judgement, "low.built", Built(judgement), judgement.Own);
    }

    private static Outcome Built(Judgement judgement)
    {
        var (progress, asOf) = (judgement.Plot.Progress, judgement.AsOf);
        if (Happened.InProduction(progress).By(asOf) == Outcome.Met)
            return Outcome.Met;
        var completed = Completion.By(asOf, progress);
        return completed == Outcome.Undetermined && Start.IsDenied(judgement) ? Outcome.NotMet : completed;
    }

    /// <summary>
    /// How a rule comes out whose own fact nobody recorded: undetermined, or not judged where the package declares that the rule is judged
    /// only when recorded; both name the field.
    /// </summary>
    public static Outcome NoteUnrecorded(Judgement judgement, string rule, string id, Field[] missing) =>
        judgement.Numbers.Rules.OnlyWhenRecorded.Contains(rule)
            ? judgement.Note(rule, Outcome.NotJudged, default, default, judgement.Own, missing)
            : judgement.Note(id, Outcome.Undetermined, default, default, judgement.Own, missing);

    /// <summary>How a rule comes out whose own fact was seen only then: as one that nobody recorded, with the day of the look.</summary>
    public static Outcome NoteSeenLater(Judgement judgement, string rule, Field[] missing) =>
        Doubts.NoteSeenLater(
            judgement,
            judgement.Own,
            missing,
            judgement.Numbers.Rules.OnlyWhenRecorded.Contains(rule) ? Outcome.NotJudged : Outcome.Undetermined
        );
}
