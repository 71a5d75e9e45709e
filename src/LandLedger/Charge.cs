namespace LandLedger;

/// <summary>
/// A mortgage on the right to use a plot (抵押), from the day of its registration (inclusive) to that of its release (exclusive). Known by
/// <see cref="Certificate"/>.
/// </summary>
public sealed record Charge
{
    /// <summary>Number of the certificate (不动产登记证明号, 他项权证号).</summary>
    public string? Certificate { get; init; }

    public string? Mortgagee { get; init; }

    public DateOnly? RegisteredOn { get; init; }

    /// <summary>The first day on which it no longer stands; null while nobody has recorded a release.</summary>
    public DateOnly? ReleasedOn { get; init; }

    /// <summary>The land that it lies on, as the certificate says: all of the plot or part of it.</summary>
    public Area? Area { get; init; }

    /// <summary>What it secures (担保债权数额).</summary>
    public Money? Secured { get; init; }

    /// <summary>Whether it stands on a day; null where it was not released by then and nobody knows when it was registered.</summary>
    public bool? StandsOn(DateOnly day) =>
        ReleasedOn <= day ? false
        : RegisteredOn is { } from ? from <= day
        : null;
}
