using System.Text;
using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Rules;
using LandLedger.Turns;
using Xunit;

namespace LandLedger.Stores.Contract;

public abstract partial class CaseStoreContract
{
    [Fact]
    public void A_case_is_open_from_the_day_of_its_first_step_to_the_day_before_it_is_closed()
    {
        Taken(Walk(A, "suspect", "notify"), "drop");
        Walk(B, "suspect");

        Assert.Empty(Listed(new() { OpenOn = new(2026, 2, 28) }));
        Assert.Equal(["2026-0001", "2026-0002"], Listed(new() { OpenOn = Day(1) }));
        Assert.Equal(["2026-0001", "2026-0002"], Listed(new() { OpenOn = Day(19) }));
        Assert.Equal(["2026-0002"], Listed(new() { OpenOn = Day(20) }));
        Assert.Equal(["2026-0001"], Listed(new() { OpenOn = Day(19), Plot = "A-1" }));
    }

    /// <summary>A-1 should have begun on 1 January 2024, and nobody began: the rules give idle on each of these days.</summary>
    [Fact]
    public void A_class_that_a_case_set_counts_from_its_day_on_until_it_is_taken_back()
    {
        var number = Walk(A, "suspect");
        Take(number, Set("in-order", Day(5)));
        Take(number, SampleSteps.Of("idle", "clear-override", Day(9)));

        Assert.Equal(Category.Idle, On(Day(4)).CountsAs);
        var set = On(Day(5));
        Assert.Equal((Category.Idle, Category.InOrder, true), (set.Category, set.CountsAs, set.IsSetApart));
        var by = set.Cases!.Set!;
        Assert.Equal(
            ("2026-0001", Category.Idle, "现场核实", "园办〔2026〕5号", Day(5)),
            (by.Case.ToString(), by.By.Computed, by.By.Reason, by.By.Document, by.By.Day)
        );
        var entry = Encoding.UTF8.GetString(Store.Ledger.Rows(by.Entry - 1).First().Bytes.Span);
        Assert.Contains("现场核实", entry, StringComparison.Ordinal);
        Assert.Equal(Category.InOrder, On(Day(8)).CountsAs);
        Assert.Equal(Category.Idle, On(Day(9)).CountsAs);
        Assert.Null(On(Day(9)).Cases!.Set);
        AssertWhole();
    }

    [Fact]
    public void The_classes_of_a_plot_follow_each_other_day_by_day()
    {
        var number = Walk(A, "suspect");
        Take(number, Set("in-order", Day(5)));
        Take(number, SampleSteps.Of("idle", "clear-override", Day(9)));

        var spans = ClassSpan.Of(KnownPark.Of(Store), A, RuleSets.Default, new(2024, 12, 30), Day(12)).ToList();

        // The year ends at the close of 1 January 2025; whether the land is well used nobody has said.
        Assert.Equal(
            [
                (new(2024, 12, 30), new(2025, 1, 1), Category.Undetermined, Category.Undetermined),
                (new(2025, 1, 2), Day(4), Category.Idle, Category.Idle),
                (Day(5), Day(8), Category.InOrder, Category.Idle),
                (Day(9), Day(12), Category.Idle, Category.Idle),
            ],
            spans.Select(span => (span.Since, span.Until, span.Class, span.Computed))
        );
        Assert.All(spans, span => Assert.Equal(span.Class, On(span.Until).CountsAs));
        Assert.Contains("2026-0001", spans[2].SetBasis(Texts.Chinese), StringComparison.Ordinal);
        Assert.Null(spans[3].SetBasis(Texts.Chinese));
        Assert.Empty(ClassSpan.Of(KnownPark.Of(Store), new("331100", "none"), RuleSets.Default, Day(1), Day(1)));
    }

    [Fact]
    public void What_a_case_set_and_held_ends_with_the_case()
    {
        var number = Walk(A, "suspect", "notify");
        Take(number, Set("low-efficiency", Day(5)));
        Take(number, SampleSteps.Of("idle", "hold", Day(6)));
        Taken(number, "drop");

        Assert.Equal(Category.LowEfficiency, On(Day(19)).CountsAs);
        var hold = On(Day(19)).Cases!.Hold!;
        Assert.Equal(("2026-0001", Day(6)), (hold.Case.ToString(), hold.Day));
        Assert.Null(On(Day(5)).Cases!.Hold);
        Assert.Equal([("2026-0001", "notified")], On(Day(19)).Cases!.Open.Select(Told));
        Assert.Equal([("2026-0001", "suspected")], On(Day(1)).Cases!.Open.Select(Told));
        Assert.Null(On(Day(20)).Cases);
        Assert.Null(On(new(2026, 2, 28)).Cases);

        static (string, string) Told(OpenCase open) => (open.Number.ToString(), open.State.Id);
    }

