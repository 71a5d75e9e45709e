using LandLedger.Rules;

namespace LandLedger.Disposal;

/// <summary>
/// The sentence and the article that stand in a list: value against limit of the finding that decided, in the words of
/// <see cref="Sentence"/>, which the explanation of the plot uses too.
/// </summary>
public static class Reason
{
    /// <summary>The first condition that came out as the finding did and has a limit; the first of them where none has.</summary>
    public static string? Of(DisposalRow row)
    {
        if (row.Decisive is not { } finding)
            return null;
        var conditions = finding.Conditions.AsSpan();
        var shown = -1;
        for (var i = 0; i < conditions.Length; i++)
        {
            if (conditions[i].Outcome != finding.Verdict)
                continue;
            if (shown < 0)
                shown = i;
            if (!conditions[i].Limit.IsKnown)
                continue;
            shown = i;
            break;
        }
        return shown < 0 ? null : Sentence.Of(conditions[shown], row.Plot, row.Texts);
    }

    public static string? Clause(DisposalRow row) =>
        row.Decisive?.Clause is { } clause ? Sentence.Of(clause, row.Evaluation.Rules, row.Texts) : null;
}
