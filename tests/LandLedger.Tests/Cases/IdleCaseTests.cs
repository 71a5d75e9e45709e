using LandLedger.Cases;

namespace LandLedger.Tests.Cases;

/// <summary>The statutory path of idle land, walked to its end for each finding. Due days counted on a wall calendar.</summary>
public sealed class IdleCaseTests
{
    private static readonly (string, Fact)[] None = [];

    private static readonly (string, string, (string, Fact)[])[] Answered =
    [
        ("suspect", "2026-03-02", None),
        ("notify", "2026-03-20", None),
        ("serve", "2026-03-23", None),
        ("answer", "2026-04-10", None),
    ];

    private static readonly (string, string, (string, Fact)[])[] HolderPublished =
    [
        .. Answered,
        ("find-holder", "2026-04-20", None),
        ("publish-holder", "2026-04-21", None),
    ];

    private static readonly (string, string, (string, Fact)[])[] HearingWaived =
    [
        .. HolderPublished,
        ("plan-holder", "2026-04-27", None),
        ("approve-holder", "2026-05-06", None),
        ("tell-hearing", "2026-05-07", None),
        ("waive-hearing", "2026-05-08", None),
    ];

    [Fact]
    public void The_notice_is_due_in_30_days_and_the_answer_in_30_days_from_service()
    {
        var suspected = Steps.Walk("idle", Answered[..1]);
        Assert.Equal(("suspected", false), (suspected.State.Id, suspected.IsPublished));
        Assert.Equal(Day.Of("2026-04-01"), Assert.Single(suspected.Clocks).Due(HolidayCalendar.Default).Day);

        var served = Steps.Walk("idle", Answered[..3]);
        Assert.Equal(Day.Of("2026-03-20"), served.Clocks[0].Stopped);
        Assert.Equal(Day.Of("2026-04-22"), served.Clocks[1].Due(HolidayCalendar.Default).Day);
    }

    [Fact]
    public void No_answer_is_recorded_only_after_the_30_days()
    {
        var served = Steps.Walk("idle", Answered[..3]);
        var early = Steps.Refused(served, "no-answer", "2026-04-22");
        Assert.Equal("clock-running", early.Code);
        Assert.Contains("2026年4月22日", early.In(Language.Chinese), StringComparison.Ordinal);
        Assert.DoesNotContain("no-answer", early.Allowed.Select(step => step.Id));
        Assert.Contains("answer", early.Allowed.Select(step => step.Id));

        var late = Steps.Then(served, "no-answer", "2026-04-23");
        Assert.Equal("unanswered", late.State.Id);
        Assert.Equal("found-holder", Steps.Then(late, "find-holder", "2026-04-24").State.Id);
    }

