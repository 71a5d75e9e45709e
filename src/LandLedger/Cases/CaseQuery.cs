namespace LandLedger.Cases;

/// <summary>Which cases are wanted; what is null is not looked at. They come in order of their numbers.</summary>
public sealed record CaseQuery
{
    public static CaseQuery All { get; } = new();

    /// <summary>Number of the plot.</summary>
    public string? Plot { get; init; }

    /// <summary>County of the plot.</summary>
    public string? County { get; init; }

    /// <summary>Id of the procedure.</summary>
    public string? Procedure { get; init; }

    /// <summary>Id of the state.</summary>
    public string? State { get; init; }

    public bool? IsClosed { get; init; }

    /// <summary>Open at the close of this day: its first step was taken by then, and it was not closed by then.</summary>
    public DateOnly? OpenOn { get; init; }

    /// <summary>Start after this case (exclusive), for paging by key.</summary>
    public CaseNumber? After { get; init; }

    /// <summary>A deadline is due on this day or before it, or nobody can tell when.</summary>
    public DateOnly? DueBy { get; init; }

    /// <summary>A deadline is over on this day, or nobody can tell whether.</summary>
    public DateOnly? OverdueOn { get; init; }

    /// <summary>The responsible unit.</summary>
    public string? Unit { get; init; }
}
