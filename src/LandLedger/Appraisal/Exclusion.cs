using LandLedger.Rules;

namespace LandLedger.Appraisal;

public enum ExclusionKind : byte
{
    /// <summary>Utilities and others by their sector.</summary>
    Sector,
    UnderConstruction,

    /// <summary>Less than so many years in production at the end of the year.</summary>
    NewProduction,
}

/// <summary>Why a firm is not appraised (不参评情形).</summary>
/// <param name="Sectors">First digits by GB/T 4754; of a sector alone.</param>
/// <param name="Years">Of new production: fewer than these; exactly so many are enough to be appraised.</param>
/// <param name="UnlessPastContract">Not where the day of completion in the contract was over by the end of the year.</param>
public sealed record Exclusion(
    ExclusionKind Kind,
    IReadOnlyList<string> Sectors,
    int Years,
    bool UnlessPastContract,
    Trust Trust
);
