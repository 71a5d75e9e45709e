using System.Collections.Frozen;
using LandLedger.Cases;
using LandLedger.Formats.Json;

namespace LandLedger.Service.Cases;

/// <summary>Why a step was refused, as an answer: with its place in the step, and the steps that may be taken instead.</summary>
internal static class StepProblem
{
    /// <summary>What stands in the way is how the case or the plot is, not what the step says.</summary>
    private static readonly FrozenSet<string> OfState = new[]
    {
        "not-allowed",
        "case-closed",
        "case-open",
        "charge-stands",
        "charge-unsure",
        "plot-ended",
        "plot-not-entered",
        "procedure-missing",
        "day-before-last",
        "rules-other",
        "not-taken",
        "day-not-reached",
        "fact-other",
        "mark-missing",
        "mark-set",
        "calendar-missing",
        "clock-suspended",
        "clock-not-running",
        "clock-running",
        "not-ended",
        "clock-running.nominal",
        "clock-run-out",
        "clock-run-out.nominal",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static Problem Of(StepRefusal refusal) =>
        new(CodeOf(refusal.Code), ("refusal", refusal.Code), ("place", refusal.Place))
        {
            Sentence = texts => refusal.In(texts.Language),
            More = json => CaseJson.WriteAllowed(json, refusal.Allowed),
        };

    private static string CodeOf(string refusal) =>
        refusal is "case-unknown" or "case-went-on" or "key-other" ? refusal
        : OfState.Contains(refusal) ? "step-not-allowed"
        : "step-wrong";
}
