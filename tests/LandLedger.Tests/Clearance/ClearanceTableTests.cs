using LandLedger.Acreage;
using LandLedger.Cases;
using LandLedger.Clearance;
using LandLedger.Disposal;
using LandLedger.Import;
using LandLedger.Rules;
using LandLedger.Tests.Cases;

namespace LandLedger.Tests.Clearance;

/// <summary>
/// Five low-efficiency plots of 10, 20, 30, 40 and 50.5 mu: A is improved in May, B has a deadline up to 30 June, C is in order now, D has ended, of E
/// nothing is done; E has no measured area.
/// </summary>
public class ClearanceTableTests
{
    private static readonly DateOnly June = new(2026, 6, 30);
    private static readonly string[] Numbers = ["A", "B", "C", "D", "E"];

    [Fact]
    public void Each_plot_of_the_stock_stands_in_one_line_and_all_close()
    {
        var table = Table(new(2026, 7, 3));

        Assert.Equal(
            [("case-closed", 1), ("class-left", 1), ("ended", 1), ("case-open", 1), ("untouched", 1)],
            table.ByOutcome.Select(line => (line.Key!, line.Stock.Plots))
        );
        Assert.Equal((5, 2, 1, 2), Plots(table.Total));
        Assert.Equal((150.5m, 40m, 40m, 70.5m), Stated(table.Total));
        Assert.Equal((0.4m, 40m / 150.5m), (table.Total.ShareOfPlots!.Value, table.Total.ShareOfStated!.Value));
        Assert.Equal((1, 0.4m), (table.Total.Stock.WithoutMeasured, table.Total.ShareOfMeasured!.Value));
        Assert.Equal(
            [("deadline-to-build", 1, 1), ("deadline-to-complete", 1, 0), (null, 3, 1)],
            table.ByMeasure.Select(line => (line.Key, line.Stock.Plots, line.Cleared.Plots))
        );
        Assert.Equal(
            [("资源局", 2, 1), (null, 3, 1)],
            table.ByUnit.Select(line => (line.Key, line.Stock.Plots, line.Cleared.Plots))
        );
        foreach (var (_, _, lines) in ClearanceWords.Parts(table))
            Assert.Equal(
                table.Total,
                lines.Aggregate(
                    new ClearanceLine(null, default, default, default, default),
                    (sum, line) =>
                        new(
                            null,
                            sum.Stock + line.Stock,
                            sum.Cleared + line.Cleared,
                            sum.Ended + line.Ended,
                            sum.Remaining + line.Remaining
                        )
                )
            );
    }

    /// <summary>The deadline is 30 June, a Tuesday: still in time on it, late from the day after.</summary>
    [Fact]
    public void What_is_late_comes_on_top_as_it_was_on_the_day()
    {
        Assert.Empty(Table(June).Late);
        var (filed, deadline) = Assert.Single(Table(new(2026, 7, 3)).Late);
        Assert.Equal(("2026-0002", 3), (filed.Number.ToString(), deadline!.DaysOver!.Value));
    }

    [Fact]
    public void A_case_that_was_closed_later_is_open_on_an_earlier_day_and_one_of_another_year_clears_nothing()
    {
        Assert.Equal((5, 1, 1, 3), Plots(Table(new(2026, 4, 30)).Total));
        Assert.Equal((5, 1, 1, 3), Plots(Table(new(2027, 1, 31)).Total));
    }

    /// <summary>E is as it was: only the paper about it is gone.</summary>
    [Fact]
    public void A_case_that_was_dropped_clears_nothing()
    {
        var table = Table(new(2026, 7, 3), Filed(3, "E", "deadline-to-build", "drop"));
        Assert.Equal((5, 2, 1, 2), Plots(table.Total));
        Assert.Equal(1, table.ByOutcome.Single(line => line.Key == "untouched").Stock.Plots);
    }

    [Theory]
    [InlineData(2, null, null, true)]
    [InlineData(3, null, null, false)]
    [InlineData(null, 40.0, null, true)]
    [InlineData(null, 40.01, null, false)]
    [InlineData(null, null, 0.26, true)]
    [InlineData(null, null, 0.27, false)]
    [InlineData(2, 40.0, 0.4, false)]
    public void A_target_is_reached_when_all_that_was_set_is(int? plots, double? mu, double? share, bool reached) =>
        Assert.Equal(
            reached,
            new ClearanceTarget(plots, (decimal?)mu, (decimal?)share).IsReached(Table(new(2026, 7, 3)).Total)
        );

    [Fact]
    public void A_share_never_looks_like_a_target_that_it_is_below()
    {
        Assert.Equal("59.99 %", ClearanceWords.PerCent(0.599999m));
        Assert.Equal("60.00 %", ClearanceWords.PerCent(0.6m));
        Assert.Equal("–", ClearanceWords.PerCent(null));
    }

