using LandLedger.Cases;
using LandLedger.Disposal;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Office;

namespace LandLedger.Issuing;

/// <summary>
/// The issued lists of a store (清单簿). Issuing a list, with all its rows, and each step about one, is one write transaction: there is all of
/// it, or nothing.
/// </summary>
public sealed class ListBook(IPlotStore store)
{
    /// <summary>By which the working days of a publication are counted.</summary>
    public HolidayCalendar Calendar { get; init; } = OfficeBook.CalendarOf(store.Ledger);

    private KeptRules Kept => new(store.Ledger);

    /// <summary>Issues a list under the next number of the year.</summary>
    /// <exception cref="StoreException">The store cannot be written; it is as it was before.</exception>
    public (IssuedList? List, ListRefusal? Refusal) Issue(ListIssue asked, ListRecording recording)
    {
        if (
            StepTexts.Wrong([
                ("who", asked.Who),
                ("reason", asked.Reason),
                ("document", asked.Document),
                ("key", recording.Key),
            ]) is
            { } place
        )
            return (null, TextWrong(place));
        // Judged and drafted before anybody has to wait; where somebody wrote meanwhile, once more while nobody else writes.
        var facts = store.Ledger.Head();
        var judged = asked.Judge();
        if (judged.Basis.AsOf > recording.Today)
            return (null, new("as-of-ahead", "as-of") { Value = Fact.Of(recording.Today) });
        var draft = Draft(asked, judged, NextOf(store.Lists.LastOf(recording.Today.Year)), facts, recording);
        using var writing = store.Lists.Begin();
        if (recording.Key is { } key && writing.Keyed(key) is { } kept)
            return Again(kept, key, asked, judged);
        var last = writing.LastEntry?.Head ?? LedgerHead.None;
        var number = NextOf(writing.LastOf(recording.Today.Year));
        if (last != facts)
            judged = asked.Judge();
        if (last != facts || number != draft.Number)
            draft = Draft(asked, judged, number, last, recording);
        return Other(judged) is { } other ? (null, other)
            : judged.Rows.Count == 0 ? (null, new("empty", "category") { Value = Fact.Of(judged.Basis.AsOf) })
            : (Record(writing, draft, judged, recording), null);

        ListNumber NextOf(int last) => new(recording.Today.Year, last + 1);
    }

    /// <summary>Takes a step about a list.</summary>
    /// <exception cref="StoreException">The store cannot be written; it is as it was before.</exception>
    public (IssuedList? List, ListRefusal? Refusal) Take(ListNumber number, ListStep step, ListRecording recording)
    {
        if (
            StepTexts.Wrong([
                ("who", step.Who),
                ("reason", step.Reason),
                ("document", step.Document),
                ("objector", step.Objector),
                ("redaction", step.Redaction),
                ("key", recording.Key),
            ]) is
            { } place
        )
            return (null, TextWrong(place));
        using var writing = store.Lists.Begin();
        if (recording.Key is { } key && writing.Keyed(key) is { } kept)
            return Again(kept, key, number, step);
        if (writing.Find(number) is not { } row)
            return (null, Unknown(number));
        var before = Of(row);
        if (recording.After is { } after && after != before.Steps.Count)
            return (null, new("went-on", "number") { Value = Fact.Of(before.LastDay) });
        if (step.Day > recording.Today)
            return (null, new("day-ahead", "day") { Value = Fact.Of(recording.Today) });
        var (now, refusal) = before.Take(step);
        if (now is null)
            return (null, refusal);
        using var pen = new ListPen(writing, recording.At, step.Who, step.Day);
        if (step.Counted?.Calendar == Calendar.Text.Digest && !Kept.Has(Calendar.Text))
            pen.Keep(Calendar.Text);
        var filed = pen.Put(now, row, recording.Key);
        writing.Commit(recording.At);
        return (filed, null);
    }

    public IssuedList? Find(ListNumber number) => store.Lists.Find(number) is { } row ? Of(row) : null;

    /// <summary>In order of their numbers, streamed.</summary>
    public IEnumerable<IssuedList> List() => store.Lists.Rows().Select(Of);