    [Fact]
    public void The_holders_cause_ends_in_a_fee_paid_and_a_plot_withdrawn()
    {
        var planned = Steps.Walk(
            "idle",
            [.. HolderPublished, ("plan-holder", "2026-04-27", [("measure", Fact.Of("idle-fee"))])]
        );
        Assert.True(planned.IsPublished);
        var told = Steps.Walk(
            "idle",
            [
                .. HolderPublished,
                ("plan-holder", "2026-04-27", [("measure", Fact.Of("idle-fee"))]),
                ("approve-holder", "2026-05-06", None),
                ("tell-hearing", "2026-05-07", None),
            ]
        );
        Assert.True(told.IsPublished);
        // 8 | 9 (a Saturday worked) | 11 12 13
        Assert.Equal(
            Day.Of("2026-05-13"),
            told.Running(Clock(told, "hearing-request"))!.Due(HolidayCalendar.Default).Day
        );
        Assert.Equal("clock-running", Steps.Refused(told, "lapse-hearing", "2026-05-13").Code);
        Assert.Equal("clock-run-out", Steps.Refused(told, "request-hearing", "2026-05-14").Code);

        var heard = Steps.Then(told, "lapse-hearing", "2026-05-14");
        var wrong = Steps.Refused(heard, "decide-take-back", "2026-05-15");
        Assert.Equal(("fact-other", "facts.measure"), (wrong.Code, wrong.Place));
        var due = Steps.Then(Steps.Then(heard, "decide-fee", "2026-05-15"), "serve-fee", "2026-05-18");
        Assert.Equal(
            [("lawsuit", "2026-11-18"), ("payment", "2026-06-17"), ("reconsideration", "2026-07-17")],
            due.Clocks.Where(clock => clock.IsRunning)
                .Select(clock => (clock.Rule.Id, $"{clock.Due(HolidayCalendar.Default).Day:yyyy-MM-dd}"))
                .Order()
        );
        // Of the three the lawsuit ends last; it is enforced from the day after that on, and for three months without a reason.
        foreach (var day in (string[])["2026-06-17", "2026-06-18", "2026-11-18"])
        {
            var early = Steps.Refused(due, "enforce", day);
            Assert.Equal(
                ("not-ended", "lawsuit", Fact.Of(Day.Of("2026-11-18")), "2026-11-19"),
                (early.Code, early.Title!["en"], early.Value, Assert.Single(early.Words))
            );
        }
        Assert.Equal("enforcing", Steps.Then(due, "enforce", "2026-11-19").State.Id);

        var closed = Steps.Then(Steps.Then(due, "pay-fee", "2026-06-10"), "withdraw", "2026-06-12");
        Assert.Equal(("closed", true, false), (closed.State.Id, closed.IsClosed, closed.IsPublished));
        Assert.DoesNotContain(closed.Clocks, clock => clock.IsRunning);
        var holder = Assert.Single(closed.Delays);
        Assert.Equal((DelayKind.Holder, true), (holder.Kind, holder.Established));
        Assert.Equal("case-closed", Steps.Refused(closed, "hold", "2026-06-13").Code);
    }

    /// <summary>A fee of 1,000,000: 1 yuan is no payment in full, and the parts add up.</summary>
    [Fact]
    public void A_fee_is_performed_once_the_payments_reach_what_was_decided()
    {
        var heard = Steps.Walk("idle", HearingWaived);
        Assert.Equal("not-positive", Steps.Refused(heard, "decide-fee", "2026-05-15", Yuan(0)).Code);
        var decided = Steps.Then(heard, "decide-fee", "2026-05-15", Yuan(1_000_000));
        Assert.Null(decided.Owed);
        var due = Steps.Then(decided, "serve-fee", "2026-05-18");
        Assert.Equal(Money.FromYuan(1_000_000), due.Owed);
        var little = Steps.Refused(due, "pay-fee", "2026-05-20", Yuan(1));
        Assert.Equal(
            ("still-owed", "facts.amount", Fact.Of(1_000_000m, Unit.Yuan)),
            (little.Code, little.Place, little.Value)
        );
        Assert.Equal("nothing-left", Steps.Refused(due, "pay-part", "2026-05-20", Yuan(1_000_000)).Code);
        Assert.Equal("not-positive", Steps.Refused(due, "pay-part", "2026-05-20", Yuan(0)).Code);

        var part = Steps.Then(
            Steps.Then(due, "pay-part", "2026-05-20", Yuan(400_000.25m)),
            "pay-part",
            "2026-05-21",
            Yuan(1)
        );
        Assert.Equal(("fee-due", Money.FromYuan(599_998.75m)), (part.State.Id, part.Owed!.Value));
        Assert.Contains(part.Clocks, clock => clock.Rule.Id == "payment" && clock.IsRunning);
        Assert.Equal("still-owed", Steps.Refused(part, "pay-fee", "2026-05-22", Yuan(599_998.74m)).Code);
        var paid = Steps.Then(part, "pay-fee", "2026-05-22", Yuan(599_998.75m));
        Assert.Equal(("performed", (Money?)null, (Money?)null), (paid.State.Id, paid.Owed, paid.Overpaid));

        // A yuan too much is refused, or taken with a reason and told as to be refunded.
        var much = Steps.Refused(part, "pay-fee", "2026-05-22", Yuan(599_999.75m));
        Assert.Equal(
            ("more-than-owed", "reason", Fact.Of(599_998.75m, Unit.Yuan)),
            (much.Code, much.Place, much.Value)
        );
        var over = Steps.Of(part.Procedure, "pay-fee", Day.Of("2026-05-22"), Yuan(599_999.75m)) with
        {
            Reason = "误缴",
        };
        Assert.Equal(Money.FromYuan(1), part.Take(over, HolidayCalendar.Default).Case!.Overpaid);

        // A decision annulled owes nothing, and what was paid on it does not count for the next one.
        var annulled = Steps.Then(Steps.Then(part, "appeal", "2026-05-25"), "appeal-annulled", "2026-05-29");
        Assert.Null(annulled.Owed);

        static (string, Fact) Yuan(decimal yuan) => ("amount", Fact.Of(yuan, Unit.Yuan));
    }

