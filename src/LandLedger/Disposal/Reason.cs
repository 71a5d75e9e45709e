using LandLedger.Rules;

namespace LandLedger.Disposal;

/// <summary>The sentence and the article that stand in a list: value against limit of the finding that decided.</summary>
internal static class Reason
{
    public static string? Of(DisposalRow row)
    {
        if (row.Decisive is not { } finding)
            return null;
        Condition? shown = null;
        foreach (var condition in finding.Conditions)
        {
            if (condition.Outcome != finding.Verdict)
                continue;
            shown = condition;
            if (condition.Limit.IsKnown)
                break;
        }
        return shown is { } decisive ? Sentence.Of(decisive, row.Plot, row.Texts) : null;
    }

    public static string? Clause(DisposalRow row) =>
        row.Decisive?.Clause is { } clause ? Title(row, clause) + " " + clause.Article : null;

    private static string Title(DisposalRow row, LawReference clause) =>
        row.Evaluation.Rules.Instruments.GetValueOrDefault(clause.Instrument)?.Title[Tag(row.Texts)]
        ?? clause.Instrument;

    private static string Tag(Texts texts) => texts.Language == Language.Chinese ? "zh" : "en";
}
