using LandLedger.Cases;
using LandLedger.Disposal;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Rules;
using LandLedger.Tests.Cases;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>A-1 is idle by the rules on each of these days, and has a case whose version nobody has here.</summary>
public abstract partial class CaseStoreContract
{
    [Fact]
    public void A_case_whose_version_is_not_at_hand_is_listed_as_it_is_stored_and_only_its_clocks_cannot_be_told()
    {
        var number = Unread(Said("qing-1", "tell", 2) with { Responsible = new("资源局", null) });

        var unread = Assert.IsType<UnreadCase>(Book.Find(number));
        Assert.Equal(("idle", "qing-1", "told"), (unread.Follows.Id, unread.Follows.Version, unread.State));
        Assert.Equal(["start", "tell"], unread.Steps.Select(step => step.Kind));
        string[] one = ["2026-0001"];
        Assert.Equal(one, Listed(new() { State = "told" }));
        Assert.Equal(one, Listed(new() { Unit = "资源局", OverdueOn = Day(9) }));
        Assert.Equal(one, Listed(new() { DueBy = Day(9) }));
        Assert.Empty(Listed(new() { Unit = "园办" }));
        var due = Assert.Single(Book.Due(CaseQuery.All, Day(9), overdue: true));
        Assert.Equal((number, null), (due.Booked.Number, due.Deadline));
        Assert.Equal("procedure-missing", Book.Judged(number).Refusal!.Code);
    }

    [Fact]
    public void What_no_step_can_have_said_is_certain_whatever_the_procedure_is()
    {
        Unread(Said("qing-1", "tell", 2));

        var judged = On(Day(5));
        Assert.Equal((Category.Idle, false), (judged.CountsAs, judged.IsSetApart));
        Assert.Equal(false, judged.Cases!.IsHeld);
        Assert.Equal("told", Assert.Single(judged.Cases.Unread).State);
        Assert.Null(Assert.Single(On(Day(1)).Cases!.Unread).State);
    }

    [Fact]
    public void A_class_set_and_a_hold_by_steps_of_every_procedure_count_without_it()
    {
        Unread(Common("override", 3, InOrder), Common("hold", 4), Common("note", 5));

        var set = On(Day(5));
        Assert.Equal((Category.InOrder, Category.Idle), (set.CountsAs, set.Cases!.Set!.By.Computed));
        Assert.Equal(Day(4), set.Cases.Hold!.Day);
        Assert.Equal(Category.Idle, On(Day(2)).CountsAs);
        Assert.Equal(1, DisposalList.Of([set], Basis, Texts.Chinese).Totals.HeldBack.Plots);
        Assert.Equal("Idle>InOrder 2026-0001 override", Turned(2, 5));
    }

    [Fact]
    public void What_a_step_of_the_missing_procedure_may_have_taken_back_is_named_as_unknown()
    {
        Unread(Common("override", 3, InOrder), Common("hold", 4), Said("qing-1", "tell", 5));

        var judged = On(Day(5));
        Assert.Equal(
            (Category.Idle, Category.Undetermined, true),
            (judged.Category, judged.CountsAs, judged.IsSetApart)
        );
        Assert.Null(judged.Cases!.IsHeld);
        Assert.DoesNotContain(judged.Measures, measure => measure.IfCause is null);
        var list = DisposalList.Of([judged], Basis, Texts.Chinese, []);
        var row = Assert.Single(list.Rows);
        Assert.Equal((1, 0), (list.Totals.MayBeHeld.Plots, list.Totals.Held.Plots));
        Assert.Equal("undetermined", DisposalColumns.Find("set_category")!.Of(row).Text);
        Assert.False(DisposalColumns.Find("held")!.Of(row).IsKnown);
        foreach (var column in (string[])["set_basis", "held_basis", "cases"])
        {
            Assert.Contains("2026-0001", DisposalColumns.Find(column)!.Of(row).Text, StringComparison.Ordinal);
            Assert.Contains("qing-1", DisposalColumns.Find(column)!.Of(row).Text, StringComparison.Ordinal);
        }
        Assert.Equal("InOrder>Undetermined 2026-0001 tell", Turned(4, 5));
    }

    [Fact]
    public void A_later_word_of_a_case_that_can_be_read_counts()
    {
        Unread(Common("override", 3, InOrder), Said("qing-1", "tell", 4));
        var step = SampleSteps.Of("performance", Opening("performance"), Day(4));
        var other = Opened(Book.Open(A, "performance", step, SampleSteps.Recording));
        Assert.Equal(Category.Undetermined, On(Day(4)).CountsAs);

        Take(other, Set("low-efficiency", Day(5), "performance"));

        Assert.Equal(Category.LowEfficiency, On(Day(5)).CountsAs);
        Assert.Single(On(Day(5)).Cases!.Unread);
    }

    [Fact]
    public void A_closed_case_stays_closed_in_what_was_recorded_though_nobody_can_judge_it()
    {
        Unread(Common("override", 3, InOrder), Common("drop", 4));

        using var then = RecordedStore.Of(Store.Ledger, Store.Cases, SampleSteps.Recording.At)!;
        var recorded = Assert.IsType<UnreadCase>(new CaseBook(then.Store, HolidayCalendar.Default).Find(new(2026, 1)));
        Assert.Equal((true, true, "dropped"), (recorded.IsClosed, recorded.IsDropped, recorded.State));
        foreach (var store in (IPlotStore[])[Store, then.Store])
        {
            Assert.Null(On(Day(4), store).Cases);
            Assert.Equal(Category.InOrder, On(Day(3), store).CountsAs);
        }
    }

    private static (string, Fact)[] InOrder =>
        [
            ("set-class", Fact.Of("in-order")),
            ("computed-class", Fact.Of("idle")),
            ("document", Fact.Of("园办〔2026〕5号")),
        ];

    private static ListBasis Basis => ListBasis.Of(RuleSets.Default, Day(5));

    private static string Opening(string procedure) => Procedures.Shipped.Find(procedure)!.StepsFrom(null).First().Id;

    private static CaseStep Common(string kind, int day, params (string, Fact)[] facts) =>
        Steps.Of(Later.Find("idle", "qing-1")!, kind, Day(day), facts) with
        {
            Reason = "现场核实",
        };

    /// <summary>The case that these steps make under a version that the store is not opened with, nothing of which an older program kept.</summary>
    private CaseNumber Unread(params CaseStep[] steps)
    {
        using var own = OpenWith(At("idle.json"));
        var number = Opened(Start(own, A, "qing-1", keeps: false));
        foreach (var step in steps)
            Opened(Older(own).Take(number, step, SampleSteps.Recording));
        return number;
    }
}
