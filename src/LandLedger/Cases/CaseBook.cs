using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Rules;

namespace LandLedger.Cases;

/// <summary>
/// The cases of a store (案件簿). Each step is one write transaction, in which the case is read: of two officers who take the same step at
/// once one wins, and the other is refused with what may be done now.
/// </summary>
/// <param name="calendar">On which days offices work.</param>
public sealed class CaseBook(IPlotStore store, HolidayCalendar calendar)
{
    /// <summary>The cases that are looked at: those of the store, unless others stand for them.</summary>
    public ICaseStore Cases { get; init; } = store.Cases;

    /// <summary>On which days offices work.</summary>
    public HolidayCalendar Calendar => calendar;

    /// <summary>What the class and the fee that a step states are held against.</summary>
    public RuleSet Rules { get; init; } = RuleSets.Default;

    /// <summary>Whether steps tell by which rules they were taken; an older program's did not.</summary>
    internal bool KeepsRules { get; init; } = true;

    private KeptRules Kept => new(store.Ledger);

    /// <summary>Opens a case by its first step.</summary>
    /// <exception cref="StoreException">The store cannot be written; it is as it was before.</exception>
    public (FiledCase? Filed, StepRefusal? Refusal) Open(
        PlotKey plot,
        string procedure,
        CaseStep step,
        StepRecording recording
    )
    {
        if ((StepTexts.Check(step, recording) ?? EvidenceCheck.Of(step)) is { } wrong)
            return (null, wrong);
        using var writing = Cases.Begin();
        if (recording.Key is { } key && writing.Keyed(key) is { } kept)
            return Again(writing, kept, key, step, opens: true, kept.Plot == plot && kept.Procedure == procedure);
        if (Ahead(step, recording) is { } ahead)
            return (null, ahead);
        if (Cases.Procedures.Find(procedure) is not { } rules)
            return (
                null,
                new("procedure-unknown", "procedure") { Value = Fact.Of(procedure), Words = [.. Cases.Procedures.Ids] }
            );
        if (writing.Find(plot) is not { } found)
            return (null, new("plot-unknown", "plot") { Value = Fact.Of(plot.Number), Words = [plot.County] });
        if (found.EndedOn <= step.Day)
            return (null, new("plot-ended", "plot") { Value = Fact.Of(found.EndedOn) });
        if (found.EnteredOn > step.Day)
            return (null, new("plot-not-entered", "plot") { Value = Fact.Of(found.EnteredOn) });
        if (writing.Open(plot, procedure) is { } other)
            return (null, new("case-open", "plot") { Title = rules.Title, Value = Fact.Of(other.ToString()) });
        if ((Other(rules.Text) ?? Other(Rules.Text)) is { } clash)
            return (null, clash);
        var (opened, refusal) = Case.Open(plot, rules, step, calendar);
        var number = new CaseNumber(step.Day.Year, writing.LastOf(step.Day.Year) + 1);
        return opened is null ? (null, refusal)
            : Against(opened, found) is { } against ? (null, against)
            : (Record(writing, number, opened, null, recording), null);
    }

    /// <summary>Takes one more step of a case.</summary>
    /// <exception cref="StoreException">The store cannot be written; it is as it was before.</exception>
    public (FiledCase? Filed, StepRefusal? Refusal) Take(CaseNumber number, CaseStep step, StepRecording recording)
    {
        if ((StepTexts.Check(step, recording) ?? EvidenceCheck.Of(step)) is { } wrong)
            return (null, wrong);
        using var writing = Cases.Begin();
        if (recording.Key is { } key && writing.Keyed(key) is { } kept)
            return Again(writing, kept, key, step, opens: false, kept.Number == number.ToString());
        if (writing.Find(number) is not { } row)
            return (null, Unknown(number));
        if (Booked(row) is not FiledCase { Case: var before })
            return (null, Unread(row));
        if (recording.After is { } after && after != before.Steps.Count)
            return (
                null,
                new("case-went-on", "number")
                {
                    Title = before.State.Title,
                    Value = Fact.Of(before.Steps[^1].Day),
                    Allowed = [.. before.Allowed(recording.Today, calendar)],
                }
            );
        if (Ahead(step, recording) is { } ahead)
            return (null, ahead);
        if (Other(Rules.Text) is { } clash)
            return (null, clash);
        var (now, refusal) = before.Take(step, calendar);
        if (now is null)
            return (null, refusal);
        return Against(now, writing.Find(before.Plot)) is { } against
            ? (null, against with { Allowed = [.. before.Allowed(step.Day, calendar)] })
            : (Record(writing, number, now, row, recording), null);
    }

    /// <summary>Null where there is no such case.</summary>
    /// <exception cref="StoreException">case-damaged: somebody altered it.</exception>
    public BookedCase? Find(CaseNumber number) => Cases.Find(number) is { } row ? Booked(row) : null;

    /// <summary>A case that is judged by its procedure; refused where there is no such case, or the version of that is not at hand.</summary>
    public (FiledCase? Filed, StepRefusal? Refusal) Judged(CaseNumber number) =>
        Cases.Find(number) is not { } row ? (null, Unknown(number))
        : Booked(row) is FiledCase filed ? (filed, null)
        : (null, Unread(row));

    /// <summary>The procedure by which a case is judged; refused where there is no such case, or its version is not at hand.</summary>
    public (Procedure? Procedure, StepRefusal? Refusal) Follows(CaseNumber number) =>
        Cases.Find(number) is not { } row ? (null, Unknown(number))
        : Cases.Procedures.Of(row) is { } procedure ? (procedure, null)
        : (null, Unread(row));

