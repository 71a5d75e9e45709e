namespace LandLedger.Issuing;

/// <summary>An issued list as a store keeps it: what its entries of the ledger say, and beside that what it is looked up by. Its rows stand in the ledger alone.</summary>
public sealed record ListRow
{
    /// <summary>In the form of <see cref="ListNumber"/>; whatever stands there where somebody altered it.</summary>
    public required string Number { get; init; }

    /// <summary>The number of its entry in the ledger, and when that was recorded, as the ledger has it.</summary>
    public required long Entry { get; init; }

    public required string At { get; init; }

    public string? Key { get; init; }

    public required DateOnly AsOf { get; init; }

    public required string Package { get; init; }

    public required string Version { get; init; }

    public required int Rows { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>The code of a <see cref="ListState"/>.</summary>
    public required string State { get; init; }

    /// <summary>All that its entry says: an object of JSON without blanks.</summary>
    public required string Says { get; init; }

    /// <summary>In the order in which they were taken.</summary>
    public IReadOnlyList<ListStepRow> Steps { get; init; } = [];
}

/// <summary>A step about an issued list as a store keeps it.</summary>
public sealed record ListStepRow
{
    /// <summary>From 1, in the order in which they were taken.</summary>
    public required int Place { get; init; }

    /// <summary>The number of its entry in the ledger.</summary>
    public required long Entry { get; init; }

    public string? Key { get; init; }

    /// <summary>The code of a <see cref="ListStepKind"/>.</summary>
    public required string Kind { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The row of the list that it is about.</summary>
    public int? Row { get; init; }

    /// <summary>All that its entry says: an object of JSON without blanks.</summary>
    public required string Says { get; init; }
}
