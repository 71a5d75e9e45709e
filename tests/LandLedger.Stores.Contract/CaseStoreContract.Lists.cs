using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Rules;
using Xunit;

namespace LandLedger.Stores.Contract;

public abstract partial class CaseStoreContract
{
    [Fact]
    public void Cases_are_found_by_plot_procedure_state_and_whether_they_are_closed()
    {
        Walk(A, "suspect", "notify");
        Taken(Walk(B, "suspect"), "drop");
        Walk(B, "suspect");

        Assert.Equal(["2026-0001"], Listed(new() { Plot = "A-1" }));
        Assert.Equal(["2026-0002", "2026-0003"], Listed(new() { Plot = "B-1", County = "331100" }));
        Assert.Empty(Listed(new() { County = "331102" }));
        Assert.Equal(["2026-0001"], Listed(new() { State = "notified" }));
        Assert.Equal(["2026-0002"], Listed(new() { IsClosed = true }));
        Assert.Equal(["2026-0001", "2026-0003"], Listed(new() { IsClosed = false }));
        Assert.Equal(["2026-0003"], Listed(new() { After = new(2026, 2) }));
        Assert.Empty(Listed(new() { Procedure = "use-changed" }));
    }

    /// <summary>The answer is due 30 days after service on 3 March, on 2 April 2026, a Thursday.</summary>
    [Fact]
    public void Cases_are_found_by_what_is_due_and_overdue_and_by_who_is_responsible()
    {
        var number = Walk(A, "suspect", "notify", "serve");
        var note = SampleSteps.Of("idle", "note", Day(4)) with { Responsible = new("资源局", "王") };
        Opened(Book.Take(number, note, SampleSteps.Recording));
        // The notice of this one is due on 31 March.
        Walk(B, "suspect");

        Assert.Equal(["2026-0002"], Listed(new() { DueBy = new(2026, 4, 1) }));
        Assert.Equal(["2026-0001", "2026-0002"], Listed(new() { DueBy = new(2026, 4, 2) }));
        Assert.Equal(["2026-0002"], Listed(new() { OverdueOn = new(2026, 4, 2) }));
        Assert.Equal(["2026-0001", "2026-0002"], Listed(new() { OverdueOn = new(2026, 4, 3) }));
        Assert.Equal(["2026-0001"], Listed(new() { Unit = "资源局" }));

        var due = Book.Due(CaseQuery.All, new(2026, 4, 3), overdue: true);
        Assert.Equal(
            [("2026-0002", "notice", 3), ("2026-0001", "answer", 1)],
            due.Select(one =>
                (one.Booked.Number.ToString(), one.Deadline!.Clock.Rule.Id, one.Deadline!.DaysOver!.Value)
            )
        );
        Assert.Equal(2, Book.Due(CaseQuery.All, new(2026, 3, 1), overdue: false).Count);
        Assert.Empty(Book.Due(CaseQuery.All, new(2026, 3, 1), overdue: true));
    }

    [Fact]
    public void Running_numbers_of_more_digits_come_after_those_of_fewer_within_their_year()
    {
        Walk(A, "suspect");
        var row = Store.Cases.Find(new(2026, 1))!;
        using (var import = Store.BeginImport())
        {
            foreach (var number in (string[])["2026-9999", "2026-10000", "2027-0001"])
                import.Put(row with { Number = number });
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        }

        Assert.Equal(
            ["2026-0001", "2026-9999", "2026-10000", "2027-0001"],
            Store.Cases.Rows(CaseQuery.All).Select(one => one.Number)
        );
        Assert.Equal(
            ["2026-10000", "2027-0001"],
            Store.Cases.Rows(new() { After = new(2026, 9999) }).Select(one => one.Number)
        );
        Assert.Equal(new CaseNumber(2026, 10001), Walk(B, "suspect"));
    }

    /// <summary>Land due on 1 January 2024 is idle from 2 January 2025; 100 days of a changed plan move that to 12 April.</summary>
    [Fact]
    public void A_cause_that_a_case_finds_is_a_delay_of_the_plot_and_moves_the_day_since_when_it_is_idle()
    {
        Assert.Equal(new DateOnly(2025, 1, 2), IdleSince());
        var number = Walk(A, "suspect", "notify", "serve", "answer");
        var find = SampleSteps.Of(
            "idle",
            "find-authority",
            Day(9),
            ("delay-kind", Fact.Of("plan-change")),
            ("delay-from", Fact.Of(new DateOnly(2024, 6, 1))),
            ("delay-to", Fact.Of(new DateOnly(2024, 9, 8)))
        );

        Opened(Book.Take(number, find, SampleSteps.Recording));

        var delay = Assert.Single(Assert.Single(Store.Find("A-1")).Delays);
        Assert.Equal(
            (DelayKind.PlanChange, true, "2026-0001", "自然资〔2026〕8号"),
            (delay.Kind, delay.Established, delay.Case, delay.Evidence)
        );
        Assert.Equal(new DateOnly(2025, 4, 12), IdleSince());
        Assert.Equal(SamplePlots.At("A-1", 119, 28).Shape!.Wkb.ToArray(), Store.Find("A-1")[0].Shape!.Wkb.ToArray());
        var told = PlotHistory.At(Store.Ledger, A, null, null).Entries[^1];
        Assert.Equal((EntryKind.Changed, Day(9), "李录"), (told.Kind, told.Since, told.By));
        Assert.Equal("2026-0001", told.Says.GetProperty("delays")[0].GetProperty("case").GetString());
        AssertWhole();
    }

