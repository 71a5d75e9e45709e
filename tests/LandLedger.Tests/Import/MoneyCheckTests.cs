using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Import.Checks;

namespace LandLedger.Tests.Import;

public sealed class MoneyCheckTests
{
    private static readonly Plot Land = new() { Number = "W1", StatedArea = Area.FromMu(30) };

    [Fact]
    public void Yuan_under_a_title_in_wan_yuan_are_told_with_what_they_come_to_a_mu()
    {
        var plot = Land with
        {
            Grant = new() { Price = Money.FromWanYuan(6_000_000) },
            Years = [new() { Year = 2025, Tax = Money.FromWanYuan(600_000) }],
        };

        var issues = MoneyCheck.Check(plot, new("台账.csv", 2, "W1")).ToList();

        Assert.Equal([PlotFields.Price.Id, RowFields.Tax.Id], issues.Select(issue => issue.Field));
        Assert.All(issues, issue => Assert.Equal(Severity.Warn, issue.Severity));
        Assert.Equal(["2,000,000,000", "200,000,000"], issues.Select(issue => issue.Arguments["perMu"]));
        Assert.Contains("按 30 亩计每亩 2,000,000,000 元", issues[0].Sentence(Texts.Chinese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300_000, false)]
    [InlineData(300_001, true)]
    public void The_limit_itself_is_still_believed(int wanYuan, bool told)
    {
        var plot = Land with { Grant = new() { Price = Money.FromWanYuan(wanYuan) } };

        Assert.Equal(told, MoneyCheck.Check(plot, new("台账.csv", 2, "W1")).Any());
    }

    [Fact]
    public void Wan_yuan_under_a_title_in_yuan_are_told_with_the_unit_that_is_meant()
    {
        var plot = Land with
        {
            Grant = new() { Price = Money.FromYuan(600), SupplyWay = "挂牌出让" },
        };

        var issue = Assert.Single(MoneyCheck.Check(plot, new("台账.csv", 2, "W1")));

        Assert.Equal(
            ("money.low-per-mu", Severity.Warn, PlotFields.Price.Id),
            (issue.Code, issue.Severity, issue.Field)
        );
        Assert.Contains("600 元，按 30 亩计每亩 20 元", issue.Sentence(Texts.Chinese), StringComparison.Ordinal);
        Assert.Contains("单位疑应为万元", issue.Sentence(Texts.Chinese), StringComparison.Ordinal);
    }

    /// <summary>2,000 yuan a mu over 30 mu are 60,000 yuan.</summary>
    [Theory]
    [InlineData(59_999, null, true)]
    [InlineData(60_000, null, false)]
    [InlineData(0, null, false)]
    [InlineData(600, "划拨", false)]
    public void A_price_of_nothing_and_one_of_allocated_land_are_not_told_as_low(int yuan, string? way, bool told)
    {
        var plot = Land with
        {
            Grant = new() { Price = Money.FromYuan(yuan), SupplyWay = way },
        };

        Assert.Equal(told, MoneyCheck.Check(plot, new("台账.csv", 2, "W1")).Any());
    }

    [Fact]
    public void Without_an_area_nothing_can_be_told() =>
        Assert.Empty(
            MoneyCheck.Check(
                new()
                {
                    Number = "W1",
                    Grant = new() { Price = Money.FromWanYuan(6_000_000) },
                },
                new("台账.csv", 2, "W1")
            )
        );
}
