using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Rules;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>What every store must do with cases; each store derives it.</summary>
public abstract partial class CaseStoreContract : IDisposable
{
    protected static readonly PlotKey A = new("331100", "A-1");
    protected static readonly PlotKey B = new("331100", "B-1");

    private IPlotStore? _store;

    /// <summary>An empty store.</summary>
    protected abstract IPlotStore Create();

    /// <summary>The same store, opened a second time beside the first.</summary>
    protected abstract IPlotStore OpenAgain();

    /// <summary>The same store, its cases read by these procedures, to be written.</summary>
    protected abstract IPlotStore OpenWith(Procedures procedures);

    /// <summary>Runs SQL on its tables, beside any program of ours.</summary>
    protected abstract void Sql(string sql);

    /// <summary>With three plots, whose ledger has no entry yet.</summary>
    protected IPlotStore Store => _store ??= Filled();

    protected CaseBook Book => new(Store, HolidayCalendar.Default);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _store?.Dispose();

    [Fact]
    public void A_case_is_what_its_steps_make_and_a_reader_sees_it_with_all_that_they_said()
    {
        var number = Walk(A, "suspect", "notify", "serve");

        using var other = OpenAgain();
        var filed = new CaseBook(other, HolidayCalendar.Default).Judged(number).Filed!;

        Assert.Equal(("2026-0001", "served", A), (filed.Number.ToString(), filed.Case.State.Id, filed.Case.Plot));
        Assert.Equal(["suspect", "notify", "serve"], filed.Case.Steps.Select(step => step.Kind));
        var said = SampleSteps.Of("idle", "notify", Day(2));
        Assert.Equivalent(said, filed.Case.Steps[1], strict: true);
        Assert.Equal(said.Facts["papers-day"], filed.Case.Steps[1].Facts["papers-day"]);
        // Three plots were told when the ledger was begun, and what calendar, package and procedure say.
        Assert.Equal([7, 8, 9], filed.Entries);
        Assert.Null(Book.Find(new(2026, 2)));
        AssertWhole();
    }

    [Fact]
    public void Money_areas_days_and_flags_come_back_as_they_were_said()
    {
        (string, Fact)[] facts =
        [
            ("amount", Fact.Of(1_234_567.89m, Unit.Yuan)),
            ("until", Fact.Of(new DateOnly(2026, 9, 30))),
            ("partly-developed", Fact.Of(true)),
        ];
        var number = Opened(Book.Open(A, "idle", SampleSteps.Of("idle", "suspect", Day(1)), SampleSteps.Recording));
        foreach (var kind in (string[])["notify", "serve", "answer"])
            Taken(number, kind);
        Taken(number, "find-holder", facts[2]);

        var found = Book.Judged(number).Filed!.Case;

        Assert.Equal(Fact.Of(true), found.Facts["partly-developed"]);
        Assert.Equal(FactKind.Date, found.Facts["idle-since"].Kind);
        Taken(number, "publish-holder");
        Taken(number, "file-monitoring");
        Taken(number, "plan-partly", ("measure", Fact.Of("extend-start")), facts[0]);
        Taken(number, "approve-agreed");
        Taken(number, "sign-agreement", facts[1], ("new-start", facts[1].Item2));
        Assert.Equal(facts[0].Item2, Book.Judged(number).Filed!.Case.Facts["amount"]);
        Assert.Equal(facts[1].Item2, Book.Judged(number).Filed!.Case.Facts["until"]);
        AssertWhole();
    }

    [Fact]
    public void Cases_are_numbered_within_the_year_of_their_first_step()
    {
        var later = Opened(Book.Open(A, "idle", SampleSteps.Of("idle", "suspect", Day(1)), SampleSteps.Recording));
        var other = Opened(Book.Open(B, "idle", SampleSteps.Of("idle", "suspect", Day(1)), SampleSteps.Recording));
        var before = SampleSteps.Of(
            "performance",
            Procedures.Shipped.Find("performance")!.StepsFrom(null).First().Id,
            new(2025, 12, 31)
        );
        var earlier = Opened(Book.Open(A, "performance", before, SampleSteps.Recording));

        Assert.Equal(
            ["2026-0001", "2026-0002", "2025-0001"],
            new[] { later, other, earlier }.Select(number => number.ToString())
        );
        Assert.Equal(
            ["2025-0001", "2026-0001", "2026-0002"],
            Book.List(CaseQuery.All).Select(filed => filed.Number.ToString())
        );
    }