    /// <summary>The rows of a list in their order, from 1, streamed.</summary>
    /// <exception cref="StoreException">While enumerating: the ledger was altered.</exception>
    public IEnumerable<IssuedRow> Rows(IssuedList list)
    {
        var number = list.Number.ToString();
        using var digest = new RowDigest();
        foreach (var entry in store.Ledger.BySubject(Subject.RowsOf(number)).Select(LedgerEntry.Of))
        {
            digest.Add(entry.Says);
            yield return RowSaid.Read(entry.Says);
        }
        if ((digest.Rows, digest.Sha256()) != (list.Rows, list.Sha256))
            throw LedgerEntry.Altered(list.Entry, Subject.OfList(number));
    }

    /// <summary>One row of a list, from 1; null where it has no such row.</summary>
    public IssuedRow? Row(ListNumber number, int row) =>
        store.Ledger.About(Subject.OfRow(number.ToString(), row)).Select(LedgerEntry.Of).ToList() is [{ } entry, ..]
            ? RowSaid.Read(entry.Says)
            : null;

    /// <summary>The lists in which a plot stands, in order of their numbers; looks at the rows of all lists.</summary>
    /// <param name="plots">The keys that the plot goes by or went by.</param>
    /// <exception cref="StoreException">While enumerating: the ledger was altered.</exception>
    public IEnumerable<ListedPlot> Having(IReadOnlyCollection<PlotKey> plots)
    {
        foreach (var list in List())
        {
            var place = 0;
            foreach (var entry in store.Ledger.BySubject(Subject.RowsOf(list.Number.ToString())))
            {
                place++;
                var says = LedgerEntry.Of(entry).Says;
                if (plots.Contains(RowSaid.Plot(says)))
                    yield return new(list, place, RowSaid.Read(says));
            }
        }
    }

    /// <summary>What a list says, as it was issued, whatever plots and rules have become.</summary>
    /// <exception cref="StoreException">list-damaged: it has a column that this program does not know.</exception>
    public ListContents Contents(IssuedList list) => Contents(list, Rows(list));

    /// <summary>What a list says in public: by the rule that it was published by, else by the one that counts now.</summary>
    public ListContents Public(IssuedList list) => Public(list, Contents(list));

    /// <summary>What is said of a list, all of it or an extract, as it is said in public.</summary>
    public static ListContents Public(IssuedList list, ListContents contents) =>
        (
            list.Publication?.Redaction is { } name
                ? Redaction.Find(name) ?? throw Damaged(list.Number.ToString())
                : Redaction.Default
        ).Of(contents);

    /// <summary>What somebody sees of a list who does not see all of its plots; null where he sees none of them.</summary>
    /// <param name="seen">Which of some plots are seen.</param>
    /// <param name="shared">Numbers that several plots share which are seen.</param>
    /// <exception cref="StoreException">The ledger was altered.</exception>
    public ListExtract? Extract(
        IssuedList list,
        Func<IReadOnlyList<PlotKey>, IReadOnlySet<PlotKey>> seen,
        IReadOnlySet<string> shared
    )
    {
        try
        {
            return ListExtract.Of(this, list, seen, shared);
        }
        catch (Exception e) when (SaidJson.IsUnreadable(e))
        {
            throw Damaged(list.Number.ToString());
        }
    }

    /// <summary>That there is no such list.</summary>
    public static ListRefusal Unknown(ListNumber number) =>
        new("unknown", "number") { Value = Fact.Of(number.ToString()) };

    internal static ListContents Contents(IssuedList list, IEnumerable<IssuedRow> rows) =>
        new()
        {
            Basis = list.Basis,
            Texts = Texts.In(list.Language),
            Columns = [.. list.Columns.Select(id => DisposalColumns.Find(id) ?? throw Damaged(list.Number.ToString()))],
            Totals = list.Totals,
            Lines = rows.Select(ListLine.Of),
            Law = new(() => list.Law),
        };

