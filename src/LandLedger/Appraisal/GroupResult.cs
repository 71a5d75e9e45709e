namespace LandLedger.Appraisal;

/// <summary>One group of an appraisal. <see cref="Ranked"/> and <see cref="Ungraded"/> add up to <see cref="Members"/>, the counts of grades to Ranked where there are bands.</summary>
public sealed record GroupResult
{
    public required AppraisalGroup Group { get; init; }

    public required int Members { get; init; }

    public required int Ranked { get; init; }

    public int Ungraded => Members - Ranked;

    /// <summary>What the indicators were held against, in their order.</summary>
    public required IReadOnlyList<IndicatorBasis> Bases { get; init; }

    /// <summary>Firms by final grade, in order of grades; zeros where the package does not say its bands.</summary>
    public required IReadOnlyList<int> Counts { get; init; }

    /// <summary>The same before vetoes.</summary>
    public required IReadOnlyList<int> CountsByBand { get; init; }
}
