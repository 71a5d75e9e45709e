using LandLedger.Fields;

namespace LandLedger.Rules;

/// <summary>
/// A number that somebody reads from the packages: its id and the unit it must have. A rule that names a required number is
/// refused by the loader when the package has none.
/// </summary>
public sealed record NumberKey(string Id, Unit Unit, bool Required = true) : INeeded
{
    /// <summary>The id without the sector that may follow it, "low.tax-per-mu.guide" of "low.tax-per-mu.guide/13".</summary>
    public static string Plain(string id) =>
        id.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? id[..slash] : id;
}