    /// <summary>The list before its rows are written.</summary>
    private static IssuedList Draft(
        ListIssue asked,
        DisposalList judged,
        ListNumber number,
        LedgerHead facts,
        ListRecording recording
    )
    {
        var contents = judged.Contents;
        var list = new IssuedList
        {
            Number = number,
            At = recording.At,
            Entry = 0,
            Day = recording.Today,
            AsOf = judged.Basis.AsOf,
            Facts = facts,
            Package = judged.Basis.Package,
            Version = judged.Basis.Version,
            Rules = judged.Basis.Rules?.Digest,
            Categories = asked.Categories,
            Language = judged.Texts.Language,
            Data = judged.Basis.Data,
            Who = asked.Who,
            Reason = asked.Reason,
            Document = asked.Document,
            Columns = [.. contents.Columns.Select(column => column.Id)],
            Rows = judged.Rows.Count,
            Sha256 = "",
            Files = new Dictionary<string, string>(StringComparer.Ordinal),
            Totals = judged.Totals,
            Law = contents.Law.Value,
            Key = recording.Key,
        };
        return asked.Digests is { } digests && list.Rows > 0
            ? list with
            {
                Files = digests(Contents(list, RowsOf(judged))),
            }
            : list;
    }

    /// <summary>That a county's own package says something else by now than what was decided by under its name.</summary>
    private ListRefusal? Other(DisposalList judged) =>
        judged.Basis.Rules is { } rules && Kept.Clash(rules) is { } other
            ? new("rules-other", "rules") { Value = Fact.Of(rules.Name), Words = [other.Digest, rules.Digest] }
            : null;

    private IssuedList Record(IListWriting writing, IssuedList draft, DisposalList judged, ListRecording recording)
    {
        using var pen = new ListPen(writing, recording.At, draft.Who, draft.Day);
        if (writing.LastEntry?.Head.Number is not > 0)
            pen.Begin(store.Plots(new() { Shapes = true, Ended = true }), store.Firms());
        var facts = pen.Head;
        if (judged.Basis.Rules is { } rules && !Kept.Has(rules))
            pen.Keep(rules);
        var (rows, digest) = pen.PutRows(draft.Number, RowsOf(judged));
        var filed = pen.Put(draft with { Facts = facts, Rows = rows, Sha256 = digest });
        writing.Commit(recording.At);
        return filed;
    }

    private static IEnumerable<IssuedRow> RowsOf(DisposalList judged)
    {
        var contents = judged.Contents;
        return contents.Lines.Select(line => IssuedRow.Of(line, contents.Columns));
    }

    /// <summary>What was answered when a list was issued by this key; refused where that was another one.</summary>
    private static (IssuedList?, ListRefusal?) Again(ListRow kept, string key, ListIssue asked, DisposalList judged)
    {
        var issued = Of(kept);
        var basis = judged.Basis;
        return
            issued.Key == key
            && (issued.AsOf, issued.Package, issued.Version) == (basis.AsOf, basis.Package, basis.Version)
            && (issued.Who, issued.Reason, issued.Document) == (asked.Who, asked.Reason, asked.Document)
            && issued.Language == judged.Texts.Language
            && issued.Categories.SequenceEqual(asked.Categories)
            ? (issued with { Steps = [], Entries = [] }, null)
            : OtherKey(key);
    }

    /// <summary>What was answered when a step was taken by this key; refused where that was another one.</summary>
    private static (IssuedList?, ListRefusal?) Again(ListRow kept, string key, ListNumber number, ListStep step)
    {
        var at = kept.Steps.TakeWhile(one => one.Key != key).Count();
        var list = Of(kept);
        return kept.Number == number.ToString() && at < kept.Steps.Count && list.Steps[at] == step
            ? (list with { Steps = [.. list.Steps.Take(at + 1)], Entries = [.. list.Entries.Take(at + 1)] }, null)
            : OtherKey(key);
    }

    /// <summary>What it was used for may be none of the caller's business.</summary>
    private static (IssuedList?, ListRefusal?) OtherKey(string key) =>
        (null, new("key-other", "key") { Value = Fact.Of(key) });

    private static ListRefusal TextWrong(string place) => new("text-wrong", place) { Value = StepTexts.Longest };

    private static IssuedList Of(ListRow row)
    {
        try
        {
            return ListReplay.List(row);
        }
        catch (Exception e) when (SaidJson.IsUnreadable(e))
        {
            throw Damaged(row.Number);
        }
    }

    private static StoreException Damaged(string number) =>
        new("list-damaged", new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = number });
}
