using LandLedger.Import;
using LandLedger.Import.Checks;

namespace LandLedger.Tests.Import;

public sealed class DayAheadTests
{
    private static readonly DateOnly Imported = new(2026, 11, 29);

    [Fact]
    public void Agreed_days_are_believed_up_to_so_many_years_after_the_import_and_actual_ones_up_to_its_day()
    {
        Assert.Empty(
            Check(
                new()
                {
                    SignedOn = new(2026, 11, 29),
                    AgreedStart = new(2031, 11, 29),
                    AgreedCompletion = new(2036, 11, 29),
                },
                new() { BegunOn = new(2026, 11, 29) }
            )
        );
        Assert.Equal(
            ["signed_on", "agreed_start", "agreed_completion", "begun_on"],
            Check(
                    new()
                    {
                        SignedOn = new(2026, 11, 30),
                        AgreedStart = new(2031, 11, 30),
                        AgreedCompletion = new(2036, 11, 30),
                    },
                    new() { BegunOn = new(2026, 11, 30) }
                )
                .Select(issue => issue.Field)
        );
    }

    [Fact]
    public void The_days_of_a_supplement_are_looked_at_too() =>
        Assert.Equal(
            ["supplement_on", "supplement_start"],
            Check(
                    new()
                    {
                        Supplements =
                        [
                            new()
                            {
                                SignedOn = new(2062, 1, 1),
                                AgreedStart = new(2062, 3, 1),
                                AgreedCompletion = new(2030, 1, 1),
                            },
                        ],
                    },
                    new()
                )
                .Select(issue => issue.Field)
        );

    [Fact]
    public void The_day_and_the_day_of_import_are_told_in_words()
    {
        var issue = Assert.Single(Check(new() { AgreedStart = new(2062, 3, 15) }, new()));
        Assert.Equal(("date.ahead", Severity.Warn), (issue.Code, issue.Severity));
        Assert.Equal("约定动工日期 2062-03-15 晚于导入日（2026-11-29）5 年以上", issue.Sentence(Texts.Chinese));

        var signed = Assert.Single(Check(new() { SignedOn = new(2026, 12, 1) }, new()));
        Assert.Equal(("date.not-yet", Severity.Warn), (signed.Code, signed.Severity));
        Assert.Equal(
            "合同签订日期 2026-12-01 晚于导入日（2026-11-29），不可能已经发生",
            signed.Sentence(Texts.Chinese)
        );
    }

    private static IReadOnlyList<ImportIssue> Check(Grant grant, Progress progress) =>
        [
            .. DayAhead.Check(
                new()
                {
                    Number = "A",
                    Grant = grant,
                    Progress = progress,
                },
                new("ledger.csv", 2, "A"),
                Imported
            ),
        ];
}
