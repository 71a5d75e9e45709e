namespace LandLedger.Cases;

/// <summary>
/// What the open cases about a plot say of it at the close of a day (在办案件). Where several cases say the same kind of thing, that which was
/// said last counts: by its day, and on one day by its entry in the ledger.
/// </summary>
/// <param name="Open">At least one, in order of their numbers.</param>
/// <param name="Set">The class that counts in the place of the computed one; null where none is set.</param>
/// <param name="Hold">Why the plot is kept off lists; null where it is not.</param>
public sealed record PlotCases(IReadOnlyList<OpenCase> Open, SetCategory? Set, CaseHold? Hold);

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
