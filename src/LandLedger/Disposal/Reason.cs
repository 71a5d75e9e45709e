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

    private static readonly string[] NotBegun = [Start.Id, Start.NotBegun, Start.ByWorks, Start.SeenNotBegun];
    private static readonly string[] Begun = [Start.Begun];

    /// <summary>One sentence a finding, and one for each delay that was deducted.</summary>
    public static string? Of(DisposalRow row)
    {
        string? reasons = null;
        for (var i = Next(row, 0); i >= 0; i = Next(row, i + 1))
            Say(row, row.Evaluation.Findings[i], ref reasons);
        return reasons;
    }

    /// <summary>Of which idle days no cause is established while that of others is: how many, and each stretch of them; empty where there are none.</summary>
    public static IReadOnlyList<string> Rest(DisposalRow row)
    {
        var said = new List<string>();
        foreach (var finding in row.Evaluation.Findings)
        {
            foreach (ref readonly var condition in finding.Conditions)
            {
                if (condition.Id is RestCause.Id or RestCause.Days)
                    said.Add(Sentence.Of(condition, row.Plot, row.Texts));
            }
        }
        return said;
    }

    /// <summary>
    /// What the finding rests on in order of time, the condition that is shown, and what a list must say beside it; then each delay, what it took
    /// off the period and which case established it; of a late start from which days were taken off then also the period.
    /// </summary>
    private static void Say(DisposalRow row, in Finding finding, ref string? reasons)
    {
        if (Shown(row, finding) is not { } shown)
            return;
        if (shown.Id == Period.Year || finding.Verdict == Outcome.Met)
            SayFirst(row, finding, shown, ref reasons);
        Say(row, shown, ref reasons);
        foreach (ref readonly var condition in finding.Conditions)
        {
            if (Adds(condition, finding, shown) || AddsTakeBack(row, condition, finding))
                Say(row, condition, ref reasons);
        }
        if (row.Plot.Delays.Count == 0)
            return;
        var moved = false;
        foreach (ref readonly var condition in finding.Conditions)
        {
            var deducted = Period.IsDeduction(condition);
            moved |= deducted;
            if (deducted || Period.IsCause(condition))
                Say(row, condition, ref reasons);
        }
        if (moved && shown.Id == NotStarted.Late)
            Say(row, finding.Conditions.First(condition => condition.Id == Period.Year), ref reasons);
    }

    /// <summary>When the land should have been begun, and that it was not; or that it was.</summary>
    private static void SayFirst(DisposalRow row, in Finding finding, in Condition shown, ref string? reasons)
    {
        foreach (var id in First(finding.Rule))
        {
            foreach (ref readonly var condition in finding.Conditions)
            {
                if (condition.Id == id && condition.Outcome == Outcome.Met && shown.Id != id)
                    Say(row, condition, ref reasons);
            }
        }
    }

    private static ReadOnlySpan<string> First(string rule) =>
        rule switch
        {
            NotStarted.Rule => NotBegun,
            Suspended.Rule => Begun,
            _ => [],
        };

    private static void Say(DisposalRow row, in Condition condition, ref string? reasons) =>
        reasons = Joined(reasons, Sentence.Of(condition, row.Plot, row.Texts), row.Texts["list.semicolon"]);

    /// <summary>What a list must say beside: the stop and its year, why land is not yet to be recovered, and which years a tax is not of.</summary>
    private static bool Adds(in Condition condition, in Finding finding, in Condition shown) =>
        finding.Verdict == Outcome.Met
        && condition.Id != shown.Id
        && (
            condition.Id
                is Suspended.Rule
                    or Suspended.YearPassed
                    or NotStarted.TakeBackUnseen
                    or NotStarted.TakeBackLasting
                    or OpenDelays.SinceOpen
                    or Start.Extension
                    or Restart.Id
                    or TaxTest.OldYear
            || OpenDelays.IsDoubtOfTakeBack(condition.Id)
        );

    /// <summary>Recovery without compensation rests on the longer period; where no delay moved it, its being not over goes without saying.</summary>
    private static bool AddsTakeBack(DisposalRow row, in Condition condition, in Finding finding) =>
        finding.Verdict == Outcome.Met
        && condition.Id == NotStarted.TakeBack
        && (
            condition.Outcome == Outcome.Met
            || (row.Plot.Delays.Count > 0 && finding.Conditions.Any(other => Period.IsDeduction(other)))
        );

    /// <summary>The articles of each finding in words.</summary>
    public static string? Clause(DisposalRow row)
    {
        string? clauses = null;
        for (var i = Next(row, 0); i >= 0; i = Next(row, i + 1))
        {
            foreach (var clause in Cited(row, i))
                Say(row, clause, ref clauses);
        }
        return clauses;
    }

    private static void Say(DisposalRow row, LawReference clause, ref string? clauses) =>
        clauses = Joined(clauses, Sentence.Of(clause, row.Evaluation.Rules, row.Texts), row.Texts["list.semicolon"]);

    /// <summary>Codes of the rules, with commas.</summary>
    internal static string? Rules(DisposalRow row)
    {
        string? rules = null;
        for (var i = Next(row, 0); i >= 0; i = Next(row, i + 1))
            rules = rules is null ? RuleOf(row, i) : rules + "," + RuleOf(row, i);
        return rules;
    }

    /// <summary>The code of each rule with its articles.</summary>
    public static IEnumerable<(string Rule, LawReference Clause)> Clauses(DisposalRow row)
    {
        for (var i = Next(row, 0); i >= 0; i = Next(row, i + 1))
        {
            foreach (var clause in Cited(row, i))
                yield return (RuleOf(row, i), clause);
        }
    }

    /// <summary>
    /// The article of a finding; behind it that of the county whose own number decided, and those that are to be verified and that a
    /// condition which came out so rests on: whoever signs must know which these are.
    /// </summary>
    private static IEnumerable<LawReference> Cited(DisposalRow row, int index)
    {
        var finding = row.Evaluation.Findings[index];
        yield return finding.Clause;
        if (CountyClause(row, index) is { } county)
            yield return county;
        if (finding.Verdict != Outcome.Met || !row.Evaluation.Flags.HasFlag(PlotFlags.Unverified))
            yield break;
        for (var i = 0; i < finding.Conditions.Count; i++)
        {
            var condition = finding.Conditions[i];
            if (condition.Outcome == Outcome.Met && condition.Clause.IsToVerify && condition.Clause != finding.Clause)
                yield return condition.Clause;
        }
    }

    /// <summary>The finding from there on that stands in the list, or -1.</summary>
    private static int Next(DisposalRow row, int from)
    {
        if (!row.Evaluation.HasReason)
            return -1;
        for (var i = from; i < row.Evaluation.Findings.Length; i++)
        {
            if (row.Decides(i))
                return i;
        }
        return -1;
    }

    /// <summary>What is only late to start is told by "start-overdue".</summary>
    private static string RuleOf(DisposalRow row, int index)
    {
        ref readonly var finding = ref row.Evaluation.Findings.ItemRef(index);
        return row.IsStartOverdue(finding) ? "start-overdue" : finding.Rule;
    }

    /// <summary>That of the number that decided, where the package gives it and the clause of the rule is somebody else's.</summary>
    private static LawReference? CountyClause(DisposalRow row, int index)
    {
        ref readonly var finding = ref row.Evaluation.Findings.ItemRef(index);
        return
            row.Evaluation.Rules.OwnInstrument is { } own
            && finding.Clause.Instrument != own
            && Shown(row, finding) is { } shown
            && shown.Clause.Instrument == own
            ? shown.Clause
            : null;
    }

    /// <summary>
    /// The first condition that came out as the finding did and holds a value against a limit of its kind, up to the one that the rule is
    /// named after; else that one, else the first with a limit, else the first. A delay decides nothing by itself.
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
        condition.Id is Start.Extension or Restart.Id || Period.IsDeduction(condition) || Period.IsCause(condition) ? 0
        : IsAgainstLimit(condition) || condition.Id == rule ? Own
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