    [Fact]
    public void A_second_open_case_of_a_plot_under_one_procedure_is_refused_by_name_and_a_closed_one_stands_in_no_way()
    {
        var number = Walk(A, "suspect");

        var (_, refusal) = Book.Open(A, "idle", SampleSteps.Of("idle", "suspect", Day(2)), SampleSteps.Recording);
        Assert.Equal(("case-open", "2026-0001"), (refusal!.Code, refusal.Value.Text));

        Taken(number, "drop");
        Assert.Equal(new(2026, 2), Walk(A, "suspect"));
    }

    [Fact]
    public void A_case_needs_a_plot_that_is_there_and_has_not_ended_and_a_procedure_that_is_known()
    {
        var step = SampleSteps.Of("idle", "suspect", Day(1));
        Assert.Equal(
            "plot-unknown",
            Book.Open(new("331102", "A-1"), "idle", step, SampleSteps.Recording).Refusal!.Code
        );
        Assert.Equal("procedure-unknown", Book.Open(A, "none", step, SampleSteps.Recording).Refusal!.Code);
        Assert.Equal("plot-ended", Book.Open(Ended, "idle", step, SampleSteps.Recording).Refusal!.Code);
        Assert.Equal("case-unknown", Book.Take(new(2026, 1), step, SampleSteps.Recording).Refusal!.Code);
        Assert.Equal(
            "day-ahead",
            Book.Open(A, "idle", step with { Day = new(2026, 12, 1) }, SampleSteps.Recording).Refusal!.Code
        );
        Assert.Equal(
            ("text-wrong", "who"),
            Book.Open(A, "idle", step with { Who = "a\0" }, SampleSteps.Recording).Refusal is { } wrong
                ? (wrong.Code, wrong.Place)
                : default
        );
        Assert.Empty(Book.List(CaseQuery.All));
        Assert.Equal(0, Store.Ledger.Head().Number);
    }

