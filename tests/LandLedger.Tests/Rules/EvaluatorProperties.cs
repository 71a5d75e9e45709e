using FsCheck;
using FsCheck.Fluent;
using LandLedger.Fields;
using LandLedger.Rules;
using LandLedger.Tests.Cases;

namespace LandLedger.Tests.Rules;

/// <summary>What must hold of any plot whatever: random facts, dense around the limits.</summary>
public class EvaluatorProperties
{
    private static readonly Arbitrary<Plot> Plots = Arb.From(RandomPlots.Plot);
    private static readonly Arbitrary<DateOnly> Days = Arb.From(RandomPlots.Day);

    [Fact]
    public void Every_plot_gets_exactly_one_evaluation_in_every_package_and_nothing_throws() =>
        Prop.ForAll(
                Plots,
                Days,
                (plot, day) =>
                {
                    foreach (var rules in RuleSets.All)
                    {
                        var evaluation = new Evaluator(rules, day).Evaluate(plot);
                        Assert.Equal(rules.Rules.Count, evaluation.Findings.Length);
                        Assert.True(Enum.IsDefined(evaluation.Category));
                        Assert.Equal(evaluation.Category == Category.Idle, evaluation.Cause is not null);
                        Assert.True(evaluation.IdleSince is null || evaluation.IdleSince <= day);
                        Assert.True(evaluation.Missing.Count == 0 || evaluation.Category == Category.Undetermined);
                        Assert.All(
                            Explanation.Of(evaluation, Language.Chinese).Lines,
                            line => Assert.DoesNotContain("condition.", line, StringComparison.Ordinal)
                        );
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>The first of the days lies before any of the law is in force.</summary>
    [Fact]
    public void Whatever_cannot_be_judged_says_what_is_missing() =>
        Prop.ForAll(
                Arb.From(Gen.OneOf(RandomPlots.Plot, RandomPlots.Plant)),
                Arb.From(Gen.OneOf(RandomPlots.Day, Gen.Constant(new DateOnly(2010, 1, 1)))),
                (plot, day) =>
                {
                    foreach (var rules in CaseFiles.Packages)
                    {
                        var evaluation = new Evaluator(rules, day).Evaluate(plot);
                        foreach (var finding in evaluation.Findings)
                            Assert.True(
                                finding.Verdict != LandLedger.Rules.Outcome.Undetermined || finding.Missing.Any(),
                                $"{rules.Id} {finding.Rule}"
                            );
                        Assert.Equal(evaluation.Category == Category.Undetermined, evaluation.Missing.Count > 0);
                        Assert.All(evaluation.Missing, AssertNamed);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_later_day_never_takes_back_idleness_while_the_facts_stand() =>
        Prop.ForAll(
                Plots,
                Days,
                Arb.From(Gen.Choose(0, 2000)),
                (plot, day, later) =>
                {
                    var still = RandomPlots.WithoutLaterFacts(plot, day);
                    var before = Judge(still, day);
                    var after = Judge(still, day.AddDays(later));
                    if (before.Category != Category.Idle)
                        return;
                    Assert.Equal(Category.Idle, after.Category);
                    Assert.Equal(before.IdleSince, after.IdleSince);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_plots_does_not_matter_and_many_are_judged_as_one_is() =>
        Prop.ForAll(
                Arb.From(Gen.ListOf(RandomPlots.Plot)),
                Days,
                (list, day) =>
                {
                    var plots = list.ToList();
                    var evaluator = new Evaluator(RuleSets.Default, day);
                    var forward = evaluator.Evaluate(plots).Select(Written).ToList();
                    var backward = evaluator.Evaluate(plots.AsEnumerable().Reverse()).Select(Written).ToList();
                    backward.Reverse();
                    Assert.Equal(plots.Select(plot => Written(evaluator.Evaluate(plot))), forward);
                    var sparing = new Evaluator(evaluator.Rules, evaluator.AsOf, KeptFindings.None);
                    Assert.Equal(forward, [.. sparing.Evaluate(plots).ToList().Select(Written)]);
                    Assert.Equal(forward, backward);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Units_of_area_and_money_do_not_change_the_class() =>
        Prop.ForAll(
                Plots,
                Days,
                (plot, day) =>
                {
                    var progress = plot.Progress;
                    var other = plot with
                    {
                        StatedArea = plot.StatedArea is { } a ? Area.FromHectares(a.Mu / 15m) : null,
                        Progress = progress with
                        {
                            DevelopedArea = progress.DevelopedArea is { } d ? Area.FromHectares(d.Mu / 15m) : null,
                            DevelopableArea = progress.DevelopableArea is { } w ? Area.FromHectares(w.Mu / 15m) : null,
                            Invested = progress.Invested is { } i ? Money.FromWanYuan(i.Yuan / 10_000m) : null,
                        },
                    };
                    Assert.Equal(Judge(plot, day).Category, Judge(other, day).Category);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void An_idle_plot_without_one_of_its_needed_facts_is_undetermined_and_names_it()
    {
        var plot = new Plot
        {
            Number = "1",
            Stage = SupplyStage.Supplied,
            Grant = new() { AgreedStart = new(2020, 1, 1) },
            Progress = new() { Begun = false },
        };
        Assert.Equal(Category.Idle, Judge(plot, new(2024, 1, 1)).Category);
        AssertNeeds(PlotFields.AgreedStart, plot with { Grant = Grant.Unknown });
        AssertNeeds(PlotFields.Begun, plot with { Progress = Progress.Unknown });
        AssertNeeds(PlotFields.Stage, plot with { Stage = SupplyStage.Unknown, Grant = Grant.Unknown });

        var stopped = plot with
        {
            Progress = new()
            {
                Begun = true,
                Completed = false,
                DevelopedArea = Area.FromMu(1),
                DevelopableArea = Area.FromMu(10),
                SuspendedOn = new(2022, 1, 1),
            },
        };
        Assert.Equal(Category.Idle, Judge(stopped, new(2024, 1, 1)).Category);
        var progress = stopped.Progress;
        var invested = progress with
        {
            DevelopedArea = null,
            Invested = Money.Zero,
            TotalInvestment = Money.FromWanYuan(1),
        };
        AssertNeeds(PlotFields.Completed, stopped with { Progress = invested with { Completed = null } });
        AssertNeeds(PlotFields.DevelopedMu, stopped with { Progress = progress with { DevelopedArea = null } });
        AssertNeeds(PlotFields.DevelopableMu, stopped with { Progress = progress with { DevelopableArea = null } });
        AssertNeeds(PlotFields.Suspended, stopped with { Progress = progress with { SuspendedOn = null } });
    }

    private static void AssertNamed(INeeded missing)
    {
        foreach (var texts in new[] { Texts.Chinese, Texts.English })
            Assert.NotEqual(missing.Id, Sentence.Needed(missing.Id, texts));
    }

    private static void AssertNeeds(Field field, Plot plot)
    {
        var evaluation = Judge(plot, new(2024, 1, 1));
        Assert.Equal(Category.Undetermined, evaluation.Category);
        Assert.Contains(field, evaluation.Missing);
    }

    private static Evaluation Judge(Plot plot, DateOnly day) => new Evaluator(RuleSets.Default, day).Evaluate(plot);

    private static string Written(Evaluation evaluation) =>
        $"{evaluation.Category} {evaluation.Cause} {evaluation.IdleSince} {evaluation.Flags} "
        + string.Join(',', evaluation.Findings.Select(f => $"{f.Rule} {f.Verdict} {f.Conditions.Count}"));
}