    /// <summary>The case that was opened later set its class first.</summary>
    [Fact]
    public void Of_several_cases_the_one_counts_that_set_the_class_last()
    {
        var idle = Walk(A, "suspect");
        var step = SampleSteps.Of(
            "performance",
            Procedures.Shipped.Find("performance")!.StepsFrom(null).First().Id,
            new(2026, 3, 1)
        );
        var other = Opened(Book.Open(A, "performance", step, SampleSteps.Recording));
        Take(other, Set("low-efficiency", Day(5), "performance"));
        Take(idle, Set("use-changed", Day(5)));

        Assert.Equal(Category.UseChanged, On(Day(5)).CountsAs);
        Assert.Equal(["2026-0001", "2026-0002"], On(Day(5)).Cases!.Open.Select(open => open.Number.ToString()));
        Take(other, Set("in-order", Day(6), "performance"));
        Assert.Equal(Category.InOrder, On(Day(6)).CountsAs);
        Take(other, SampleSteps.Of("performance", "clear-override", Day(7)));
        Assert.Equal(Category.UseChanged, On(Day(7)).CountsAs);
    }

    /// <summary>A plot has had the class that the case of its other procedure set before, once the last that set one is taken back or closed.</summary>
    [Fact]
    public void What_turned_the_class_of_a_plot_are_the_steps_that_set_one_took_it_back_or_closed_the_case()
    {
        var first = Walk(A, "suspect");
        Take(first, Set("use-changed", Day(3)));
        Take(first, Set("in-order", Day(5)));
        var step = SampleSteps.Of(
            "performance",
            Procedures.Shipped.Find("performance")!.StepsFrom(null).First().Id,
            Day(1)
        );
        var second = Opened(Book.Open(A, "performance", step, SampleSteps.Recording));
        Take(second, Set("low-efficiency", Day(7), "performance"));
        Take(second, SampleSteps.Of("performance", "drop", Day(9)));
        Take(first, SampleSteps.Of("idle", "clear-override", Day(11)));

        Assert.Equal("Idle>UseChanged 2026-0001 override", Turned(2, 3));
        Assert.Equal("UseChanged>InOrder 2026-0001 override", Turned(3, 6));
        Assert.Equal("InOrder>LowEfficiency 2026-0002 override", Turned(6, 8));
        Assert.Equal("LowEfficiency>InOrder 2026-0002 drop", Turned(8, 10));
        Assert.Equal("InOrder>Idle 2026-0001 clear-override", Turned(10, 11));
        Assert.Equal("LowEfficiency>Idle 2026-0002 drop, 2026-0001 clear-override", Turned(8, 11));
        Assert.Equal("", Turned(5, 6));
    }

    [Fact]
    public void A_set_class_opens_no_measure_and_those_of_the_computed_class_are_told_as_closed()
    {
        var before = On(Day(5));
        Assert.Contains(before.Measures, measure => measure.Kind == MeasureKind.Investigate);
        Assert.Empty(before.ClosedMeasures);
        var number = Walk(A, "suspect");
        Take(number, Set("idle", Day(5)));

        Assert.False(On(Day(5)).IsSetApart);
        Assert.Equal(before.Measures.AsEnumerable(), On(Day(5)).Measures.AsEnumerable());

        Take(number, Set("in-order", Day(6)));
        Assert.Empty(On(Day(6)).Measures);
        Assert.Equal(before.Measures.AsEnumerable(), On(Day(6)).ClosedMeasures.AsEnumerable());
    }

    [Fact]
    public void No_plot_is_judged_where_the_row_of_a_case_was_altered()
    {
        Walk(A, "suspect");
        Sql("UPDATE {0}case_steps SET kind = 'x'");

        Assert.Equal("case-damaged", Assert.Throws<StoreException>(() => On(Day(5))).Code);
    }

    private Evaluation On(DateOnly day, IPlotStore? store = null) =>
        ParkEvaluation
            .Of(store ?? Store, RuleSets.Default, day, PlotQuery.All)
            .Single(evaluation => evaluation.Plot.Number == A.Number);

    /// <summary>What the two evaluations between two days of March turned of A-1, with the step of a case that did.</summary>
    private string Turned(int from, int to)
    {
        var park = KnownPark.Of(Store);
        var turns = new ClassTurns(new(park, RuleSets.Default, Day(from)), new(park, RuleSets.Default, Day(to)))
            .All()
            .ToList();
        if (turns.Count == 0)
            return "";
        var step = Assert.Single(Assert.Single(turns).Steps);
        Assert.Equal(TurnedBy.Case, step.By);
        var by = step.Cases.Select(turned => $"{turned.Booked.Number} {turned.Step.Kind}");
        return $"{step.From}>{step.To} {string.Join(", ", by)}";
    }

    private static CaseStep Set(string category, DateOnly day, string procedure = "idle") =>
        SampleSteps.Of(
            procedure,
            "override",
            day,
            ("computed-class", Fact.Of("idle")),
            ("set-class", Fact.Of(category)),
            ("document", Fact.Of("园办〔2026〕5号"))
        ) with
        {
            Reason = "现场核实",
        };

    private void Take(CaseNumber number, CaseStep step) => Opened(Book.Take(number, step, SampleSteps.Recording));
}