    [Fact]
    public void A_hearing_is_called_seven_working_days_ahead_and_held_before_the_take_back()
    {
        var asked = Steps.Walk(
            "idle",
            [
                .. HolderPublished,
                ("plan-holder", "2026-04-27", [("measure", Fact.Of("recover-without-compensation"))]),
                ("approve-holder", "2026-05-06", None),
                ("tell-hearing", "2026-05-07", None),
                ("request-hearing", "2026-05-13", None),
            ]
        );
        // Working days after 13 May: 14 15 | 18 to 22 | 25 to 29 | 1 to 5 June | 8 9 10.
        Assert.Equal(Day.Of("2026-06-10"), asked.Running(Clock(asked, "hearing"))!.Due(HolidayCalendar.Default).Day);
        Assert.Equal("mark-missing", Steps.Refused(asked, "hold-hearing", "2026-06-01").Code);
        var early = Steps.Refused(asked, "call-hearing", "2026-05-14", ("hearing-day", Fact.Of(Day.Of("2026-05-25"))));
        Assert.Equal(("day-too-early", "facts.hearing-day"), (early.Code, early.Place));
        var called = Steps.Then(asked, "call-hearing", "2026-05-14", ("hearing-day", Fact.Of(Day.Of("2026-05-26"))));
        Assert.Equal("hearing-requested", called.State.Id);
        var ahead = Steps.Refused(called, "hold-hearing", "2026-05-25");
        Assert.Equal(("day-not-reached", Fact.Of(Day.Of("2026-05-26"))), (ahead.Code, ahead.Value));
        Assert.DoesNotContain("hold-hearing", ahead.Allowed.Select(step => step.Id));
        // Called anew, the day before no longer holds.
        var again = Steps.Then(called, "call-hearing", "2026-05-25", ("hearing-day", Fact.Of(Day.Of("2026-06-04"))));
        Assert.Equal("day-not-reached", Steps.Refused(again, "hold-hearing", "2026-06-03").Code);

        var due = Steps.Then(
            Steps.Then(Steps.Then(called, "hold-hearing", "2026-05-26"), "decide-take-back", "2026-06-01"),
            "serve-take-back",
            "2026-06-02"
        );
        Assert.Equal(Day.Of("2026-07-02"), due.Running(Clock(due, "deregistration"))!.Due(HolidayCalendar.Default).Day);
        Assert.Equal("performed", Steps.Then(due, "deregister", "2026-06-20").State.Id);
        Assert.Equal("performed", Steps.Then(due, "cancel-registration", "2026-12-03").State.Id);
    }

