namespace LandLedger.Appraisal;

/// <summary>
/// What the land of a firm is made of (用地面积构成). The usual reading, not verified: certified, and occupied without certificate, and rented in, less
/// rented out; rented floor counts as land by the floor-area ratio of its plot. Null is unknown, and makes the sum unknown; none is zero.
/// </summary>
public sealed record LandMakeUp
{
    public Area? Certified { get; init; }

    public Area? WithoutCertificate { get; init; }

    public Area? RentedIn { get; init; }

    public Area? RentedOut { get; init; }

    public Area? RentedFloor { get; init; }

    /// <summary>Of the plot with the rented floor; needed where there is some.</summary>
    public decimal? FloorAreaRatio { get; init; }

    /// <summary>The sum in mu; null where a part is unknown, or floor is rented under a ratio that is none.</summary>
    public Area? Sum =>
        Certified is { } certified
        && WithoutCertificate is { } without
        && RentedIn is { } rentedIn
        && RentedOut is { } rentedOut
        && FloorAsLand is { } floor
            ? certified + without + rentedIn - rentedOut + floor
            : null;

    private Area? FloorAsLand =>
        RentedFloor is not { } floor ? null
        : floor == Area.Zero ? Area.Zero
        : FloorAreaRatio is > 0.01m and < 100m and var ratio ? Area.FromMu(floor.Mu / ratio)
        : null;
}
