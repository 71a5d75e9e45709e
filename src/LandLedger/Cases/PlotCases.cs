namespace LandLedger.Cases;

/// <summary>
/// What the open cases about a plot say of it at the close of a day (在办案件). Where several cases say the same kind of thing, that which was
/// said last counts: by its day, and on one day by its entry in the ledger.
/// </summary>
/// <param name="Open">Those judged by their procedures, in order of their numbers.</param>
/// <param name="Set">The class that a case set for certain in the place of the computed one; null where none did.</param>
/// <param name="Hold">Why the plot is kept off lists for certain; null where it is not.</param>
public sealed record PlotCases(IReadOnlyList<OpenCase> Open, SetCategory? Set, CaseHold? Hold)
{
    /// <summary>Open cases whose procedure is not at hand, in order of their numbers.</summary>
    public IReadOnlyList<UnreadCase> Unread { get; init; } = [];

    /// <summary>Those of them that may have set a class later than <see cref="Set"/>: nobody can tell then which class counts.</summary>
    public IReadOnlyList<UnreadCase> MaySet { get; init; } = [];

    /// <summary>Those of them that may keep the plot off lists, where no other case does for certain.</summary>
    public IReadOnlyList<UnreadCase> MayHold { get; init; } = [];

    /// <summary>What counts in the place of the computed class: undetermined where that cannot be told; null where nothing does.</summary>
    public Category? Counts => MaySet.Count > 0 ? Category.Undetermined : Set?.Category;

    /// <summary>Null where it cannot be told.</summary>
    public bool? IsHeld =>
        Hold is not null ? true
        : MayHold.Count > 0 ? null
        : false;
}

/// <summary>An open case, as it stood at the close of the day.</summary>
public sealed record OpenCase(CaseNumber Number, Procedure Procedure, CaseState State);

/// <summary>A class that a case set (另定类别).</summary>
/// <param name="Entry">Number of the entry of the ledger that says so.</param>
public sealed record SetCategory(CaseNumber Case, CaseOverride By, long Entry)
{
    public Category Category => By.Set;
}

/// <summary>That a case keeps its plot off lists (暂缓).</summary>
/// <param name="Day">The first day on which it does.</param>
/// <param name="Entry">Number of the entry of the ledger that says so.</param>
public sealed record CaseHold(CaseNumber Case, DateOnly Day, string Reason, long Entry);
