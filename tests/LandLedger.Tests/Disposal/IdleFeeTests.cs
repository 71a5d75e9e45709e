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

    [Fact]
    public void A_list_shows_price_and_share_of_the_fee_or_why_there_is_none()
    {
        Assert.Equal("查明属企业原因的：成交价款6,000,000元的20%，计1,200,000元", Basis(Money.FromWanYuan(600)));
        Assert.Equal("查明属企业原因的：缺少成交价款，无法计算", Basis(null));
        Assert.Equal("查明属企业原因的：缺少成交价款，无法计算", Basis(Money.Zero));
        Assert.Null(Read("idle_fee_basis", new Evaluator(RuleSets.Default, Day).Evaluate(new Plot { Number = "Z2" })));
    }

    [Fact]
    public void A_list_names_the_article_of_each_measure()
    {
        const string order = "《闲置土地处置办法》";
        Assert.Equal(
            $"调查核实：{order}第五条；查明属企业原因的：征缴土地闲置费：{order}第十四条（一）；"
                + $"查明属政府原因的：延长动工开发期限：{order}第十二条（一）；查明属政府原因的：调整土地用途、规划条件：{order}第十二条（二）；"
                + $"查明属政府原因的：安排临时使用：{order}第十二条（三）；查明属政府原因的：协议有偿收回：{order}第十二条（四）",
            Read("measure_clauses", Idle(Money.FromWanYuan(600)))
        );
    }

    private static string? Basis(Money? price) => Read("idle_fee_basis", Idle(price));

    private static string? Read(string column, Evaluation evaluation) =>
        LandLedger
            .Disposal.DisposalColumns.Listed.Single(listed => listed.Id == column)
            .Of(new(evaluation, Texts.Chinese))
            .Text;

    private static Measure Fee(Money price) =>
        Assert.Single(Idle(price).Measures, measure => measure.Kind == MeasureKind.IdleFee);

    private static Evaluation Idle(Money? price)
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
        return evaluation;
    }
}
