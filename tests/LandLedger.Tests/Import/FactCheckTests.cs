using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Import.Checks;

namespace LandLedger.Tests.Import;

public sealed class FactCheckTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Fact]
    public void What_was_seen_before_it_came_and_what_was_not_seen_after_it_came_contradict() =>
        Assert.Equal(
            [(PlotFields.Begun, PlotFields.BegunOn), (PlotFields.Completed, PlotFields.CompletedOn)],
            Pairs(
                new()
                {
                    ObservedOn = Day,
                    Begun = true,
                    BegunOn = Day.AddDays(1),
                    Completed = false,
                    CompletedOn = Day.AddDays(-1),
                }
            )
        );

    [Fact]
    public void Completed_and_not_begun_contradict() =>
        Assert.Equal(
            [(PlotFields.Begun, PlotFields.CompletedOn)],
            Pairs(new() { Begun = false, CompletedOn = Day.AddYears(-2) })
        );

    [Fact]
    public void A_stop_that_nothing_ended_contradicts_a_look_that_saw_none() =>
        Assert.Equal(
            [(PlotFields.Suspended, PlotFields.SuspendedOn)],
            Pairs(
                new()
                {
                    ObservedOn = Day,
                    Suspended = false,
                    SuspendedOn = Day.AddDays(-1),
                }
            )
        );

    [Fact]
    public void All_piles_driven_by_permit_contradict_what_has_not_begun()
    {
        var driven = new Progress
        {
            ObservedOn = Day,
            Begun = false,
            PermitOn = Day.AddDays(-9),
            Foundation = FoundationKind.Piled,
            PilesDriven = 100,
            PilesTotal = 100,
        };
        Assert.Equal([(PlotFields.Begun, PlotFields.PilesDriven)], Pairs(driven));
        Assert.Empty(Pairs(driven with { PilesDriven = 99 }));
        Assert.Empty(Pairs(driven with { PermitOn = Day.AddDays(1) }));
    }

    [Fact]
    public void What_came_after_the_look_or_on_its_day_is_no_contradiction() =>
        Assert.Empty(
            Pairs(
                new()
                {
                    ObservedOn = Day,
                    Begun = false,
                    BegunOn = Day,
                    CompletedOn = Day.AddYears(1),
                    Suspended = true,
                    SuspendedOn = Day.AddDays(-9),
                    ResumedOn = Day.AddDays(-2),
                }
            )
        );

    [Fact]
    public void Both_facts_their_values_and_the_look_are_told_in_words()
    {
        var progress = new Progress
        {
            ObservedOn = Day,
            Begun = false,
            BegunOn = new(2022, 2, 1),
        };
        var issue = Assert.Single(Check(progress));
        Assert.Equal(("facts.contradiction", Severity.Warn), (issue.Code, issue.Severity));
        Assert.Equal(
            "是否动工为“否”，实际动工日期为“2022-02-01”（核查日期 2026-01-01），互相矛盾",
            issue.Sentence(Texts.Chinese)
        );
        Assert.DoesNotContain("begun_on", issue.Sentence(Texts.English), StringComparison.Ordinal);
        Assert.Equal(
            "是否动工为“否”，实际动工日期为“2022-02-01”，互相矛盾",
            Assert.Single(Check(progress with { ObservedOn = null })).Sentence(Texts.Chinese)
        );
    }

    private static IEnumerable<ImportIssue> Check(Progress progress) =>
        FactCheck.Check(new() { Number = "A", Progress = progress }, new("ledger.csv", 2, "A"));

    private static IEnumerable<(Field?, Field?)> Pairs(Progress progress) =>
        Check(progress)
            .Select(issue => (PlotFields.Find(issue.Arguments["one"]), PlotFields.Find(issue.Arguments["other"])));
}
