using LandLedger.Import;
using LandLedger.Import.Checks;

namespace LandLedger.Tests.Import;

public sealed class StageCheckTests
{
    private static readonly DateOnly Day = new(2023, 5, 1);

    [Theory]
    [InlineData(SupplyStage.Approved, "批而未供")]
    [InlineData(SupplyStage.Reserve, "政府储备")]
    public void Land_not_supplied_that_has_a_contract_a_delivery_or_a_building_is_named(SupplyStage stage, string name)
    {
        var issues = Check(stage, new() { SignedOn = Day, ActualDelivery = Day.AddDays(9) }, new() { Begun = true });

        Assert.All(issues, issue => Assert.Equal(("stage.contradiction", Severity.Warn), (issue.Code, issue.Severity)));
        Assert.Equal(
            [
                $"供应状态为“{name}”，合同签订日期却为“2023-05-01”，互相矛盾",
                $"供应状态为“{name}”，实际交地日期却为“2023-05-10”，互相矛盾",
                $"供应状态为“{name}”，是否动工却为“是”，互相矛盾",
            ],
            issues.Select(issue => issue.Sentence(Texts.Chinese))
        );
        Assert.Contains("改正供应状态", issues[0].Fix(Texts.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void A_building_is_named_once_by_its_day() =>
        Assert.Equal(
            "begun_on",
            Assert.Single(Check(SupplyStage.Approved, new(), new() { Begun = true, BegunOn = Day })).Field
        );

    [Theory]
    [InlineData(SupplyStage.Supplied)]
    [InlineData(SupplyStage.Unknown)]
    public void Supplied_land_and_land_of_unknown_stage_may_have_all_of_them(SupplyStage stage) =>
        Assert.Empty(Check(stage, new() { SignedOn = Day, ActualDelivery = Day }, new() { BegunOn = Day }));

    [Fact]
    public void Land_not_supplied_may_be_planned_and_not_begun() =>
        Assert.Empty(Check(SupplyStage.Approved, new() { AgreedStart = Day }, new() { Begun = false }));

    private static List<ImportIssue> Check(SupplyStage stage, Grant grant, Progress progress) =>
        [
            .. StageCheck.Check(
                new()
                {
                    Number = "A",
                    Stage = stage,
                    Grant = grant,
                    Progress = progress,
                },
                new("ledger.csv", 2, "A")
            ),
        ];
}
