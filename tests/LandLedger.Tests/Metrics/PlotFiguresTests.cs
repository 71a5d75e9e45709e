using FsCheck;
using FsCheck.Fluent;
using LandLedger.Metrics;

namespace LandLedger.Tests;

public class PlotFiguresTests
{
    private static readonly Plot FiftyMu = new()
    {
        Number = "P",
        StatedArea = Area.FromMu(50),
        Measured = new(Area.FromMu(40), "EPSG:4526", Area.FromMu(41)),
        Years = [Taxed(2022, 100), Taxed(2023, 200), new() { Year = 2024, Output = Money.FromWanYuan(900) }],
        Premises = new()
        {
            FixedInvestment = Money.FromWanYuan(12_000),
            FloorArea = Area.FromMu(45),
            Footprint = Area.FromMu(20),
        },
    };

    [Fact]
    public void Each_figure_is_of_the_latest_ended_year_that_has_it()
    {
        var figures = PlotFigures.Of(FiftyMu, AreaBasis.Stated, new(2025, 3, 1));

        Assert.Equal(new(PerMuOutcome.Known, 40_000, AreaBasis.Stated, FiftyMu.Years[1]), figures.Tax); // 200 万元 ÷ 50 亩
        Assert.Equal(new(PerMuOutcome.Known, 180_000, AreaBasis.Stated, FiftyMu.Years[2]), figures.Output);
        Assert.Equal(new(PerMuOutcome.Known, 2_400_000, AreaBasis.Stated, null), figures.Investment);
        Assert.Equal(PerMuOutcome.FigureUnknown, figures.AssessedValue.Outcome);
    }

    [Theory]
    [InlineData(2023, 12, 30, 2022)]
    [InlineData(2023, 12, 31, 2023)]
    [InlineData(2024, 1, 1, 2023)]
    public void A_year_counts_from_its_last_day_on(int year, int month, int day, int expected) =>
        Assert.Equal(expected, PlotFigures.Of(FiftyMu, AreaBasis.Stated, new(year, month, day)).Tax.Year);

    [Fact]
    public void The_other_area_serves_where_the_first_is_missing_and_the_result_says_so()
    {
        var asOf = new DateOnly(2025, 3, 1);
        Assert.Equal(50_000, PlotFigures.Of(FiftyMu, AreaBasis.Measured, asOf).Tax.Value); // 200 万元 ÷ 40 亩
        var unstated = PlotFigures.Of(FiftyMu with { StatedArea = null }, AreaBasis.Stated, asOf).Tax;
        Assert.Equal((50_000m, AreaBasis.Measured), (unstated.Value, unstated.Basis));
        var unmeasured = PlotFigures.Of(FiftyMu with { Measured = null }, AreaBasis.Measured, asOf).Tax;
        Assert.Equal((40_000m, AreaBasis.Stated), (unmeasured.Value, unmeasured.Basis));
    }

    [Fact]
    public void A_figure_of_the_plot_itself_goes_before_one_shared_out()
    {
        var both = FiftyMu with { Years = [Taxed(2023, 300) with { Basis = YearBasis.Shared }, Taxed(2023, 200)] };

        var tax = PlotFigures.Of(both, AreaBasis.Stated, new(2025, 3, 1)).Tax;

        Assert.Equal((40_000m, YearBasis.Stated), (tax.Value, tax.Figure!.Value));
    }

    [Fact]
    public void Floor_area_ratio_comes_from_floor_area_and_else_from_the_paper()
    {
        Assert.Equal(
            new(PerMuOutcome.Known, 0.9m, AreaBasis.Stated),
            PlotFigures.FloorAreaRatio(FiftyMu, AreaBasis.Stated)
        );
        Assert.Equal(0.5m, PlotFigures.BuildingDensity(FiftyMu, AreaBasis.Measured).Value);
        var paper = FiftyMu with { Premises = new() { FloorAreaRatio = 1.2m } };
        Assert.Equal(new(PerMuOutcome.Known, 1.2m, null), PlotFigures.FloorAreaRatio(paper, AreaBasis.Stated));
    }

