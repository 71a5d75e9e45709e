using LandLedger.Fields;
using LandLedger.Rules;

namespace LandLedger.Tests.Disposal;

public sealed class IdleFeeTests
{
    private static readonly DateOnly Day = new(2021, 6, 30);

    [Fact]
    public void The_fee_is_a_fifth_of_the_price() =>
        Assert.Equal(Money.FromWanYuan(120), Fee(Money.FromWanYuan(600)).Amount);

    [Fact]
    public void A_price_of_nothing_gives_no_fee_of_nothing_but_asks_for_the_price()
    {
        var fee = Fee(Money.Zero);

        Assert.Null(fee.Amount);
        Assert.Equal(PlotFields.Price, fee.Missing);
    }

    private static Measure Fee(Money price)
    {
        var plot = new Plot
        {
            Number = "Z1",
            Stage = SupplyStage.Supplied,
            Grant = new() { AgreedStart = new(2020, 1, 1), Price = price },
            Progress = new() { Begun = false },
        };
        var evaluation = new Evaluator(RuleSets.Default, Day).Evaluate(plot);
        Assert.Equal(Category.Idle, evaluation.Category);
        return Assert.Single(evaluation.Measures, measure => measure.Kind == MeasureKind.IdleFee);
    }
}
