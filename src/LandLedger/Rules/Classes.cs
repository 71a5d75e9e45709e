namespace LandLedger.Rules;

/// <summary>
/// From findings to the one class of a plot. Land in reserve or not yet supplied has its class from its stage. For other land
/// the classes are tried in the order in which the package lists their rules: one rule met gives the class; none met and one
/// undetermined leaves the plot undetermined; all denied or not judged goes on to the next class. Nothing left: in order.
/// </summary>
internal sealed class Classes
{
    private readonly (Category Class, int[] Rules)[] _groups;

    public Classes(IReadOnlyList<IRule> rules) =>
        _groups = [
            .. rules
                .Select((rule, index) => (rule.Leads, index))
                .Where(rule => rule.Leads is not null)
                .GroupBy(rule => rule.Leads!.Value, rule => rule.index)
                .Select(group => (group.Key, group.ToArray())),
        ];

    /// <summary>The class of a plot; total over all stages and verdicts.</summary>
    /// <param name="stage">Stage of supply.</param>
    /// <param name="findings">One a rule, in the order of the package.</param>
    /// <param name="deciding">Indexes of the rules that decided together, empty when none did.</param>
    public Category Of(SupplyStage stage, ReadOnlySpan<Finding> findings, out ReadOnlySpan<int> deciding)
    {
        deciding = [];
        if (stage == SupplyStage.Reserve)
            return Category.Reserve;
        if (stage == SupplyStage.Approved)
            return Category.NotSupplied;
        foreach (var (category, rules) in _groups)
        {
            var outcome = Outcome.NotMet;
            foreach (var rule in rules)
                outcome = outcome.Or(findings[rule].Verdict);
            if (outcome is Outcome.NotMet or Outcome.NotJudged)
                continue;
            deciding = rules;
            return outcome == Outcome.Met ? category : Category.Undetermined;
        }
        return Category.InOrder;
    }
}
