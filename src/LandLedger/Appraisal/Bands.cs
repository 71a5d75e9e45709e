using LandLedger.Rules;

namespace LandLedger.Appraisal;

/// <summary>By what a grade is given.</summary>
public enum BandBasis : byte
{
    /// <summary>By the place among the ranked firms of the group.</summary>
    Share,

    /// <summary>By the points.</summary>
    Score,
}

/// <summary>How a share of the firms becomes a number of firms.</summary>
public enum CountRounding : byte
{
    /// <summary>Place ÷ firms ≤ share, as "upper bound included" reads.</summary>
    Down,
    HalfUp,
    Up,
}

/// <summary>A band (等级区间). The upper bound is included; null, of the best grade by score, is no bound.</summary>
public readonly record struct Band(Grade Grade, decimal? UpTo);

/// <summary>
/// The bands of a group. By share they go from the best grade down and end with 1; by score they go from the worst grade up and the last has no
/// bound. The number of firms up to a bound is share × ranked firms by <see cref="Rounding"/>, so the counts of all grades add up to the ranked firms.
/// </summary>
public sealed record Bands(
    BandBasis By,
    CountRounding Rounding,
    Trust RoundingTrust,
    IReadOnlyList<Band> All,
    Trust Trust
)
{
    public bool IsToVerify => Trust.IsToVerify() || RoundingTrust.IsToVerify();

    /// <summary>Firms up to and with each band, among so many that are ranked. None by score.</summary>
    public int[] CountsUpTo(int ranked)
    {
        if (By == BandBasis.Score)
            return [];
        var counts = new int[All.Count];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = Rounded(All[i].UpTo!.Value * ranked);
        return counts;
    }

    /// <summary>The grade of a place (from 1) with its points.</summary>
    /// <param name="counts">Of <see cref="CountsUpTo"/>.</param>
    public Grade Of(int rank, decimal points, ReadOnlySpan<int> counts)
    {
        var at = 0;
        while (By == BandBasis.Share ? rank > counts[at] : points > All[at].UpTo)
            at++;
        return All[at].Grade;
    }

    private int Rounded(decimal count) =>
        (int)(
            Rounding switch
            {
                CountRounding.Down => Math.Floor(count),
                CountRounding.Up => Math.Ceiling(count),
                _ => LandLedger.Rounding.HalfUp(count, 0),
            }
        );
}
