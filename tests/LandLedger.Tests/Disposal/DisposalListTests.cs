using LandLedger.Disposal;
using LandLedger.Geometry;
using LandLedger.Rules;

namespace LandLedger.Tests.Disposal;

public sealed class DisposalListTests
{
    private static readonly Measure Investigate = new(MeasureKind.Investigate, Sample.Article2);

    private static readonly Measure FeeIfHolder = new(
        MeasureKind.IdleFee,
        Sample.Article2,
        Cause.Holder,
        Money.FromYuan(200_000)
    );

    private static DisposalList List(IEnumerable<Evaluation> evaluations, params Category[] categories) =>
        DisposalList.Of(
            evaluations,
            ListBasis.Of(Sample.Rules, Sample.AsOf),
            Texts.Chinese,
            categories.Length == 0 ? null : categories
        );

    [Fact]
    public void Rows_stand_by_class_then_district_then_number()
    {
        var list = List([
            Sample.Of(Sample.Plot("A-9", 1, "东区")),
            Sample.Of(Sample.Plot("B-2", 1, "西区"), Category.Idle),
            Sample.Of(Sample.Plot("B-1", 1, "西区"), Category.Idle),
            Sample.Of(Sample.Plot("Z-1", 1), Category.Idle),
            Sample.Of(Sample.Plot("C-1", 1, "东区"), Category.LowEfficiency),
        ]);

        Assert.Equal(["B-1", "B-2", "Z-1", "C-1", "A-9"], list.Rows.Select(row => row.Plot.Number));
    }

    [Fact]
    public void Only_the_classes_asked_for_are_listed_and_counted()
    {
        var list = List(
            [Sample.Of(Sample.Plot("1", 10)), Sample.Of(Sample.Plot("2", 20), Category.Idle)],
            Category.Idle
        );

        Assert.Equal("2", Assert.Single(list.Rows).Plot.Number);
        Assert.Equal(20m, list.Totals.Total.Stated.Mu);
    }

    [Fact]
    public void Totals_are_exact_and_a_plot_without_area_is_counted_as_such()
    {
        // 0.1 + 0.2 is 0.3 in decimal, and the third plot has no area at all.
        var list = List([
            Sample.Of(Sample.Plot("1", 0.1m), Category.Idle),
            Sample.Of(Sample.Plot("2", 0.2m), Category.Idle),
            Sample.Of(Sample.Plot("3", null), Category.Idle),
        ]);

        var idle = Assert.Single(list.Totals.ByCategory);
        Assert.Equal((3, 0.3m, 1), (idle.Sum.Plots, idle.Sum.Stated.Mu, idle.Sum.WithoutStated));
    }

    [Fact]
    public void A_plot_counts_under_each_of_its_measures_but_once_in_the_whole()
    {
        var list = List([Sample.Of(Sample.Plot("1", 30), Category.Idle, Investigate, FeeIfHolder)]);

        Assert.Equal(
            [(MeasureKind.Investigate, null), (MeasureKind.IdleFee, Cause.Holder)],
            list.Totals.ByMeasure.Select(total => (total.Of.Kind, total.Of.IfCause))
        );
        Assert.All(list.Totals.ByMeasure, total => Assert.Equal(30m, total.Sum.Stated.Mu));
        Assert.Equal(1, list.Totals.Total.Plots);
    }

    [Fact]
    public void Missing_facts_are_counted_by_the_plots_that_want_them()
    {
        var totals = List([
            Sample.Of(Sample.Plot("1", 1), Category.Undetermined),
            Sample.Of(Sample.Plot("2", 1), Category.Undetermined),
            Sample.Of(Sample.Plot("3", 1)),
        ]).Totals;

        Assert.Equal([(Fields.PlotFields.Sector, 2)], totals.ByMissing);
    }

    [Fact]
    public void Plots_count_under_each_flag_and_under_each_rule_that_did_not_judge_them()
    {
        // Past the start day by more than a year with nothing recorded; built, in use, and nobody said whether it has stopped.
        var late = Sample.Plot("1", 10) with
        {
            Grant = new() { AgreedStart = new(2024, 1, 1) },
        };
        var built = Sample.Plot("2", 20) with
        {
            Grant = new() { AgreedStart = new(2018, 1, 1) },
            Progress = new() { BegunOn = new(2018, 1, 1), CompletedOn = new(2020, 1, 1) },
        };
        Plot[] plots =
        [
            .. new[] { late, built }.Select(plot => plot with { GrantedUse = Fields.LandUses.Find("工业用地", null) }),
        ];

        var totals = List([
            .. new LandLedger.Rules.Evaluator(LandLedger.Rules.RuleSets.Default, new(2026, 6, 30)).Evaluate(plots),
        ]).Totals;

        Assert.Equal(
            [(PlotFlags.StartUnrecorded, 10m), (PlotFlags.IdleUnlessBegun, 10m)],
            totals.ByFlag.Select(total => (total.Of, total.Sum.Stated.Mu))
        );
        Assert.Contains(("low.stopped", 2), totals.ByRuleNotJudged);
        Assert.Contains(("low.unsafe-building", 2), totals.ByRuleNotJudged);
        Assert.DoesNotContain("low.tax-per-mu", totals.ByRuleNotJudged.Select(rule => rule.Rule));
    }

    [Fact]
    public void What_rounding_leaves_between_the_classes_and_the_whole_is_told()
    {
        // 0.004 + 0.004 = 0.008: shown 0.00 + 0.00 against 0.01.
        var list = List([
            Sample.Of(Sample.Plot("1", 0.004m), Category.Idle),
            Sample.Of(Sample.Plot("2", 0.004m), Category.LowEfficiency),
        ]);

        Assert.Equal(new(0.01m, 0m), list.Totals.Remainder(2));
        Assert.True(list.Totals.Remainder(3).IsZero);
    }

    [Fact]
    public void Paper_and_boundary_are_added_up_apart_and_a_plot_that_lacks_one_is_counted()
    {
        var measured = new AreaMeasurement(Area.FromMu(9), "EPSG:4526", Area.FromMu(9.001m));

        var total = List([
            Sample.Of(Sample.Plot("1", 10) with { Measured = measured }, Category.Idle),
            Sample.Of(Sample.Plot("2", null) with { Measured = measured }, Category.Idle),
            Sample.Of(Sample.Plot("3", 5), Category.Idle),
        ]).Totals.Total;

        Assert.Equal(new(3, Area.FromMu(15), 1, Area.FromMu(18), 1), total);
    }
}
