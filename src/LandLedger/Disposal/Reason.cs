using LandLedger.Rules;
using LandLedger.Rules.IdleLand;
using LandLedger.Rules.LowEfficiency;

namespace LandLedger.Disposal;

/// <summary>
/// The rules, articles and sentences that stand in a list for all that <see cref="DisposalRow.Decides"/>: value against limit of each
/// finding, in the words of <see cref="Sentence"/>, which the explanation of the plot uses too.
/// </summary>
public static class Reason
{
    private const int Own = 2;

    /// <summary>One sentence a finding, and one for each delay that was deducted.</summary>
    public static string? Of(DisposalRow row)
    {
        if (!row.HasReason)
            return null;
        string? reasons = null;
        for (var i = 0; i < row.Evaluation.Findings.Length; i++)
        {
            if (!row.Decides(i))
                continue;
            foreach (var condition in Said(row, row.Evaluation.Findings[i]))
                reasons = Joined(reasons, Sentence.Of(condition, row.Plot, row.Texts), row.Texts["list.semicolon"]);
        }
        return reasons;
    }

    /// <summary>The condition that is shown, and where days were taken off its period each delay that took some; of a late start then also the period.</summary>
    private static IEnumerable<Condition> Said(DisposalRow row, Finding finding)
    {
        if (Shown(row, finding) is not { } shown)
            yield break;
        yield return shown;
        for (var k = 0; k < finding.Conditions.Count; k++)
        {
            if (Adds(finding.Conditions[k], finding, shown))
                yield return finding.Conditions[k];
        }
        if (row.Plot.Delays.Count == 0)
            yield break;
        var moved = false;
        foreach (var condition in finding.Conditions.Where(condition => Period.IsDeduction(condition)))
        {
            moved = true;
            yield return condition;
        }
        if (moved && shown.Id == NotStarted.Late)
            yield return finding.Conditions.First(condition => condition.Id == Period.Year);
    }

    /// <summary>What a list must say beside: the year of a stop, why land is not yet to be recovered, and which years a tax is not of.</summary>
    private static bool Adds(in Condition condition, in Finding finding, in Condition shown) =>
        finding.Verdict == Outcome.Met
        && condition.Id != shown.Id
        && (
            condition.Id is Suspended.YearPassed or NotStarted.TakeBackUnseen or NotStarted.TakeBack or TaxTest.OldYear
            || OpenDelays.IsDoubtOfTakeBack(condition.Id)
        );

    /// <summary>The article of each finding.</summary>
    public static string? Clause(DisposalRow row)
    {
        if (!row.HasReason)
            return null;
        string? clauses = null;
        foreach (var (_, clause) in Clauses(row))
        {
            var text = Sentence.Of(clause, row.Evaluation.Rules, row.Texts);
            clauses = Joined(clauses, text, row.Texts["list.semicolon"]);
        }
        return clauses;
    }

    /// <summary>Codes of the rules, with commas.</summary>
    internal static string? Rules(DisposalRow row)
    {
        if (!row.HasReason)
            return null;
        string? rules = null;
        foreach (var (rule, _) in Clauses(row))
            rules = rules is null ? rule : rules + "," + rule;
        return rules;
    }

    /// <summary>
    /// The code of each rule with its clause; that of the county where the county's own number decided. What is only late to start is told by
    /// "start-overdue".
    /// </summary>
    public static IEnumerable<(string Rule, LawReference Clause)> Clauses(DisposalRow row)
    {
        for (var i = 0; i < row.Evaluation.Findings.Length; i++)
        {
            if (!row.Decides(i))
                continue;
            var finding = row.Evaluation.Findings[i];
            var rule = row.IsStartOverdue(finding) ? "start-overdue" : finding.Rule;
            var clause = finding.Clause;
            if (Shown(row, finding) is { } shown && shown.Clause.Instrument == row.Evaluation.Rules.OwnInstrument)
                clause = shown.Clause;
            yield return (rule, clause);
        }
    }

    /// <summary>
    /// The first condition that came out as the finding did and holds a value against a limit of its kind, up to the one that the rule is
    /// named after; else that one, else the first with a limit, else the first.
    /// </summary>
    private static Condition? Shown(DisposalRow row, in Finding finding)
    {
        var late = row.IsStartOverdue(finding);
        var conditions = finding.Conditions.AsSpan();
        var (shown, weight) = (-1, -1);
        for (var i = 0; i < conditions.Length && weight < Own; i++)
        {
            ref readonly var condition = ref conditions[i];
            var weighs =
                late ? (condition.Id == NotStarted.Late ? Own : -1)
                : condition.Outcome != finding.Verdict ? -1
                : Weight(condition, finding.Rule);
            if (weighs > weight)
                (shown, weight) = (i, weighs);
        }
        return shown < 0 ? null : conditions[shown];
    }

    private static int Weight(in Condition condition, string rule) =>
        IsAgainstLimit(condition) || condition.Id == rule ? Own
        : condition.Limit.IsKnown ? 1
        : 0;

    private static bool IsAgainstLimit(in Condition condition) =>
        condition.Limit.IsKnown
        && condition.Limit.Kind == condition.Value.Kind
        && condition.Limit.Unit == condition.Value.Unit;

    /// <summary>What two findings say alike is said once.</summary>
    private static string Joined(string? before, string next, string between) =>
        before is null ? next
        : before.Split(between).Contains(next) ? before
        : before + between + next;
}
