using LandLedger.Cases;
using LandLedger.Cases.Needs;

namespace LandLedger.Tests.Cases;

public sealed class CaseTests
{
    private static readonly (string, Fact)[] None = [];

    private static readonly (string, string, (string, Fact)[])[] Listed = [("list", "2026-03-02", None)];

    [Fact]
    public void A_case_kept_off_lists_says_why_until_it_is_let_back()
    {
        var listed = Steps.Walk("low-efficiency", Listed);
        Assert.Null(listed.Hold);
        Assert.Equal("mark-missing", Steps.Refused(listed, "release", "2026-03-03").Code);
        var held = Steps.Then(listed, "hold", "2026-03-03");
        Assert.Equal(("listed", "依申请"), (held.State.Id, held.Hold!.Reason));
        Assert.Equal("mark-set", Steps.Refused(held, "hold", "2026-03-04").Code);
        Assert.Null(listed.Hold);
        Assert.Null(Steps.Then(held, "release", "2026-03-05").Hold);
    }

    [Fact]
    public void A_class_set_by_an_officer_keeps_the_computed_one_beside_it()
    {
        var set = Steps.Then(
            Steps.Walk("low-efficiency", Listed),
            "override",
            "2026-03-03",
            ("computed-class", Fact.Of("undetermined")),
            ("set-class", Fact.Of("low-efficiency")),
            ("document", Fact.Of("会议纪要〔2026〕5号"))
        );
        Assert.Equal(
            new(Category.Undetermined, Category.LowEfficiency, "依申请", "会议纪要〔2026〕5号", Day.Of("2026-03-03")),
            set.Override
        );
        Assert.Null(Steps.Then(set, "clear-override", "2026-03-04").Override);
    }

