using FsCheck;
using FsCheck.Fluent;
using LandLedger.Fields;
using LandLedger.Rules;

namespace LandLedger.Tests.Rules;

public class LowRuleTests
{
    private static readonly decimal?[] Amounts =
    [
        null,
        0,
        1,
        -1,
        0.5m,
        30_000,
        1_500_000,
        decimal.MaxValue,
        decimal.MinValue,
        0.0000000000000000000000000001m,
    ];

    /// <summary>Whatever the figures, a plot gets a class, every condition has its sentence in both languages, and nothing throws.</summary>
    [Fact]
    public void Any_figures_give_a_class_and_sentences()
    {
        var places = RuleSets.All.Select(rules => new Evaluator(rules, new(2026, 6, 30))).ToArray();
        Prop.ForAll(
                AnyPlot.ToArbitrary(),
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

    private static Gen<Plot> AnyPlot { get; } =
        from flags in Gen.Elements<bool?>(null, true, false).ArrayOf(8)
        from amounts in Gen.Elements(Amounts).ArrayOf(9)
        from days in Gen.Choose(-1, 2).ArrayOf(4)
        from uses in Gen.Elements(null, "工业用地", "仓储用地", "商服用地", "综合用地").ArrayOf(2)
        from safety in Gen.Elements(Enum.GetValues<SafetyGrade>())
        from sector in Gen.Elements(null, "C13", "", "x")
        select new Plot
        {
            Number = "P",
            Stage = SupplyStage.Supplied,
            GrantedUse = LandUses.Find(uses[0], null),
            ActualUse = LandUses.Find(uses[1], null),
            ChangedArea = Mu(amounts[0]),
            UseChangeApproved = flags[0],
            StatedArea = Mu(amounts[1]),
            Grant = new() { AgreedCompletion = Day(days[0]), AgreedInvestment = Yuan(amounts[2]) },
            Progress = new()
            {
                Begun = flags[1],
                Completed = flags[2],
                CompletedOn = Day(days[1]),
                InProduction = flags[3],
                InProductionOn = Day(days[2]),
                Suspended = flags[4],
                SuspendedOn = Day(days[3]),
            },
            Premises = new()
            {
                FloorArea = Mu(amounts[3]),
                FloorAreaRatio = amounts[4],
                FixedInvestment = Yuan(amounts[5]),
                AssessedValue = Yuan(amounts[6]),
                Safety = safety,
                Sector = sector,
                ProhibitedSector = flags[5],
                AboveScale = flags[6],
                StrategicSector = flags[7],
            },
            Years =
            [
                new()
                {
                    Year = 2025,
                    Tax = Yuan(amounts[7]),
                    Output = Yuan(amounts[8]),
                },
            ],
        };

    /// <summary>Unknown, the first and the last day of the calendar, or a day three years back.</summary>
    private static DateOnly? Day(int which) =>
        which switch
        {
            -1 => null,
            0 => DateOnly.MinValue,
            1 => DateOnly.MaxValue,
            _ => new(2023, 6, 30),
        };

    private static Area? Mu(decimal? mu) => mu is { } known ? Area.FromMu(known) : null;

    private static Money? Yuan(decimal? yuan) => yuan is { } known ? Money.FromYuan(known) : null;
}