    /// <summary>The register has the holder's cause since 1 August 2024; the case finds it and names no first day.</summary>
    [Fact]
    public void A_cause_found_without_first_day_is_the_one_that_the_plot_has()
    {
        Delayed(new Delay { Kind = DelayKind.Holder, From = new(2024, 8, 1) });
        var number = Walk(A, "suspect", "notify", "serve", "answer");

        Opened(Book.Take(number, SampleSteps.Of("idle", "find-holder", Day(9)), SampleSteps.Recording));

        var delay = Assert.Single(Assert.Single(Store.Find("A-1")).Delays);
        Assert.Equal(
            (DelayKind.Holder, new DateOnly(2024, 8, 1), true, "2026-0001"),
            (delay.Kind, delay.From, delay.Established, delay.Case)
        );
        AssertWhole();
    }

    [Theory]
    [InlineData("2020-05-01", "2021-05-01", "2024-08-01", null, null)]
    [InlineData("2020-05-01", null, "2024-08-01", null, "delay-unclear")]
    [InlineData("2020-05-01", "2021-05-01", "2022-08-01", "2023-01-31", "delay-unclear")]
    public void A_cause_found_without_first_day_is_not_guessed_among_several(
        string from,
        string? to,
        string laterFrom,
        string? laterTo,
        string? code
    )
    {
        Delayed(
            new()
            {
                Kind = DelayKind.Holder,
                From = Of(from),
                To = to is null ? null : Of(to),
            },
            new()
            {
                Kind = DelayKind.Holder,
                From = Of(laterFrom),
                To = laterTo is null ? null : Of(laterTo),
            },
            new() { Kind = DelayKind.Petition, From = Of("2023-01-01") }
        );
        var number = Walk(A, "suspect", "notify", "serve", "answer");

        var (_, refusal) = Book.Take(number, SampleSteps.Of("idle", "find-holder", Day(9)), SampleSteps.Recording);

        Assert.Equal(code, refusal?.Code);
        if (code is not null)
        {
            Assert.Equal([from, laterFrom], refusal!.Words);
            Assert.Equal("facts.delay-from", refusal.Place);
        }
        Assert.Equal(3, Store.Find("A-1")[0].Delays.Count);
        Assert.Equal(code is null ? 1 : 0, Store.Find("A-1")[0].Delays.Count(delay => delay.Established == true));

        static DateOnly Of(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
    }

    private void Delayed(params Delay[] delays)
    {
        using var import = Store.BeginImport();
        import.Put(
            SamplePlots.At(A.Number, 119, 28) with
            {
                Grant = Supplied,
                Progress = new() { Begun = false },
                Delays = delays,
            }
        );
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
    }

    [Fact]
    public void What_is_read_is_another_state_once_a_step_is_taken()
    {
        Walk(A, "suspect");
        using var reader = OpenAgain();
        var (state, stamp) = (reader.State(), reader.Stamp());

        Walk(B, "suspect");

        Assert.NotEqual(state, reader.State());
        Assert.NotEqual(stamp, Store.Stamp());
    }

    [Theory]
    [InlineData("DELETE FROM {0}case_steps WHERE number = '2026-0001' AND seq = 2", "step-2")]
    [InlineData("UPDATE {0}case_steps SET who = '赵' WHERE number = '2026-0001' AND seq = 1", "step-1")]
    [InlineData("UPDATE {0}case_steps SET facts = 'x' WHERE number = '2026-0001' AND seq = 1", "step-1")]
    [InlineData(
        "INSERT INTO {0}case_steps (number, seq, entry, kind, day, who, role, facts) VALUES ('2026-0001', 4, 9, 'drop', '2026-03-09', '赵', 'officer', '{{}}')",
        "step-4"
    )]
    [InlineData("UPDATE {0}cases SET state = 'closed', closed = true WHERE number = '2026-0001'", "state")]
    [InlineData("UPDATE {0}cases SET plot = 'B-1' WHERE number = '2026-0001'", "plot")]
    public void A_row_that_somebody_altered_added_or_took_away_is_found(string sql, string field)
    {
        Walk(A, "suspect", "notify", "serve");

        Sql(sql);

        Assert.Equal([$"differs cases/2026-0001 {field}"], Faults());
    }

    [Fact]
    public void A_case_that_somebody_took_away_or_added_is_found()
    {
        Walk(A, "suspect");
        Sql("DELETE FROM {0}case_steps");
        Sql("UPDATE {0}cases SET number = 'x'");

        Assert.Equal(["not-told cases/x", "not-stored cases/2026-0001"], Faults());
        Assert.Equal("case-damaged", Assert.Throws<StoreException>(() => Book.List(CaseQuery.All).ToList()).Code);
    }

    private DateOnly? IdleSince() =>
        new Evaluator(RuleSets.Default, new(2026, 6, 30)).Evaluate(Store.Find("A-1")[0]).IdleSince;

    private List<string> Listed(CaseQuery query) => [.. Book.List(query).Select(filed => filed.Number.ToString())];
}