    /// <summary>Square metres read as mu: 50 is the most that a ratio may be as stated, too.</summary>
    [Theory]
    [InlineData(50, PerMuOutcome.Known)]
    [InlineData(51, PerMuOutcome.TooLarge)]
    public void Floors_that_no_building_has_make_no_ratio(int times, PerMuOutcome outcome)
    {
        var land = Area.FromMu(20);
        var plot = new Plot
        {
            Number = "Z5",
            StatedArea = land,
            Premises = new() { FloorArea = Area.FromMu(20 * times), Footprint = Area.FromMu(20 * times) },
        };

        Assert.Equal(outcome, PlotFigures.FloorAreaRatio(plot, AreaBasis.Stated).Outcome);
        Assert.Equal(PerMuOutcome.TooLarge, PlotFigures.BuildingDensity(plot, AreaBasis.Stated).Outcome);
    }

    [Fact]
    public void Zero_missing_negative_and_huge_have_names()
    {
        Assert.Equal(PerMuOutcome.AreaNotPositive, Tax(Money.FromYuan(1), Area.Zero));
        Assert.Equal(PerMuOutcome.AreaNotPositive, Tax(Money.FromYuan(1), Area.FromMu(-3)));
        Assert.Equal(PerMuOutcome.AreaUnknown, Tax(Money.FromYuan(1), null));
        Assert.Equal(PerMuOutcome.FigureUnknown, Tax(null, Area.FromMu(1)));
        Assert.Equal(PerMuOutcome.FigureNegative, Tax(Money.FromYuan(-0.01m), Area.FromMu(1)));
        Assert.Equal(PerMuOutcome.TooLarge, Tax(Money.FromYuan(decimal.MaxValue), Area.FromMu(0.1m)));
        Assert.Equal(PerMuOutcome.Known, Tax(Money.Zero, Area.FromMu(1)));

        static PerMuOutcome Tax(Money? tax, Area? area) => PerMu.Of(tax, area, AreaBasis.Stated, null).Outcome;
    }

    [Fact]
    public void Any_two_decimals_give_a_finite_figure_or_a_named_outcome() =>
        Prop.ForAll(
                (from figure in Extreme from area in Extreme select (figure, area)).ToArbitrary(),
                pair =>
                {
                    var perMu = PerMu.Of(
                        pair.figure is { } yuan ? Money.FromYuan(yuan) : null,
                        pair.area is { } mu ? Area.FromMu(mu) : null,
                        AreaBasis.Stated,
                        null
                    );
                    return (perMu.Outcome == PerMuOutcome.Known)
                            == (pair.figure >= 0 && pair.area > 0 && perMu.Outcome != PerMuOutcome.TooLarge)
                        && perMu.Value >= 0;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Any_split_adds_up_to_the_amount_exactly() =>
        Prop.ForAll(
                (
                    from amount in Extreme
                    from weights in Gen.Choose(1, 1_000_000).Select(w => w / 10_000m).ArrayOf(7)
                    select (amount: amount ?? 1, weights)
                ).ToArbitrary(),
                given =>
                {
                    var exact = ExactAmount.From(given.amount).AtLeast(2);
                    var sum = exact.Split(given.weights).Aggregate(ExactAmount.Zero, (total, part) => total + part);
                    return sum.ToDecimal() == given.amount;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static Gen<decimal?> Extreme { get; } =
        Gen.OneOf(
            Gen.Elements<decimal?>(
                null,
                0m,
                1m,
                -1m,
                decimal.MaxValue,
                decimal.MinValue,
                0.0000000000000000000000000001m
            ),
            from low in Gen.Choose(int.MinValue, int.MaxValue)
            from high in Gen.Choose(int.MinValue, int.MaxValue)
            from negative in Gen.Elements(true, false)
            from scale in Gen.Choose(0, 28)
            select (decimal?)new decimal(low, high, low ^ high, negative, (byte)scale)
        );

    private static PlotYear Taxed(int year, decimal wanYuan) => new() { Year = year, Tax = Money.FromWanYuan(wanYuan) };
}
