namespace LandLedger;

/// <summary>A firm (企业) by its credit code, or by name where no code is known.</summary>
public sealed record Firm
{
    public string? CreditCode { get; init; }

    public required string Name { get; init; }

    /// <summary>Names that it bore before, or that rows with its code gave it beside its own (曾用名); a row without code may still use them.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Credit code where there is one, else the name: under this a store keeps it.</summary>
    public string Key => CreditCode ?? Name;

    public string? Sector { get; init; }

    public IReadOnlyList<Occupancy> Occupancies { get; init; } = [];

    public IReadOnlyList<FirmYear> Years { get; init; } = [];
}

/// <summary>
/// That a firm sits on a plot: how much land or floor it takes there, or which share of its figures belongs to the plot.
/// <see cref="Year"/> null means every year.
/// </summary>
public sealed record Occupancy
{
    public required string Plot { get; init; }

    /// <summary>
    /// Of the plot, as <see cref="LandLedger.Plot.County"/>: empty where the plot has none. Null where nobody has said it and not exactly
    /// one plot has the number: then the firm counts on no plot, and what all plots of that number add up to is unknown.
    /// </summary>
    public string? County { get; init; }

    public int? Year { get; init; }

    public Area? Land { get; init; }

    public Area? Floor { get; init; }

    /// <summary>Declared share of the firm's figures, 0 to 1.</summary>
    public decimal? Share { get; init; }
}

/// <summary>What a firm earned, paid and used in a calendar year, on all its plots together. Null is unknown.</summary>
public sealed record FirmYear
{
    public required int Year { get; init; }

    public Money? Tax { get; init; }

    public Money? Output { get; init; }

    public Money? Revenue { get; init; }

    public Money? AddedValue { get; init; }

    public decimal? KilowattHours { get; init; }

    public decimal? Staff { get; init; }

    public bool? AboveScale { get; init; }
}
