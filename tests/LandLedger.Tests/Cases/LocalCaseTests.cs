using LandLedger.Cases;

namespace LandLedger.Tests.Cases;

/// <summary>Low-efficiency land and land put to another use: what is taken back, and what is held of the deposit.</summary>
public sealed class LocalCaseTests
{
    private static readonly (string, Fact)[] None = [];

    [Theory]
    [InlineData("low-efficiency", "talked", "complete-take-back")]
    [InlineData("use-changed", "not-corrected", "deregister")]
    public void A_take_back_that_was_served_starts_the_periods_to_appeal(string procedure, string back, string end)
    {
        var served = TakenBack.Of(procedure);
        Assert.Equal(
            [("deregistration", "2026-05-13"), ("lawsuit", "2026-10-13"), ("reconsideration", "2026-06-12")],
            served
                .Clocks.Where(clock => clock.IsRunning)
                .Select(clock => (clock.Rule.Id, $"{clock.Due(HolidayCalendar.Default).Day:yyyy-MM-dd}"))
                .Order()
        );
        // None of them rests on the law of idle land.
        Assert.DoesNotContain("order-53", served.Procedure.Clocks.Select(clock => clock.Clause.Instrument));
        Assert.DoesNotContain("order-53", served.Procedure.Steps.Select(step => step.Clause.Instrument));
        Assert.True(Steps.Then(served, end, "2026-05-08").IsClosed);
        var sued = Steps.Then(served, "sue", "2026-10-13");
        Assert.DoesNotContain(sued.Clocks, clock => clock.IsRunning && clock.Rule.IsRight);
        Assert.Equal("clock-run-out", Steps.Refused(served, "sue", "2026-10-14").Code);
        var annulled = Steps.Then(sued, "appeal-annulled", "2026-11-02");
        Assert.Equal(back, annulled.State.Id);
        var decision = annulled.Steps.Single(step => step.Kind == "decide-take-back");
        Assert.Equal("appeal-annulled", annulled.AnnulledBy(decision)!.Kind);
        Assert.Null(served.AnnulledBy(decision));
    }

    [Fact]
    public void A_take_back_decided_is_not_completed_before_it_was_served()
    {
        var decided = Case.Replay(
            Steps.Plot,
            Procedures.Shipped.Find("low-efficiency")!,
            TakenBack.Of("low-efficiency").Steps.SkipLast(1)
        ).Case!;
        Assert.Equal("not-taken", Steps.Refused(decided, "complete-take-back", "2026-05-08").Code);
    }

    [Fact]
    public void No_more_of_a_deposit_is_refunded_or_deducted_than_is_held()
    {
        var overdue = Steps.Walk("performance", ("watch", "2026-03-02", None));
        var nothing = Steps.Refused(overdue, "refund-deposit", "2026-03-03", Yuan(0.01m));
        Assert.Equal(
            ("more-than-held", "facts.amount", Fact.Of(0m, Unit.Yuan)),
            (nothing.Code, nothing.Place, nothing.Value)
        );
        Assert.Null(overdue.Deposit);
        Assert.Equal("not-positive", Steps.Refused(overdue, "hold-back-deposit", "2026-03-03", Yuan(0)).Code);
        var held = Steps.Then(overdue, "hold-back-deposit", "2026-03-03", Yuan(100_000));
        held = Steps.Then(held, "hold-back-deposit", "2026-03-04", Yuan(50_000.5m));
        Assert.Equal("more-than-held", Steps.Refused(held, "deduct-deposit", "2026-03-05", Yuan(150_000.51m)).Code);
        held = Steps.Then(held, "deduct-deposit", "2026-03-05", Yuan(30_000));
        Assert.Equal("more-than-held", Steps.Refused(held, "refund-deposit", "2026-03-06", Yuan(120_000.51m)).Code);
        var deposit = Steps.Then(held, "refund-deposit", "2026-03-06", Yuan(20_000.5m)).Deposit!;
        Assert.Equal(Money.FromYuan(150_000.5m), deposit.Held);
        Assert.Equal(
            [("deduct-deposit", Money.FromYuan(30_000)), ("refund-deposit", Money.FromYuan(20_000.5m))],
            deposit.Taken.Select(taken => (taken.Step.Id, taken.Sum))
        );
        Assert.Equal(deposit.Held.Yuan, deposit.Left.Yuan + deposit.Taken.Sum(taken => taken.Sum.Yuan));

        static (string, Fact) Yuan(decimal yuan) => ("amount", Fact.Of(yuan, Unit.Yuan));
    }
}
