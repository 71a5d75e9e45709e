namespace LandLedger.Appraisal;

/// <summary>An appraisal (评价) of many firms by one package.</summary>
public sealed record ParkAppraisal
{
    public required AppraisalPackage Package { get; init; }

    /// <summary>In the order in which they came.</summary>
    public required IReadOnlyList<FirmScore> Firms { get; init; }

    public required IReadOnlyList<GroupResult> Groups { get; init; }

    public required IReadOnlyList<PriceTotal> Prices { get; init; }
}
