using LandLedger.Metrics;

namespace LandLedger;

/// <summary>How a plot came to a yearly figure.</summary>
public enum YearBasis
{
    /// <summary>The ledger states it for the plot.</summary>
    Stated,

    /// <summary>Added up from the firms on the plot by the sharing rule.</summary>
    Shared,
}

/// <summary>
/// What was earned and paid on a plot in one calendar year. Null is unknown, and a sum with an unknown part is unknown.
/// </summary>
public sealed record PlotYear
{
    public required int Year { get; init; }

    public YearBasis Basis { get; init; }

    /// <summary>By what the firms' figures were shared out to the plot; none where the ledger states them.</summary>
    public SharingKeys SharedBy { get; init; }

    /// <summary>Evaluation tax paid into the treasury.</summary>
    public Money? Tax { get; init; }

    /// <summary>Output value (产值).</summary>
    public Money? Output { get; init; }

    /// <summary>Main-business revenue (主营业务收入).</summary>
    public Money? Revenue { get; init; }

    public Money? AddedValue { get; init; }

    public decimal? KilowattHours { get; init; }
}
