using LandLedger.Fields;

namespace LandLedger.Rules;

/// <summary>
/// A number that somebody reads from the packages: its id and the unit it must have. A rule that names a required number is
/// refused by the loader when the package has none.
/// </summary>
public sealed record NumberKey(string Id, Unit Unit, bool Required = true) : INeeded
{
    private static int s_count;

    /// <summary>Its place among all keys, for tables with an entry for each.</summary>
    internal int Place { get; } = Interlocked.Increment(ref s_count) - 1;

    internal static int Count => s_count;

    public bool Equals(NumberKey? other) =>
        other is not null
        && string.Equals(Id, other.Id, StringComparison.Ordinal)
        && Unit == other.Unit
        && Required == other.Required;

    public override int GetHashCode() => HashCode.Combine(Id, Unit, Required);

    /// <summary>The id without the sector that may follow it, "low.tax-per-mu.guide" of "low.tax-per-mu.guide/13".</summary>
    public static string Plain(string id) =>
        id.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? id[..slash] : id;
}