    /// <summary>In order of their numbers, streamed.</summary>
    public IEnumerable<BookedCase> List(CaseQuery query) =>
        Cases.Rows(query).Select(Booked).Where(booked => Has(booked, query));

    /// <summary>
    /// The deadlines of the open cases of a query on a day, most days over first: each that runs, or those alone that are over. One that may be
    /// over for all that the calendar says is not left out, nor is a case whose clocks nobody can tell.
    /// </summary>
    public IReadOnlyList<DueCase> Due(CaseQuery query, DateOnly day, bool overdue) =>
        DueCase.On([.. List(query with { IsClosed = false })], day, overdue, calendar);

    /// <summary>That there is no such case.</summary>
    public static StepRefusal Unknown(CaseNumber number) =>
        new("case-unknown", "number") { Value = Fact.Of(number.ToString()) };

    /// <summary>That a case follows a version of a procedure that is not at hand: no other one judges its steps.</summary>
    private static StepRefusal Unread(CaseRow row) =>
        new("procedure-missing", "number") { Value = Fact.Of(row.Number), Words = [$"{row.Procedure} {row.Version}"] };

    private BookedCase Booked(CaseRow row) => BookedCase.Of(row, Cases.Procedures);

    private bool Has(BookedCase booked, CaseQuery query) =>
        (query.Unit is not { } unit || booked.Responsible?.Unit == unit)
        && (query.DueBy is not { } due || IsDue(booked, due, _ => true))
        && (query.OverdueOn is not { } day || IsDue(booked, day, one => one.MayBeOverdue));

    /// <summary>Of an open case whose clocks nobody can tell it may be so.</summary>
    private bool IsDue(BookedCase booked, DateOnly day, Func<Deadline, bool> isDue) =>
        booked is FiledCase { Case: var one } ? Deadlines.On([one], day, 0, calendar).Any(isDue) : !booked.IsClosed;

    /// <summary>
    /// What was answered when a step was taken by this key; refused where that was another one, or of a case that the caller does not see. What
    /// it was used for may be none of his business.
    /// </summary>
    /// <param name="opens">Whether it has to be the step that opened the case.</param>
    /// <param name="isOfCase">Whether the case is the one that is meant.</param>
    private (FiledCase?, StepRefusal?) Again(
        ICaseWriting writing,
        CaseRow kept,
        string key,
        CaseStep step,
        bool opens,
        bool isOfCase
    )
    {
        var taken = kept.Steps.Single(one => one.Key == key);
        var isSeen = CaseNumber.Parse(kept.Number) is { } number && writing.Find(number) is not null;
        var isSame = isOfCase && isSeen && opens == (taken.Place == 1);
        if (!isSame || CaseSteps.Row(step, taken.Place, taken.Entry, key) != taken)
            return (null, new("key-other", "key") { Value = Fact.Of(key) });
        return Booked(kept) is FiledCase now ? ((FiledCase?)now.First(taken.Place), null) : (null, Unread(kept));
    }

    /// <summary>What the ledger knows of the plot, and the rules say of it, that stands against the last step of a case.</summary>
    private StepRefusal? Against(Case now, Plot? plot)
    {
        var step = now.Steps[^1];
        var rule = now.Procedure.FindStep(step.Kind)!;
        return ChargeCheck.Of(step, plot)
            ?? StepDelay.Check(rule, step, plot)
            ?? FeeCheck.Of(rule, step, plot, Rules)
            ?? MeasureCheck.Of(now, store, Rules)
            ?? ClassCheck.Of(rule, step, now.Plot, store, Rules);
    }

    /// <summary>That a county's own file says something else by now than what was decided by under its name.</summary>
    private StepRefusal? Other(RuleText text) =>
        KeepsRules && Kept.Clash(text) is { } other
            ? new("rules-other", "rules") { Value = Fact.Of(text.Name), Words = [other.Digest, text.Digest] }
            : null;

    private static StepRefusal? Ahead(CaseStep step, StepRecording recording) =>
        step.Day > recording.Today ? new("day-ahead", "day") { Value = Fact.Of(recording.Today) } : null;

    private FiledCase Record(
        ICaseWriting writing,
        CaseNumber number,
        Case now,
        CaseRow? before,
        StepRecording recording
    )
    {
        var step = now.Steps[^1];
        using var pen = new CasePen(writing, recording, step.Day);
        if (writing.LastEntry?.Head.Number is not > 0)
            pen.Begin(store.Plots(new() { Shapes = true, Ended = true }), store.Firms());
        IReadOnlyList<RuleText> rules = KeepsRules ? [calendar.Text, Rules.Text, now.Procedure.Text] : [];
        foreach (var text in rules.Where(text => !Kept.Has(text)))
            pen.Keep(text);
        foreach (var file in step.Evidence)
            file.Put(writing, () => recording.Open!(file));
        IReadOnlyList<StepRow> steps = before?.Steps ?? [];
        var row = CaseSteps.Row(step, steps.Count + 1, pen.Next, recording.Key);
        var digest = before is null && KeepsRules ? now.Procedure.Text.Digest : before?.Digest;
        var filed = FiledCase.Row(number, now, [.. steps, row], digest);
        pen.Put(filed, rules);
        if (now.Procedure.FindStep(step.Kind)!.IsDelayEstablished)
        {
            var plot = writing.Find(now.Plot)!;
            pen.Lay(StepDelay.On(plot, now.Delays[^1], step.Day) with { Case = number.ToString() }, plot);
        }
        writing.Commit(recording.At);
        return new(number, now, [.. filed.Steps.Select(one => one.Entry)]);
    }
}