    /// <summary>A (10 mu, cleared) and B (20, open) are the bureau's; C (30, cleared), D (ended) and E are nobody's.</summary>
    [Fact]
    public void Targets_are_held_against_their_part_of_the_stock_and_each_breakdown_closes_with_it()
    {
        YearTarget[] targets =
        [
            Set(1, null, null, "资源局", new(2, 25, null)),
            Set(2, null, null, "经信局", new(1, null, null)),
            Set(3, null, null, null, new(2, 40, 0.2m)),
            Set(4, Category.LowEfficiency, MeasureKind.DeadlineToBuild, null, new(null, 10, null)),
            Set(5, null, null, null, new(9, null, null)) with
            {
                Year = 2027,
            },
        ];
        var table = Table(new(2026, 7, 3), targets);

        Assert.Equal(["", "unit", "category measure"], table.Targets.Select(part => string.Join(' ', part.By)));
        Assert.All(
            table.Targets,
            part =>
                Assert.Equal(
                    table.Total,
                    part.Lines.Select(line => line.Line)
                        .Aggregate(
                            (sum, line) =>
                                new(
                                    null,
                                    sum.Stock + line.Stock,
                                    sum.Cleared + line.Cleared,
                                    sum.Ended + line.Ended,
                                    sum.Remaining + line.Remaining
                                )
                        )
                )
        );
        var whole = Assert.Single(table.Targets[0].Lines);
        Assert.Equal((0, 0m, true), (whole.PlotsLeft, whole.MuLeft, whole.IsReached));
        var units = table.Targets[1];
        Assert.Equal((3, null), (units.Plots, units.Mu));
        Assert.Equal(
            [("f:1", 2, 1, 1, 15m, false), ("f:2", 0, 0, 1, null, false), (null, 3, 1, null, null, null)],
            units.Lines.Select(line =>
                (
                    line.Target?.Place,
                    line.Line.Stock.Plots,
                    line.Line.Cleared.Plots,
                    line.PlotsLeft,
                    line.MuLeft,
                    line.IsReached
                )
            )
        );
        Assert.Equal([1, 4], table.Targets[2].Lines.Select(line => line.Line.Stock.Plots));
        Assert.True(table.Targets[2].Lines[0].IsReached);

        static YearTarget Set(int line, Category? category, MeasureKind? measure, string? unit, ClearanceTarget set) =>
            new($"f:{line}", 2026, category, measure, unit, set);
    }

    private static ClearanceTable Table(DateOnly on, params FiledCase[] more) => Table(on, [], more);

    private static ClearanceTable Table(DateOnly on, YearTarget[] targets, params FiledCase[] more)
    {
        var basis = new ListBasis("default", "2026.1", on);
        var stock = new ClearanceStock
        {
            Basis = basis,
            Plots = [.. Numbers.Select((number, i) => new StockPlot(Key(number), Category.LowEfficiency, Sum(i)))],
        };
        return ClearanceTable.Of(
            stock,
            on.Year,
            on,
            basis,
            Numbers.Where(number => number != "D").Select(number => Judged(number, on)),
            [Filed(1, "A", "deadline-to-build", "meet-deadline"), Filed(2, "B", "deadline-to-complete", null), .. more],
            HolidayCalendar.Default,
            targets: targets
        );
    }

    private static AcreageSum Sum(int index)
    {
        var mu = Area.FromMu(index == 4 ? 50.5m : 10 * (index + 1));
        return index == 4 ? new(1, mu, 0, default, 1) : new(1, mu, 0, mu, 0);
    }

    private static FiledCase Filed(int running, string plot, string measure, string? last)
    {
        var procedure = Procedures.Shipped.Find("low-efficiency")!;
        CaseStep[] steps =
        [
            Steps.Of(procedure, "list", Day.Of("2026-03-02")) with
            {
                Responsible = new("资源局", null),
            },
            Steps.Of(procedure, "first-talk", Day.Of("2026-03-09")),
            Steps.Of(
                procedure,
                "set-deadline",
                Day.Of("2026-03-16"),
                ("measure", Fact.Of(measure)),
                ("until", Fact.Of(June))
            ),
            .. last is null ? [] : (CaseStep[])[Steps.Of(procedure, last, Day.Of("2026-05-08"))],
        ];
        var (replayed, refusal) = Case.Replay(Key(plot), procedure, steps);
        Assert.Null(refusal);
        return new(new(2026, running), replayed!, [.. steps.Select((_, i) => (long)i)]);
    }

    private static PlotKey Key(string number) => new("331102", number);

    private static Evaluation Judged(string number, DateOnly on) =>
        new()
        {
            Plot = new() { County = "331102", Number = number },
            AsOf = on,
            Rules = RuleSets.Default,
            Category = number == "C" ? Category.InOrder : Category.LowEfficiency,
            Findings = [],
            Measures = [],
        };

    private static (int, int, int, int) Plots(ClearanceLine line) =>
        (line.Stock.Plots, line.Cleared.Plots, line.Ended.Plots, line.Remaining.Plots);

    private static (decimal, decimal, decimal, decimal) Stated(ClearanceLine line) =>
        (line.Stock.Stated.Mu, line.Cleared.Stated.Mu, line.Ended.Stated.Mu, line.Remaining.Stated.Mu);
}
