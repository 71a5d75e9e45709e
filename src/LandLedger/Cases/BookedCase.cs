using LandLedger.Import;

namespace LandLedger.Cases;

/// <summary>
/// A case of a store: made of its steps by its procedure (<see cref="FiledCase"/>), or what its steps say alone where the version of that is not
/// at hand (<see cref="UnreadCase"/>).
/// </summary>
/// <param name="Entries">Of each step the number of its entry in the ledger.</param>
public abstract record BookedCase(CaseNumber Number, IReadOnlyList<long> Entries)
{
    public abstract PlotKey Plot { get; }

    /// <summary>At least one, in the order in which they were taken.</summary>
    public abstract IReadOnlyList<CaseStep> Steps { get; }

    public abstract bool IsClosed { get; }

    /// <summary>Id and version of its procedure.</summary>
    public abstract (string Id, string Version) Follows { get; }

    /// <summary>What its steps said, by id of the asked fact; the last word counts.</summary>
    public abstract IReadOnlyDictionary<string, Fact> Facts { get; }

    /// <summary>Who is responsible now, as the last step that named somebody says.</summary>
    public abstract Responsible? Responsible { get; }

    /// <summary>The case that a row tells of.</summary>
    /// <param name="procedures">Those at hand.</param>
    /// <exception cref="StoreException">case-damaged: somebody altered the row.</exception>
    internal static BookedCase Of(CaseRow row, Procedures procedures)
    {
        if (CaseNumber.Parse(row.Number) is not { } number || CaseSteps.Of(row) is not { } steps)
            throw Damaged(row);
        long[] entries = [.. row.Steps.Select(step => step.Entry)];
        if (procedures.Of(row) is not { } procedure)
            return new UnreadCase(number, row, steps, entries);
        return Case.Replay(row.Plot, procedure, steps).Case is { } replayed
            ? new FiledCase(number, replayed, entries)
            : throw Damaged(row);
    }

    /// <summary>What its procedure says of the kind of a step; null where that is not at hand.</summary>
    public ProcedureStep? Rule(CaseStep step) => (this as FiledCase)?.Case.Procedure.FindStep(step.Kind);

    /// <summary>The step that set a mark for certain, with its entry; null where the mark is not set, or nobody can tell.</summary>
    internal (CaseNumber Case, CaseStep Step, long Entry)? Marked(string mark) =>
        Sets(mark) is { } step ? (Number, step, EntryOf(step)) : null;

    /// <summary>The entry of one of its steps.</summary>
    protected long EntryOf(CaseStep step) =>
        Entries[Steps.Index().Last(taken => ReferenceEquals(taken.Item, step)).Index];

    /// <summary>The step that set a mark for certain.</summary>
    protected abstract CaseStep? Sets(string mark);

    /// <summary>As it stood at the close of a day; null where it was not open yet.</summary>
    internal BookedCase? On(DateOnly day)
    {
        var taken = Steps.Count;
        while (taken > 0 && Steps[taken - 1].Day > day)
            taken--;
        return First(taken);
    }

    /// <summary>As it stood after so many steps; null before the first.</summary>
    internal BookedCase? First(int taken) =>
        taken == Steps.Count ? this
        : taken == 0 ? null
        : Cut(taken);

    /// <summary>As it stood after so many steps.</summary>
    /// <param name="taken">Not all of them, and at least one.</param>
    protected abstract BookedCase Cut(int taken);

    private static StoreException Damaged(CaseRow row) =>
        new("case-damaged", new Dictionary<string, string>(StringComparer.Ordinal) { ["number"] = row.Number });
}
