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
        Condition? shown = null;
        foreach (var condition in finding.Conditions)
        {
            if (condition.Outcome != finding.Verdict)
                continue;
            shown ??= condition;
            if (!condition.Limit.IsKnown)
                continue;
            shown = condition;
            break;
        }
        return shown is { } decisive ? Sentence.Of(decisive, row.Plot, row.Texts) : null;
    }

    public static string? Clause(DisposalRow row) =>
        row.Decisive?.Clause is { } clause ? Sentence.Of(clause, row.Evaluation.Rules, row.Texts) : null;
}
