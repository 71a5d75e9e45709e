using LandLedger.Import;

namespace LandLedger.Cases;

/// <summary>
/// A case as a store keeps it: what its entries of the ledger say, and beside that what it is looked up by. The case itself is made of the
/// steps (<see cref="FiledCase"/>).
/// </summary>
public sealed record CaseRow
{
    /// <summary>In the form of <see cref="CaseNumber"/>; whatever stands there where somebody altered it.</summary>
    public required string Number { get; init; }

    public required PlotKey Plot { get; init; }

    /// <summary>Id and version of the procedure that it was opened under.</summary>
    public required string Procedure { get; init; }

    public required string Version { get; init; }

    /// <summary>SHA-256 of the text of that procedure (<see cref="Rules.RuleText"/>); null where an older program opened the case.</summary>
    public string? Digest { get; init; }

    /// <summary>Id of the state; empty where this program does not know the procedure.</summary>
    public required string State { get; init; }

    public required bool IsClosed { get; init; }

    /// <summary>The day of the first step.</summary>
    public required DateOnly Opened { get; init; }

    public required DateOnly LastDay { get; init; }

    /// <summary>In the order in which they were taken.</summary>
    public required IReadOnlyList<StepRow> Steps { get; init; }
}

/// <summary>A step as a store keeps it: as its entry says it.</summary>
public sealed record StepRow
{
    /// <summary>From 1, in the order in which they were taken.</summary>
    public required int Place { get; init; }

    /// <summary>The number of its entry in the ledger.</summary>
    public required long Entry { get; init; }

    /// <summary>What the caller knows it by, so that one step is not taken twice; null where he gave none.</summary>
    public string? Key { get; init; }

    public required string Kind { get; init; }

    public required DateOnly Day { get; init; }

    public required string Who { get; init; }

    /// <summary>The code of a <see cref="LandLedger.Cases.Role"/>.</summary>
    public required string Role { get; init; }

    public string? Reason { get; init; }

    /// <summary>The facts as the entry has them: an object of JSON without blanks.</summary>
    public required string Facts { get; init; }

    /// <summary>The files as the entry has them: an array of JSON without blanks; null where there are none.</summary>
    public string? Evidence { get; init; }

    public string? Unit { get; init; }

    public string? Person { get; init; }
}
