using LandLedger.Fields;
using LandLedger.Rules;

namespace LandLedger.Formats.Json;

/// <summary>The sentence of a condition, or null where it has none.</summary>
internal static class Sentences
{
    public static string? Of(Condition condition, Evaluation evaluation, Texts texts) =>
        texts.Find("condition." + condition.Id + "." + Codes.Of(condition.Outcome));
}