    [Fact]
    public void A_decision_under_appeal_is_not_enforced_and_one_annulled_goes_back_to_the_plan()
    {
        var due = Steps.Walk(
            "idle",
            [
                .. HearingWaived,
                ("decide-fee", "2026-05-15", None),
                ("serve-fee", "2026-05-18", None),
                ("appeal", "2026-06-01", None),
            ]
        );
        Assert.Equal("mark-set", Steps.Refused(due, "enforce", "2026-12-01").Code);
        // Fifteen days for a lawsuit after the reconsideration: 4 to 18 August.
        var upheld = Steps.Then(due, "appeal-upheld", "2026-08-03");
        Assert.Equal(
            Day.Of("2026-08-18"),
            upheld.Running(Clock(upheld, "lawsuit-after"))!.Due(HolidayCalendar.Default).Day
        );
        Assert.Equal("not-ended", Steps.Refused(upheld, "enforce", "2026-08-04").Code);
        Assert.Equal("not-ended", Steps.Refused(upheld, "enforce", "2026-08-18").Code);
        Assert.Equal("enforcing", Steps.Then(upheld, "enforce", "2026-08-19").State.Id);
        Assert.Equal("mark-set", Steps.Refused(upheld, "appeal", "2026-08-04").Code);
        Assert.Equal("clock-run-out", Steps.Refused(upheld, "sue", "2026-08-19").Code);
        var sued = Steps.Then(upheld, "sue", "2026-08-18");
        Assert.Equal("mark-set", Steps.Refused(sued, "enforce", "2026-10-09").Code);
        var judged = Steps.Then(sued, "judgement-upheld", "2026-11-20");
        Assert.Equal("enforcing", Steps.Then(judged, "enforce", "2026-11-20").State.Id);

        // Three months from 18 August end on 18 November; later there has to be a reason.
        Assert.Equal("enforcing", Steps.Then(upheld, "enforce", "2026-11-18").State.Id);
        var late = Steps.Refused(upheld, "enforce", "2026-11-19");
        Assert.Equal(("too-late", "reason", Fact.Of(Day.Of("2026-11-18"))), (late.Code, late.Place, late.Value));
        var excused = Steps.Of(upheld.Procedure, "enforce", Day.Of("2026-11-19")) with { Reason = "企业重整" };
        Assert.Null(upheld.Take(excused, HolidayCalendar.Default).Refusal);
        Assert.Contains("enforce", upheld.Allowed(Day.Of("2026-11-19"), HolidayCalendar.Default).Select(one => one.Id));

        var annulled = Steps.Then(due, "appeal-annulled", "2026-08-03");
        Assert.Equal(("published-holder", true), (annulled.State.Id, annulled.IsPublished));
        Assert.DoesNotContain(annulled.Clocks, clock => clock.IsRunning);
    }

    [Fact]
    public void Land_begun_and_stopped_is_planned_by_agreement_whatever_the_cause()
    {
        var published = Steps.Walk(
            "idle",
            [
                .. Answered,
                ("find-holder", "2026-04-20", [("partly-developed", Fact.Of(true))]),
                ("publish-holder", "2026-04-21", None),
            ]
        );
        Assert.Equal("fact-other", Steps.Refused(published, "plan-holder", "2026-04-27").Code);
        Assert.Equal("not-taken", Steps.Refused(published, "plan-partly", "2026-04-27").Code);
        var filed = Steps.Then(published, "file-monitoring", "2026-04-27");
        Assert.Equal("planned-agreed", Steps.Then(filed, "plan-partly", "2026-04-27").State.Id);
    }

