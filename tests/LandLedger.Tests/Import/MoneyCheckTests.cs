using LandLedger.Fields;
using LandLedger.Import;

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
