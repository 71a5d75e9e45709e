using System.Collections.Frozen;
using LandLedger.Issuing;

namespace LandLedger.Service.Lists;

/// <summary>Why a list was not issued, or a step about one not taken, as an answer with its place in the body.</summary>
internal static class ListProblem
{
    /// <summary>What stands in the way is how the list or the store is, not what the body says.</summary>
    private static readonly FrozenSet<string> OfState = new[]
    {
        "closed",
        "day-before-last",
        "empty",
        "objection-decided",
        "objections-open",
        "period-running",
        "published",
        "rules-other",
        "rules-differ",
        "rules-missing",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static Problem Of(ListRefusal refusal) =>
        new(CodeOf(refusal.Code), ("refusal", refusal.Code), ("place", refusal.Place))
        {
            Sentence = texts => refusal.In(texts.Language),
        };

    private static string CodeOf(string refusal) =>
        refusal == "key-other" ? refusal
        : refusal is "unknown" or "went-on" ? "list-" + refusal
        : OfState.Contains(refusal) ? "list-not-allowed"
        : "list-wrong";
}
