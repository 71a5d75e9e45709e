using LandLedger.Disposal;
using LandLedger.Formats.Lists;
using LandLedger.Import;
using LandLedger.Issuing;
using LandLedger.Ledger;
using LandLedger.Rules;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>What every store must do with issued lists; each store derives it.</summary>
public abstract partial class ListStoreContract : IDisposable
{
    protected static readonly DateOnly AsOf = new(2026, 6, 30);

    /// <summary>Later than all of them, in another year than the day as of which plots are judged.</summary>
    protected static readonly DateTimeOffset Now = new(2027, 1, 4, 9, 30, 0, 123, TimeSpan.FromHours(8));

    private IPlotStore? _store;

    /// <summary>An empty store.</summary>
    protected abstract IPlotStore Create();

    /// <summary>The same store, opened a second time beside the first.</summary>
    protected abstract IPlotStore OpenAgain();

    /// <summary>Runs SQL on its tables, beside any program of ours.</summary>
    protected abstract void Sql(string sql);

    /// <summary>Allows what triggers keep honest programs from.</summary>
    protected abstract void Unguard();

    /// <summary>With idle plots A-1 to A-3, of which one has no outline, and one in order; its ledger has no entry yet.</summary>
    protected IPlotStore Store => _store ??= Filled();

    protected ListBook Book => new(Store);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _store?.Dispose();

    [Fact]
    public void An_issued_list_is_made_again_to_the_byte_whatever_plots_have_become()
    {
        var before = Bytes(Judged().Contents with { Basis = Judged().Basis with { Number = "2027-001" } });
        var list = Issued(Issue());
        AssertWhole();

        Change();

        using var other = OpenAgain();
        var book = new ListBook(other);
        var found = book.Find(list.Number)!;
        var again = Bytes(book.Contents(found));
        Assert.Equal(before, again);
        Assert.Equal(list.Files, ListFile.Digests(book.Contents(found)));
        Assert.NotEqual(before, Bytes(Judged().Contents with { Basis = Judged().Basis with { Number = "2027-001" } }));
        Assert.Equal(
            (new DateOnly(2027, 1, 4), AsOf, 3, "王办", "季度清理", "自然资〔2027〕1号"),
            (found.Day, found.AsOf, found.Rows, found.Who, found.Reason, found.Document)
        );
        // Four plots were told when the ledger was begun; entry 5 keeps the rules; the rows are 6 to 8.
        Assert.Equal((4, 9), (found.Facts.Number, found.Entry));
        Assert.Equal((RuleSets.Default.Id, RuleSets.Default.Version), (found.Package, found.Version));
        Assert.Equal(Now, found.At);
    }

    [Fact]
    public void Lists_are_numbered_within_the_year_on_which_they_are_issued()
    {
        Issued(Issue());
        Issued(Issue());
        var next = Issued(Issue(at: Now.AddYears(1)));

        Assert.Equal("2028-001", next.Number.ToString());
        Assert.Equal(["2027-001", "2027-002", "2028-001"], Book.List().Select(list => list.Number.ToString()));
        Assert.Null(Book.Find(new(2027, 3)));
        AssertWhole();
    }

    [Fact]
    public void Running_numbers_of_more_digits_come_after_those_of_fewer_within_their_year()
    {
        Issued(Issue());
        var row = Store.Lists.Find(new(2027, 1))!;
        using (var import = Store.BeginImport())
        {
            foreach (var number in (string[])["2027-999", "2027-1000", "2028-001"])
                import.Put(row with { Number = number, Key = null });
            import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        }

        Assert.Equal(["2027-001", "2027-999", "2027-1000", "2028-001"], Store.Lists.Rows().Select(one => one.Number));
        Assert.Equal((0, 1000, 1), (Store.Lists.LastOf(2026), Store.Lists.LastOf(2027), Store.Lists.LastOf(2028)));
        Assert.Equal(new ListNumber(2027, 1001), Issued(Issue()).Number);
    }

    [Fact]
    public void Nothing_is_issued_of_a_day_to_come_or_of_no_plot_or_where_something_breaks_on_the_way()
    {
        var ahead = Issue(at: new(2026, 6, 29, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal("as-of-ahead", ahead.Refusal!.Code);
        Assert.Equal("empty", Issue(Category.UseChanged).Refusal!.Code);
        Assert.Equal(
            ("text-wrong", "reason"),
            Book.Issue(Asked() with { Reason = "a\0" }, new() { At = Now }).Refusal is { } wrong
                ? (wrong.Code, wrong.Place)
                : default
        );
        Assert.Throws<InvalidOperationException>(() =>
            Book.Issue(Asked() with { Digests = _ => throw new InvalidOperationException() }, new() { At = Now })
        );

        Assert.Empty(Book.List());
        Assert.Equal(0, Store.Ledger.Head().Number);
    }

    [Fact]
    public async Task Of_officers_who_issue_at_once_each_has_a_number_of_his_own_and_all_of_his_rows()
    {
        var book = Book;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Issued(book.Issue(Asked(), Recorded())))));