    [Fact]
    public void The_authoritys_cause_carries_its_interval_and_ends_in_an_agreement_performed()
    {
        var planned = Steps.Walk(
            "idle",
            [
                .. Answered,
                (
                    "find-authority",
                    "2026-04-20",
                    [
                        ("delay-kind", Fact.Of("late-delivery")),
                        ("delay-from", Fact.Of(Day.Of("2024-03-01"))),
                        ("delay-to", Fact.Of(Day.Of("2025-01-31"))),
                    ]
                ),
                ("publish-authority", "2026-04-21", None),
                ("file-monitoring", "2026-04-22", None),
                ("plan-agreed", "2026-04-27", [("measure", Fact.Of("temporary-use")), ("mortgaged", Fact.Of(true))]),
            ]
        );
        var delay = Assert.Single(planned.Delays);
        Assert.Equal(
            (DelayKind.LateDelivery, Cause.Authority, Day.Of("2024-03-01"), Day.Of("2025-01-31"), true),
            (delay.Kind, delay.Cause, delay.From!.Value, delay.To!.Value, delay.Established!.Value)
        );
        Assert.Equal("mark-missing", Steps.Refused(planned, "approve-agreed", "2026-05-06").Code);
        var approved = Steps.Then(Steps.Then(planned, "tell-mortgagee", "2026-04-28"), "approve-agreed", "2026-05-06");
        // Temporary use: two years at most.
        var until = Fact.Of(Day.Of("2028-05-08"));
        Assert.Equal("day-too-late", Steps.Refused(approved, "sign-agreement", "2026-05-07", ("until", until)).Code);
        Assert.Equal(
            "day-not-later",
            Steps.Refused(approved, "sign-agreement", "2026-05-07", ("until", Fact.Of(Day.Of("2026-05-07")))).Code
        );
        var agreed = Steps.Then(approved, "sign-agreement", "2026-05-07", ("until", Fact.Of(Day.Of("2026-10-01"))));
        var clock = agreed.Running(Clock(agreed, "performance"))!;
        Assert.Equal(Day.Of("2026-10-01"), clock.Due(HolidayCalendar.Default).Day);
        Assert.Equal(
            "day-not-later",
            Steps.Refused(agreed, "extend-performance", "2026-09-01", ("until", Fact.Of(Day.Of("2026-10-01")))).Code
        );
        var extended = Steps.Then(agreed, "extend-performance", "2026-09-01", ("until", Fact.Of(Day.Of("2026-11-01"))));
        Assert.Equal("依申请", Assert.Single(extended.Running(clock.Rule)!.Extensions).Reason);
        Assert.Equal("clock-running", Steps.Refused(extended, "break-agreement", "2026-11-01").Code);
        Assert.Equal("planned-agreed", Steps.Then(extended, "break-agreement", "2026-11-02").State.Id);
        var performed = Steps.Then(extended, "perform-agreement", "2026-10-15");
        Assert.Equal("closed", Steps.Then(performed, "withdraw", "2026-10-16").State.Id);
    }

    /// <summary>Signed on 7 May 2026: the year ends at the close of 7 May 2027, and no later extension of the agreement gets beyond it.</summary>
    [Fact]
    public void A_start_is_put_off_by_one_year_at_most_and_its_new_day_is_stated()
    {
        var approved = Approved("extend-start");
        var missing = Steps.Refused(approved, "sign-agreement", "2026-05-07", Until("2027-05-07"));
        Assert.Equal(("fact-missing", "facts.new-start"), (missing.Code, missing.Place));
        var late = Steps.Refused(approved, "sign-agreement", "2026-05-07", Until("2027-05-07"), Start("2028-04-07"));
        Assert.Equal(("day-too-late", "facts.new-start"), (late.Code, late.Place));
        Assert.Contains("2027年5月7日", late.In(Language.Chinese), StringComparison.Ordinal);
        Assert.Equal(
            "facts.until",
            Steps.Refused(approved, "sign-agreement", "2026-05-07", Until("2027-05-08"), Start("2027-05-07")).Place
        );
        var agreed = Steps.Then(approved, "sign-agreement", "2026-05-07", Until("2027-03-01"), Start("2027-03-01"));
        var longer = Steps.Refused(agreed, "extend-performance", "2026-09-01", Until("2027-05-08"));
        Assert.Equal(("day-too-late", "facts.until"), (longer.Code, longer.Place));
        Steps.Then(agreed, "extend-performance", "2026-09-01", Until("2027-05-07"));

        // Another measure has no such year, and no new start.
        Steps.Then(
            Steps.Then(Approved("adjust-use"), "sign-agreement", "2026-05-07", Until("2028-04-07")),
            "extend-performance",
            "2026-09-01",
            Until("2029-01-01")
        );

        static (string, Fact) Until(string day) => ("until", Fact.Of(Day.Of(day)));
        static (string, Fact) Start(string day) => ("new-start", Fact.Of(Day.Of(day)));
        static Case Approved(string measure) =>
            Steps.Walk(
                "idle",
                [
                    .. Answered,
                    ("find-authority", "2026-04-20", None),
                    ("publish-authority", "2026-04-21", None),
                    ("file-monitoring", "2026-04-22", None),
                    ("plan-agreed", "2026-04-27", [("measure", Fact.Of(measure))]),
                    ("approve-agreed", "2026-05-06", None),
                ]
            );
    }

