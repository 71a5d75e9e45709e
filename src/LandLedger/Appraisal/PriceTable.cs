using LandLedger.Rules;

namespace LandLedger.Appraisal;

/// <summary>What a price is asked for.</summary>
public enum Carrier : byte
{
    /// <summary>kWh.</summary>
    Power,

    /// <summary>m³.</summary>
    Water,

    /// <summary>m³.</summary>
    Gas,

    /// <summary>m³.</summary>
    Sewage,

    /// <summary>Yuan of tax before relief.</summary>
    LandUseTax,
}

/// <summary>A surcharge on a unit of a carrier, in yuan.</summary>
public readonly record struct Surcharge(Carrier Carrier, decimal Yuan);

/// <summary>
/// What a grade costs from its so-manieth year running on, until a line with more years. Yuan a unit, of land-use tax a share of it, below zero where it
/// is a relief; null where the source does not say.
/// </summary>
public sealed record PriceRate(Carrier Carrier, Grade Grade, int YearsRunning, decimal? Yuan, Trust Trust);

/// <summary>Differential prices (差别化价格) of a place, from a day on.</summary>
public sealed record PriceTable
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required IReadOnlyDictionary<string, string> Title { get; init; }

    public required IReadOnlyDictionary<string, string> Place { get; init; }

    public required AppraisalSource Source { get; init; }

    public required IReadOnlyDictionary<string, string> Notes { get; init; }

    /// <summary>Null where the source does not say the day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Whether of several surcharges on one carrier only the highest counts; null where the source does not say.</summary>
    public bool? HighestOnly { get; init; }

    public required IReadOnlyList<PriceRate> Rates { get; init; }
}