    [Fact]
    public async Task Of_officers_who_take_one_step_at_once_one_wins_and_the_others_are_told_what_may_be_done()
    {
        var number = Walk(A, "suspect");
        var book = Book;

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ =>
                    Task.Run(() => book.Take(number, SampleSteps.Of("idle", "notify", Day(3)), SampleSteps.Recording))
                )
        );

        Assert.Single(answers, answer => answer.Filed is not null);
        Assert.All(
            answers.Where(answer => answer.Filed is null),
            answer =>
            {
                Assert.Equal("not-allowed", answer.Refusal!.Code);
                Assert.Contains("serve", answer.Refusal.Allowed.Select(step => step.Id));
            }
        );
        Assert.Equal(2, Book.Judged(number).Filed!.Case.Steps.Count);
        AssertWhole();
    }

    [Fact]
    public void A_step_that_was_decided_on_an_older_state_is_refused()
    {
        var number = Walk(A, "suspect", "notify");
        var note = SampleSteps.Of("idle", "note", Day(3));

        var (_, refusal) = Book.Take(number, note, SampleSteps.Recording with { After = 1 });
        Assert.Equal("case-went-on", refusal!.Code);
        Assert.Contains("serve", refusal.Allowed.Select(step => step.Id));
        Assert.Equal(3, Book.Take(number, note, SampleSteps.Recording with { After = 2 }).Filed!.Case.Steps.Count);
    }

    [Fact]
    public void The_same_key_with_the_same_step_is_answered_as_before_and_with_another_refused()
    {
        var recording = SampleSteps.Recording with { Key = "k-1" };
        var suspect = SampleSteps.Of("idle", "suspect", Day(1));
        var number = Opened(Book.Open(A, "idle", suspect, recording));
        Taken(number, "notify");
        var entries = Store.Ledger.Head().Number;

        var (again, _) = Book.Open(A, "idle", suspect, recording);

        Assert.Equal((number, "suspected", 1), (again!.Number, again.Case.State.Id, again.Case.Steps.Count));
        Assert.Equal("key-other", Book.Open(B, "idle", suspect, recording).Refusal!.Code);
        Assert.Equal("key-other", Book.Open(A, "idle", suspect with { Who = "赵" }, recording).Refusal!.Code);
        Assert.Equal("key-other", Book.Take(number, suspect, recording).Refusal!.Code);
        Assert.Equal(entries, Store.Ledger.Head().Number);

        var serve = SampleSteps.Of("idle", "serve", Day(20));
        var served = Book.Take(number, serve, recording with { Key = "k-2", After = 2 });
        var retried = Book.Take(number, serve, recording with { Key = "k-2", After = 2 });
        Assert.Equal(served.Filed!.Entries, retried.Filed!.Entries);
        Assert.Equal(3, Book.Judged(number).Filed!.Case.Steps.Count);
        AssertWhole();
    }

    [Fact]
    public void A_case_cannot_be_opened_before_its_plot_has_entered_the_register()
    {
        using (var import = Store.BeginImport())
        {
            import.Put(SamplePlots.Bare("L-1") with { EnteredOn = Day(2) });
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        }
        var step = SampleSteps.Of("idle", "suspect", Day(1));

        var refusal = Book.Open(new("331100", "L-1"), "idle", step, SampleSteps.Recording).Refusal!;

        Assert.Equal(("plot-not-entered", Day(2)), (refusal.Code, refusal.Value.Date!.Value));
        Assert.Contains("2026年3月2日起列入台账", refusal.In(Language.Chinese), StringComparison.Ordinal);
        Assert.Equal(
            new(2026, 1),
            Opened(Book.Open(new("331100", "L-1"), "idle", step with { Day = Day(2) }, SampleSteps.Recording))
        );
    }

    private PlotKey Ended => new("331100", "E-1");

    private static DateOnly Day(int day) => new(2026, 3, day);

    private IPlotStore Filled()
    {
        var store = Create();
        using var import = store.BeginImport();
        import.Put(
            SamplePlots.At(A.Number, 119, 28) with
            {
                Grant = Supplied,
                Progress = new() { Begun = false },
            }
        );
        import.Put(SamplePlots.At(B.Number, 119.1, 28));
        import.Put(SamplePlots.Bare(Ended.Number) with { EndedOn = Day(1) });
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        return store;
    }

    private static Grant Supplied => new() { AgreedStart = new(2024, 1, 1), Price = Money.FromYuan(10_000_000) };

    private CaseNumber Walk(PlotKey plot, params string[] kinds)
    {
        var number = Opened(Book.Open(plot, "idle", SampleSteps.Of("idle", kinds[0], Day(1)), SampleSteps.Recording));
        foreach (var (kind, i) in kinds.Select((kind, i) => (kind, i)).Skip(1))
            Opened(Book.Take(number, SampleSteps.Of("idle", kind, Day(i + 1)), SampleSteps.Recording));
        return number;
    }

    private void Taken(CaseNumber number, string kind, params (string, Fact)[] facts) =>
        Opened(Book.Take(number, SampleSteps.Of("idle", kind, Day(20), facts), SampleSteps.Recording));

    private static CaseNumber Opened((FiledCase? Filed, StepRefusal? Refusal) answer)
    {
        Assert.True(answer.Filed is not null, answer.Refusal?.In(Language.English));
        return answer.Filed!.Number;
    }

    /// <summary>The chain is whole, and what the store has is what its entries say.</summary>
    private void AssertWhole() => Assert.Empty(Faults());

    private List<string> Faults() =>
        [
            .. LedgerCheck
                .Faults(Store.Ledger)
                .Concat(ProjectionCheck.Faults(Store))
                .Select(fault => $"{fault.Code} {fault.About} {fault.Arguments.GetValueOrDefault("field")}".TrimEnd()),
        ];
}