        Assert.Equal(
            Enumerable.Range(1, 6).Select(running => new ListNumber(2027, running)),
            Book.List().Select(list => list.Number)
        );
        Assert.All(Book.List(), list => Assert.Equal(3, Book.Rows(list).Count()));
        AssertWhole();
    }

    [Fact]
    public void The_same_key_with_the_same_again_is_answered_as_before_and_with_another_refused()
    {
        var list = Issued(Issue(key: "k-1"));
        var step = Step(ListStepKind.Closed) with { Reason = "完成" };
        Taken(list, step, key: "k-2");
        var entries = Store.Ledger.Head().Number;

        var again = Issued(Issue(key: "k-1"));
        Assert.Equal((list.Number, ListState.Issued), (again.Number, again.State));
        Assert.Equal(ListState.Closed, Taken(list, step, key: "k-2").State);
        Assert.Equal("key-other", Issue(Category.Idle, key: "k-1").Refusal!.Code);
        Assert.Equal("key-other", Issue(key: "k-2").Refusal!.Code);
        Assert.Equal("key-other", Refused(list, step with { Reason = "另" }, key: "k-2"));
        Assert.Equal("key-other", Refused(list, step, key: "k-1"));
        Assert.Equal(entries, Store.Ledger.Head().Number);
    }

    [Fact]
    public void A_list_is_published_objected_to_row_by_row_decided_and_closed()
    {
        var list = Issued(Issue());
        list = Taken(list, Publication);
        Assert.Equal(ListState.Published, list.State);
        list = Taken(list, Objection(2) with { Day = new(2027, 1, 6) });
        list = Taken(list, Objection(2) with { Day = new(2027, 1, 7), Objector = "乙" });
        var after = Now.AddDays(30);
        Assert.Equal("objections-open", Refused(list, Close(20), after));
        list = Taken(list, Decision(2, upheld: false), after);
        list = Taken(list, Decision(3, upheld: true), after);

        list = Taken(list, Close(20), after);

        using var other = OpenAgain();
        var found = new ListBook(other).Find(list.Number)!;
        Assert.Equal(ListState.Closed, found.State);
        Assert.Equal(list.Steps, found.Steps);
        Assert.Equal([10, 11, 12, 13, 14, 15], found.Entries);
        Assert.Equal(
            [(2, "甲", false), (3, "乙", true)],
            found.Objections.Select(one => (one.Place, one.Step.Objector!, one.Decision!.IsUpheld!.Value))
        );
        Assert.Equal("A-2", Book.Row(found.Number, 2)!.Plot.Number);
        AssertWhole();
    }

    [Fact]
    public void A_step_that_may_not_be_taken_is_refused_by_name()
    {
        var list = Issued(Issue());
        Assert.Equal("day-before-last", Refused(list, Close(3)));
        Assert.Equal("day-ahead", Refused(list, Close(5)));
        Assert.Equal("missing", Refused(list, Close(4) with { Reason = null }));
        Assert.Equal("row-unknown", Refused(list, Objection(4)));
        Assert.Equal("row-unknown", Refused(list, Objection(0)));
        Assert.Equal("missing", Refused(list, Objection(1) with { Objector = null }));
        Assert.Equal("objection-unknown", Refused(list, Decision(1, upheld: true) with { Day = new(2027, 1, 4) }));
        Assert.Equal("redaction-unknown", Refused(list, Publication with { Redaction = "none@1" }));
        Assert.Equal("missing", Refused(list, Publication with { Until = null }));
        Assert.Equal("until-before-day", Refused(list, Publication with { Until = new(2027, 1, 3) }));
        Taken(list, Publication);
        Assert.Equal("published", Refused(list, Publication));
        var last = new DateTimeOffset(2027, 1, 14, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("period-running", Refused(list, Close(14), last));
        Taken(list, Close(15), last.AddDays(1));
        Assert.Equal("closed", Refused(list, Objection(1) with { Day = new(2027, 1, 15) }, last.AddDays(1)));
        Assert.Equal("unknown", Book.Take(new(2027, 9), Close(4), Recorded()).Refusal!.Code);
        Assert.Equal(
            "went-on",
            Book.Take(list.Number, Close(15), new() { At = last.AddDays(1), After = 1 }).Refusal!.Code
        );
        AssertWhole();
    }

    protected static ListStep Step(ListStepKind kind) =>
        new()
        {
            Kind = kind,
            Day = new(2027, 1, 4),
            Who = "王办",
        };

    /// <summary>For ten days.</summary>
    private static ListStep Publication =>
        Step(ListStepKind.Published) with
        {
            Until = new(2027, 1, 14),
            Redaction = Redaction.Default.ToString(),
        };

    private static ListStep Objection(int row) =>
        Step(ListStepKind.Objected) with
        {
            Row = row,
            Objector = "甲",
            Reason = "已动工，“引号” 'a' 𠮷",
        };

    private static ListStep Decision(int objection, bool upheld) =>
        Step(ListStepKind.Decided) with
        {
            Day = new(2027, 1, 19),
            Objection = objection,
            IsUpheld = upheld,
            Reason = "现场核查",
            Document = "自然资〔2027〕3号",
        };

    private static ListStep Close(int day) =>
        Step(ListStepKind.Closed) with
        {
            Day = new(2027, 1, day),
            Reason = "公示期满",
        };

    private IPlotStore Filled()
    {
        var store = Create();
        using var import = store.BeginImport();
        for (var i = 1; i <= 3; i++)
            import.Put(
                (i == 2 ? SamplePlots.Bare($"A-{i}") : SamplePlots.At($"A-{i}", 119 + (i * 0.01), 28)) with
                {
                    Holder = i == 1 ? "王小明" : "浙江龙鼎机械有限公司",
                    Zone = "南塘片区",
                    Location = i == 1 ? "路 1 号，=cmd，王小明 13805700001" : "路 2 号",
                    StatedArea = Area.FromMu(12.5m * i),
                    Grant = new() { AgreedStart = new(2024, 1, 1), Price = Money.FromYuan(1_000_000.25m * i) },
                    Progress = new() { Begun = false },
                }
            );
        import.Put(SamplePlots.At("B-1", 119.1, 28) with { Stage = SupplyStage.Reserve });
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        return store;
    }

    /// <summary>One plot has begun, one has another holder, and one has ended.</summary>
    private void Change()
    {
        using var import = Store.BeginImport();
        import.Put(Store.Find("A-1")[0] with { Progress = new() { Begun = true } });
        import.Put(Store.Find("A-2")[0] with { Holder = "丙公司" });
        import.Put(Store.Find("A-3")[0] with { EndedOn = new(2026, 1, 1) });
        import.Commit(DateTimeOffset.UnixEpoch, [], new() { Outcome = ImportOutcome.Done, Files = [] });
    }

    protected DisposalList Judged(params Category[] categories) => Judged(Store, categories);

    protected static DisposalList Judged(IPlotStore store, params Category[] categories) =>
        DisposalList.Of(
            ParkEvaluation.Of(store, RuleSets.Default, AsOf, new PlotQuery { Shapes = true }),
            ListBasis.Of(RuleSets.Default, AsOf, "园区"),
            Texts.Chinese,
            categories
        );

    private ListIssue Asked(params Category[] categories) =>
        new()
        {
            Categories = categories,
            Who = "王办",
            Reason = "季度清理",
            Document = "自然资〔2027〕1号",
            Judge = () => Judged(categories),
            Digests = ListFile.Digests,
        };

    private static ListRecording Recorded(DateTimeOffset? at = null, string? key = null) =>
        new() { At = at ?? Now, Key = key };

    private (IssuedList? List, ListRefusal? Refusal) Issue(
        Category? category = null,
        DateTimeOffset? at = null,
        string? key = null
    ) => Book.Issue(category is { } only ? Asked(only) : Asked(), Recorded(at, key));

    protected static IssuedList Issued((IssuedList? List, ListRefusal? Refusal) answer)
    {
        Assert.True(answer.List is not null, answer.Refusal?.In(Language.English));
        return answer.List!;
    }

    private IssuedList Taken(IssuedList list, ListStep step, DateTimeOffset? at = null, string? key = null) =>
        Issued(Book.Take(list.Number, step, Recorded(at ?? Now.AddDays(3), key)));

    private string Refused(IssuedList list, ListStep step, DateTimeOffset? at = null, string? key = null)
    {
        var refusal = Book.Take(list.Number, step, Recorded(at, key)).Refusal;
        Assert.DoesNotContain('{', refusal!.In(Language.Chinese));
        return refusal.Code;
    }

    private static Dictionary<ListForm, string> Bytes(ListContents list) =>
        Enum.GetValues<ListForm>()
            .ToDictionary(
                form => form,
                form =>
                {
                    using var bytes = new MemoryStream();
                    ListFile.WriteAsync(bytes, list, form).GetAwaiter().GetResult();
                    return Convert.ToBase64String(bytes.ToArray());
                }
            );

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
