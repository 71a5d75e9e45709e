namespace LandLedger.Appraisal;

/// <summary>What an appraisal says of one firm, with all that led to it.</summary>
public sealed record FirmScore
{
    public required FirmFigures Firm { get; init; }

    public required AppraisalOutcome Outcome { get; init; }

    public AppraisalReason Reason { get; init; }

    /// <summary>Null of a firm that is in none, or excluded before one was looked for.</summary>
    public AppraisalGroup? Group { get; init; }

    public IReadOnlyList<IndicatorScore> Indicators { get; init; } = [];

    /// <summary>Points of the indicators together; unknown where one has none.</summary>
    public decimal? Sum { get; init; }

    /// <summary>Points granted, up to the most that the package allows.</summary>
    public decimal Bonus { get; init; }

    /// <summary>Points taken off, not below zero.</summary>
    public decimal Deduction { get; init; }

    public decimal? Total { get; init; }

    /// <summary>Place among the ranked firms of the group, from 1; no two share one.</summary>
    public int? Rank { get; init; }

    public Grade? ByBand { get; init; }

    /// <summary>The veto that changed the grade.</summary>
    public Veto? Veto { get; init; }

    /// <summary>After vetoes.</summary>
    public Grade? Grade { get; init; }

    public IReadOnlyList<PriceEffect> Prices { get; init; } = [];

    /// <summary>Exclusions that nobody could judge, because their fact is not recorded: the firm was appraised as if they did not hold.</summary>
    public IReadOnlyList<ExclusionKind> Unjudged { get; init; } = [];
}
