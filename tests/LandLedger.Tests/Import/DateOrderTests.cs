using LandLedger.Import;
using LandLedger.Import.Checks;

namespace LandLedger.Tests.Import;

public sealed class DateOrderTests
{
    private static readonly DateOnly Day = new(2023, 5, 1);

    [Fact]
    public void Days_in_order_and_equal_days_are_no_finding() =>
        Assert.Empty(
            Check(
                new()
                {
                    SignedOn = Day,
                    AgreedStart = Day,
                    AgreedCompletion = Day.AddYears(2),
                },
                new() { BegunOn = Day, CompletedOn = Day }
            )
        );

    [Fact]
    public void Completion_before_the_start_is_named_with_both_days()
    {
        var issue = Assert.Single(Check(new(), new() { BegunOn = Day, CompletedOn = Day.AddDays(-1) }));
        Assert.Equal(("dates.order", Severity.Warn), (issue.Code, issue.Severity));
        Assert.Equal(
            "竣工日期 2023-04-30 早于 实际动工日期 2023-05-01",
            issue.Sentence(Texts.Chinese).Replace("实际竣工日期", "竣工日期", StringComparison.Ordinal)
        );
        Assert.Contains("2023-04-30", issue.Sentence(Texts.English), StringComparison.Ordinal);
        Assert.DoesNotContain("begun_on", issue.Sentence(Texts.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_days_and_delivery_before_signing_are_no_finding() =>
        Assert.Empty(
            Check(
                new() { SignedOn = Day, AgreedDelivery = Day.AddDays(-30) },
                new() { PermitOn = Day.AddDays(9), BegunOn = Day }
            )
        );

    [Fact]
    public void A_supplement_before_the_contract_and_a_delay_that_ends_before_it_begins_are_named()
    {
        var plot = new Plot
        {
            Number = "A",
            Grant = new()
            {
                SignedOn = Day,
                Supplements =
                [
                    new()
                    {
                        SignedOn = Day.AddDays(-1),
                        AgreedStart = Day,
                        AgreedCompletion = Day.AddDays(-2),
                    },
                ],
            },
            Delays =
            [
                new()
                {
                    Kind = DelayKind.Petition,
                    From = Day,
                    To = Day.AddDays(-3),
                },
            ],
        };
        Assert.Equal(
            ["supplement_on", "supplement_completion", "delay_to"],
            DateOrder.Check(plot, "f", 1).Select(issue => issue.Field)
        );
    }

    private static IReadOnlyList<ImportIssue> Check(Grant grant, Progress progress) =>
        DateOrder.Check(
            new Plot
            {
                Number = "A",
                Grant = grant,
                Progress = progress,
            },
            "f.csv",
            2
        );

    [Fact]
    public void A_new_start_before_the_supplement_that_agrees_it_is_named_unless_it_is_that_of_the_contract()
    {
        var supplement = new Supplement { SignedOn = Day, AgreedStart = Day.AddDays(-1) };
        var issue = Assert.Single(Check(new() { AgreedStart = Day.AddDays(-2), Supplements = [supplement] }, new()));
        Assert.Equal(("supplement_start", "2023-04-30"), (issue.Field, issue.Value));
        Assert.Empty(Check(new() { AgreedStart = Day.AddDays(-1), Supplements = [supplement] }, new()));
        Assert.Empty(Check(new() { Supplements = [supplement with { AgreedStart = Day }] }, new()));
    }
}