    [Fact]
    public void An_objection_blocks_the_plan_until_it_is_answered()
    {
        var talked = Steps.Walk(
            "low-efficiency",
            [.. Listed, ("first-talk", "2026-03-09", None), ("object", "2026-03-10", None)]
        );
        var refusal = Steps.Refused(talked, "plan", "2026-03-11");
        Assert.Equal("mark-set", refusal.Code);
        Assert.Contains("异议未答复", refusal.In(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("answer-objection", refusal.Allowed.Select(step => step.Id));
        Assert.DoesNotContain("plan", refusal.Allowed.Select(step => step.Id));
        Assert.Equal(
            "planned",
            Steps.Then(Steps.Then(talked, "answer-objection", "2026-03-12"), "plan", "2026-03-12").State.Id
        );
    }

    /// <summary>No step of a procedure's own way but the holder's, and all of the common part.</summary>
    [Theory]
    [InlineData("idle", "suspect")]
    [InlineData("low-efficiency", "list")]
    [InlineData("use-changed", "find")]
    public void While_an_objection_is_not_answered_nothing_goes_on_but_what_the_holder_does(
        string procedure,
        string first
    )
    {
        var objected = Steps.Walk(procedure, [(first, "2026-03-02", None), ("object", "2026-03-10", None)]);
        var refused = Steps.Refused(objected, "object", "2026-03-11");

        Assert.All(refused.Allowed, step => Assert.True(step.IsCommon || step.By == Actor.Holder, step.Id));
        Assert.All(
            objected.Procedure.Steps.Where(step => !step.IsCommon && !step.Opens && step.By != Actor.Holder),
            step => Assert.Contains(step.Needs, need => need is NotMarked { Mark.Id: "objection" })
        );
    }

    [Fact]
    public void A_suspended_procedure_keeps_the_reason_with_its_clocks_and_goes_on_with_what_was_left()
    {
        var served = Steps.Walk(
            "idle",
            [("suspect", "2026-03-02", None), ("notify", "2026-03-20", None), ("serve", "2026-03-23", None)]
        );
        var suspended = Steps.Then(served, "suspend", "2026-04-10");
        Assert.Equal("clock-suspended", Steps.Refused(suspended, "no-answer", "2026-05-20").Code);
        var resumed = Steps.Then(suspended, "resume", "2026-05-11");
        var clock = resumed.Running(resumed.Procedure.FindClock("answer")!)!;
        Assert.Equal(new(Day.Of("2026-04-10"), Day.Of("2026-05-11"), "依申请"), Assert.Single(clock.Suspensions));
        // 13 of the 30 days were left: 10 to 22 April. From 11 May on the 13th is Saturday 23 May, so Monday.
        Assert.Equal(Day.Of("2026-05-25"), clock.Due(HolidayCalendar.Default).Day);
    }

    /// <summary>Served on 10 April while the procedure stands still since 1 April; all 30 days are left on 11 May.</summary>
    [Fact]
    public void A_clock_that_begins_while_the_procedure_is_suspended_stands_still_from_its_first_day()
    {
        var suspended = Steps.Walk(
            "idle",
            [("suspect", "2026-03-02", None), ("notify", "2026-03-20", None), ("suspend", "2026-04-01", None)]
        );
        var served = Steps.Then(suspended, "serve", "2026-04-10");
        var answer = served.Procedure.FindClock("answer")!;
        Assert.Equal(new(Day.Of("2026-04-10"), null, "依申请"), Assert.Single(served.Running(answer)!.Suspensions));
        Assert.True(served.Running(answer)!.Due(HolidayCalendar.Default).IsSuspended);
        Assert.Empty(Deadlines.On([served], Day.Of("2026-05-12"), int.MaxValue, HolidayCalendar.Default));
        Assert.Equal("clock-suspended", Steps.Refused(served, "no-answer", "2026-05-20").Code);

        var resumed = Steps.Then(served, "resume", "2026-05-11");
        Assert.Equal(Day.Of("2026-06-09"), resumed.Running(answer)!.Due(HolidayCalendar.Default).Day);
        var after = Steps.Then(Steps.Then(suspended, "resume", "2026-04-07"), "serve", "2026-04-10");
        Assert.Empty(after.Running(answer)!.Suspensions);
    }

    [Fact]
    public void A_missing_year_of_the_calendar_refuses_the_step_and_is_named()
    {
        var told = Steps.Walk(
            "use-changed",
            [
                ("find", "2026-10-12", None),
                ("order", "2026-10-13", [("until", Fact.Of(Day.Of("2026-11-30")))]),
                ("not-correct", "2026-12-01", None),
                ("plan", "2026-12-02", None),
                ("approve", "2026-12-28", None),
                ("tell-hearing", "2026-12-29", None),
            ]
        );
        var refusal = Steps.Refused(told, "lapse-hearing", "2027-02-01");
        Assert.Equal(("calendar-missing", Fact.Of(2027m, Unit.None)), (refusal.Code, refusal.Value));
        Assert.Contains("2027年", refusal.In(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains("2027年1月5日", refusal.In(Language.Chinese), StringComparison.Ordinal);
        Assert.DoesNotContain("2,027", refusal.In(Language.English), StringComparison.Ordinal);
        var early = Steps.Refused(told, "lapse-hearing", "2026-12-31");
        Assert.Equal("clock-running.nominal", early.Code);
        Assert.Contains("2027-01-05", early.In(Language.English), StringComparison.Ordinal);
    }

    /// <summary>What stands against a step is told before what it lacks, and the list of what may be taken agrees with it.</summary>
    [Fact]
    public void A_step_that_its_case_does_not_allow_is_refused_for_that_before_any_fact_is_looked_at()
    {
        var talked = Steps.Walk(
            "low-efficiency",
            [.. Listed, ("first-talk", "2026-03-09", None), ("object", "2026-03-10", None)]
        );
        Assert.Equal("mark-set", Bare(talked, "plan", "2026-03-11").Code);
        Assert.Equal(
            "fact-missing",
            Bare(Steps.Then(talked, "answer-objection", "2026-03-11"), "plan", "2026-03-11").Code
        );
        var served = Steps.Walk(
            "idle",
            [("suspect", "2026-03-02", None), ("notify", "2026-03-20", None), ("serve", "2026-03-23", None)]
        );
        var early = Bare(served, "no-answer", "2026-03-24");
        Assert.Equal("clock-running", early.Code);
        Assert.DoesNotContain("no-answer", early.Allowed.Select(step => step.Id));

        static StepRefusal Bare(Case walked, string kind, string day) =>
            Steps.Refused(
                walked.Take(
                    Steps.Of(walked.Procedure, kind, Day.Of(day)) with
                    {
                        Facts = new Dictionary<string, Fact>(),
                        Reason = null,
                    },
                    HolidayCalendar.Default
                )
            );
    }

    [Fact]
    public void A_step_before_the_law_was_in_force_has_no_length_to_count()
    {
        var idle = Procedures.Shipped.Find("idle")!;
        var step = Steps.Of(idle, "suspect", Day.Of("2012-06-30"));
        Assert.Equal("no-length", Steps.Refused(Case.Open(Steps.Plot, idle, step, HolidayCalendar.Default)).Code);
    }

    [Theory]
    [InlineData("2026-10-01", "day-not-later")]
    [InlineData("2026-10-02", null)]
    public void A_deadline_is_extended_only_to_a_later_day(string until, string? code)
    {
        var under = Steps.Walk(
            "low-efficiency",
            [
                .. Listed,
                ("first-talk", "2026-03-09", None),
                ("set-deadline", "2026-03-16", [("until", Fact.Of(Day.Of("2026-10-01")))]),
            ]
        );
        var step = Steps.Of(
            under.Procedure,
            "extend-deadline",
            Day.Of("2026-09-01"),
            ("until", Fact.Of(Day.Of(until)))
        );
        Assert.Equal(code, under.Take(step, HolidayCalendar.Default).Refusal?.Code);
    }

    [Theory]
    [InlineData("amount", "fact-wrong.money")]
    [InlineData("until", "fact-wrong.day")]
    public void A_fact_of_another_form_is_refused_with_what_would_do(string id, string code)
    {
        var watched = Steps.Walk("performance", ("watch", "2026-03-02", None));
        var kind = id == "amount" ? "refund-deposit" : "extend-start";
        var refusal = Steps.Refused(watched, kind, "2026-03-03", (id, Fact.Of("很多")));
        Assert.Equal((code, "facts." + id), (refusal.Code, refusal.Place));
        Assert.Contains("很多", refusal.In(Language.Chinese), StringComparison.Ordinal);
        Assert.Equal(code, Steps.Refused(watched, kind, "2026-03-03", (id, Fact.Of(-1m, Unit.Yuan))).Code);
    }

    [Fact]
    public void What_was_done_stands_when_the_calendar_changes()
    {
        var lapsed = Steps.Walk(
            "use-changed",
            [
                ("find", "2026-03-02", None),
                ("order", "2026-03-03", [("until", Fact.Of(Day.Of("2026-03-31")))]),
                ("not-correct", "2026-04-01", None),
                ("plan", "2026-04-02", None),
                ("approve", "2026-04-07", None),
                ("tell-hearing", "2026-04-08", None),
                ("lapse-hearing", "2026-04-16", None),
            ]
        );
        var (replayed, _) = Case.Replay(lapsed.Plot, lapsed.Procedure, lapsed.Steps);
        Assert.Equal("heard", replayed!.State.Id);
        Assert.Equal(
            "clock-running",
            Steps
                .Refused(
                    Steps.Walk("use-changed", [.. lapsed.Steps.SkipLast(1).Select(Taken)]),
                    "lapse-hearing",
                    "2026-04-15"
                )
                .Code
        );
        var (broken, refusal) = Case.Replay(lapsed.Plot, lapsed.Procedure, lapsed.Steps.Skip(1));
        Assert.Null(broken);
        Assert.Equal("opens-no-case", refusal!.Code);
        Assert.Equal("no-step", Case.Replay(lapsed.Plot, lapsed.Procedure, []).Refusal!.Code);

        static (string, string, (string, Fact)[]) Taken(CaseStep step) =>
            (step.Kind, $"{step.Day:yyyy-MM-dd}", [.. step.Facts.Select(fact => (fact.Key, fact.Value))]);
    }

    /// <summary>Late ones first, most days over on top; rights and clocks that stand still are no deadlines.</summary>
    [Fact]
    public void Late_clocks_are_listed_worst_first_with_who_is_responsible()
    {
        var late = Watched("B", "2026-06-20", new("经发局", "李四"));
        var later = Watched("A", "2026-05-31", new("经发局", "张三"));
        var today = Watched("C", "2026-06-30", null);
        var soon = Watched("D", "2026-07-30", null);
        var far = Watched("E", "2026-07-31", null);
        var closed = Steps.Then(
            Steps.Then(Watched("F", "2026-05-01", null), "miss-start", "2026-06-01"),
            "pass-on",
            "2026-06-02"
        );
        var still = Steps.Then(Watched("G", "2026-06-01", null), "suspend", "2026-05-01");
        var right = Steps.Walk(
            "use-changed",
            [
                ("find", "2026-03-02", None),
                ("order", "2026-03-03", [("until", Fact.Of(Day.Of("2026-03-31")))]),
                ("not-correct", "2026-04-01", None),
                ("plan", "2026-04-02", None),
                ("approve", "2026-04-07", None),
                ("tell-hearing", "2026-04-08", None),
            ]
        );
        Assert.True(
            Assert
                .Single(right.Clocks, clock => clock.IsRunning)
                .Due(HolidayCalendar.Default)
                .IsOver(Day.Of("2026-06-30"))
        );
        var unknown = Case.Open(
            new("360732", "H"),
            Procedures.Shipped.Find("idle")!,
            Steps.Of(Procedures.Shipped.Find("idle")!, "suspect", Day.Of("2020-11-02")),
            HolidayCalendar.Default
        ).Case!;

        var deadlines = Deadlines.On(
            [unknown, late, closed, soon, today, far, still, right, later],
            Day.Of("2026-06-30"),
            30,
            HolidayCalendar.Default
        );
        Assert.Equal(
            [("A", 30, "张三"), ("B", 10, "李四"), ("C", 0, null), ("D", -30, null)],
            deadlines
                .SkipLast(1)
                .Select(one => (one.Case.Plot.Number, one.DaysOver!.Value, one.Case.Responsible?.Person))
        );
        Assert.Equal([true, true, false, false], deadlines.SkipLast(1).Select(one => one.IsOverdue));
        Assert.Equal(
            ("H", (int?)null, (int?)2020),
            (deadlines[^1].Case.Plot.Number, deadlines[^1].DaysOver, deadlines[^1].Due.MissingYear)
        );
    }

    /// <summary>Six months from 3 September 2026 end on 3 March 2027, a year without calendar; the thirty days from 10 December on 9 January.</summary>
    [Fact]
    public void A_period_into_a_year_without_calendar_holds_nothing_up_before_it_could_be_over()
    {
        var due = Steps.Walk(
            "idle",
            [
                ("suspect", "2026-05-06", None),
                ("notify", "2026-05-20", None),
                ("serve", "2026-05-21", None),
                ("answer", "2026-06-01", None),
                ("find-holder", "2026-06-02", None),
                ("publish-holder", "2026-06-03", None),
                ("plan-holder", "2026-06-04", None),
                ("approve-holder", "2026-06-05", None),
                ("tell-hearing", "2026-06-08", None),
                ("waive-hearing", "2026-06-09", None),
                ("decide-fee", "2026-06-10", None),
                ("serve-fee", "2026-09-03", None),
            ]
        );
        var appealed = Steps.Then(due, "appeal", "2026-10-12");
        Assert.Contains("appealed", appealed.Marks.Keys);
        Steps.Then(due, "sue", "2027-03-03");
        var late = Steps.Refused(due, "sue", "2027-03-04");
        Assert.Equal(("calendar-missing", Fact.Of(2027m, Unit.None)), (late.Code, late.Value));
        Assert.Equal("clock-running.nominal", Steps.Refused(due, "enforce", "2027-03-03").Code);
        Assert.Equal("calendar-missing", Steps.Refused(due, "enforce", "2027-03-04").Code);

        var suspected = Steps.Walk("idle", ("suspect", "2026-12-10", None));
        Assert.Empty(On("2026-12-31", 8));
        Assert.Equal(
            (Day.Of("2027-01-09"), false),
            (On("2026-12-31", 9).Single().Due.Nominal, On("2026-12-31", 9).Single().IsOverdue)
        );
        Assert.False(On("2027-01-10", 0).Single().IsOverdue);

        IReadOnlyList<Deadline> On(string day, int soon) =>
            Deadlines.On([suspected], Day.Of(day), soon, HolidayCalendar.Default);
    }

    [Fact]
    public void Another_person_becomes_responsible_by_a_note()
    {
        var watched = Watched("A", "2026-05-31", new("经发局", "张三"));
        var note = Steps.Of(watched.Procedure, "note", Day.Of("2026-03-05")) with
        {
            Responsible = new("自然资源局", null),
        };
        var noted = watched.Take(note, HolidayCalendar.Default).Case!;
        Assert.Equal(new("自然资源局", null), noted.Responsible);
        Assert.Equal(noted.Responsible, Steps.Then(noted, "urge", "2026-03-06").Responsible);
    }

    private static Case Watched(string plot, string due, Responsible? responsible)
    {
        var performance = Procedures.Shipped.Find("performance")!;
        var step = Steps.Of(performance, "watch", Day.Of("2026-03-02"), ("until", Fact.Of(Day.Of(due)))) with
        {
            Responsible = responsible,
        };
        return Case.Open(new("360732", plot), performance, step, HolidayCalendar.Default).Case!;
    }
}