    [Fact]
    public void Land_found_not_idle_closes_and_was_never_published()
    {
        var closed = Steps.Walk("idle", [.. Answered, ("find-not-idle", "2026-04-20", None)]);
        Assert.Equal(("not-idle", true, false), (closed.State.Id, closed.IsClosed, closed.IsPublished));
        Assert.Empty(closed.Delays);
    }

    [Fact]
    public void A_cause_may_still_last_but_not_end_before_it_began()
    {
        var answered = Steps.Walk("idle", Answered);
        var from = ("delay-from", Fact.Of(Day.Of("2024-03-01")));
        Assert.Null(Assert.Single(Steps.Then(answered, "find-authority", "2026-04-20", from).Delays).To);
        var wrong = Steps.Refused(
            answered,
            "find-authority",
            "2026-04-20",
            from,
            ("delay-to", Fact.Of(Day.Of("2024-02-29")))
        );
        Assert.Equal(("delay-ends-before", "facts.delay-to"), (wrong.Code, wrong.Place));
        var holder = Steps.Refused(answered, "find-authority", "2026-04-20", from, ("delay-kind", Fact.Of("holder")));
        Assert.Equal(("fact-wrong.delay-kind", "facts.delay-kind"), (holder.Code, holder.Place));
    }

    /// <summary>The day of the step itself is past enough: a cause may begin on the day on which it is found.</summary>
    [Theory]
    [InlineData("find-authority", "delay-from")]
    [InlineData("find-authority", "idle-since")]
    [InlineData("find-holder", "idle-since")]
    public void What_is_said_to_have_happened_is_no_later_than_the_step(string kind, string fact)
    {
        var answered = Steps.Walk("idle", Answered);
        var ahead = Steps.Refused(answered, kind, "2026-04-20", (fact, Fact.Of(Day.Of("2026-04-21"))));
        Assert.Equal(
            ("fact-ahead", "facts." + fact, Fact.Of(Day.Of("2026-04-20"))),
            (ahead.Code, ahead.Place, ahead.Value)
        );
        Steps.Then(answered, kind, "2026-04-20", (fact, Fact.Of(Day.Of("2026-04-20"))));
        var building = Steps.Walk("performance", [("watch", "2026-03-02", None)]);
        Assert.Equal(
            "fact-ahead",
            Steps.Refused(building, "begin", "2026-03-20", ("begun-on", Fact.Of(Day.Of("2026-03-21")))).Code
        );
    }

    private static ProcedureClock Clock(Case walked, string id) => walked.Procedure.FindClock(id)!;

    private static string RefusedClock(Case walked, string kind, string day)
    {
        var title = Steps.Refused(walked, kind, day).Title!["zh"];
        return walked.Procedure.Clocks.Single(clock => clock.Title["zh"] == title).Id;
    }
}
