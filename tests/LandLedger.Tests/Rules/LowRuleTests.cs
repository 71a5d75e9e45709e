using FsCheck;
using FsCheck.Fluent;
using LandLedger.Fields;
using LandLedger.Rules;

namespace LandLedger.Tests.Rules;

public class LowRuleTests
{
    /// <summary>Whatever the figures, a plot gets a class, every condition has its sentence in both languages, and nothing throws.</summary>
    [Fact]
    public void Any_figures_give_a_class_and_sentences()
    {
        var places = RuleSets.All.Select(rules => new Evaluator(rules, new(2026, 6, 30))).ToArray();
        Prop.ForAll(
                RandomPlots.Plant.ToArbitrary(),
                plot =>
                {
                    foreach (var evaluation in places.Select(place => place.Evaluate(plot)))
                    foreach (var finding in evaluation.Findings)
                    {
                        Assert.NotNull(Texts.Chinese.Find("rule." + finding.Rule) ?? Idle(finding.Rule));
                        foreach (var condition in finding.Conditions)
                            AssertSentence(condition);
                    }
                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Every_rule_has_a_title_and_every_rule_that_classes_low_opens_a_measure()
    {
        foreach (var rule in RuleList.All.Where(rule => !rule.Id.StartsWith("idle.", StringComparison.Ordinal)))
        {
            Assert.NotNull(Texts.Chinese.Find("rule." + rule.Id));
            Assert.NotNull(Texts.English.Find("rule." + rule.Id));
        }
        var low = RuleList.All.Where(rule => rule.Leads == Category.LowEfficiency);
        var measures = new LandLedger.Disposal.LowMeasures(RuleSets.Default.On(new(2026, 1, 1)));
        var clause = RuleSets.Default.Clause("low.tax-per-mu");
        Assert.All(low, rule => Assert.NotEmpty(measures.Of([new(rule.Id, LandLedger.Rules.Outcome.Met, clause, [])])));
    }

    private static void AssertSentence(Condition condition)
    {
        if (condition.Id.StartsWith("idle.", StringComparison.Ordinal))
            return;
        var key = $"condition.{condition.Id}.{Codes.Of(condition.Outcome)}";
        Assert.True(Texts.Chinese.Find(key) is not null && Texts.English.Find(key) is not null, key);
    }

    private static string? Idle(string rule) => rule.StartsWith("idle.", StringComparison.Ordinal) ? rule : null;
}
