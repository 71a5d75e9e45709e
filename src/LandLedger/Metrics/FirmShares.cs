namespace LandLedger.Metrics;

/// <summary>On which plots a firm sits in a year, and with what weight each of them shares in its figures.</summary>
internal sealed record FirmShares(SharingKeys Key, Seat[] Plots, decimal[] Weights, SharingProblem? Problem)
{
    /// <summary>Shares are declared for some of the plots alone, and areas count instead.</summary>
    public bool LeavesShares { get; init; }

    public static FirmShares Of(string firm, int year, IEnumerable<Occupancy> occupancies)
    {
        var byPlot = occupancies
            .Where(o => o.Year is null || o.Year == year)
            .GroupBy(Seat.Of)
            .OrderBy(o => o.Key)
            .Select(rows => OfYear(rows, year))
            .ToArray();
        Seat[] plots = [.. byPlot.Select(rows => Seat.Of(rows[0]))];
        if (plots.Length == 0)
            return Failed(SharingProblemKind.NoPlot);
        if (Array.Find(byPlot, rows => rows.Length > 1) is { } twice)
            return Failed(SharingProblemKind.TwoOccupancies, Seat.Of(twice[0]));
        Occupancy[] single = [.. byPlot.Select(rows => rows[0])];
        if (WeightsBy(single, o => o.Share) is { } shares)
        {
            var sum = Sum(shares);
            return !IsOne(sum, shares.Length) ? Failed(SharingProblemKind.SharesNotOne, value: sum)
                : Array.Exists(shares, share => share < 0) ? Failed(SharingProblemKind.WeightsNotPositive, value: sum)
                : new(SharingKeys.DeclaredShare, plots, shares, null);
        }
        if (plots.Length == 1)
            return new(SharingKeys.SinglePlot, plots, [1], null);
        if (WeightsBy(single, o => o.Land?.Mu) is { } land)
            return ByArea(SharingKeys.LandArea, land);
        return WeightsBy(single, o => o.Floor?.Mu) is { } floor
            ? ByArea(SharingKeys.FloorArea, floor)
            : Failed(SharingProblemKind.ShareUnknown);

        FirmShares ByArea(SharingKeys key, decimal[] areas) =>
            Array.Exists(areas, area => area < 0) || Array.TrueForAll(areas, area => area == 0)
                ? Failed(SharingProblemKind.WeightsNotPositive, value: Sum(areas))
                : new(key, plots, areas, null) { LeavesShares = Array.Exists(single, on => on.Share is not null) };

        FirmShares Failed(SharingProblemKind kind, Seat? on = null, decimal? value = null) =>
            new(SharingKeys.None, plots, [], new(kind, year, firm, on?.Plot, value) { County = on?.County });
    }

    /// <summary>
    /// An entry for the year itself goes before one for every year, which tells how much the firm takes where that of the year does not;
    /// the same entry twice counts once.
    /// </summary>
    private static Occupancy[] OfYear(IEnumerable<Occupancy> rows, int year)
    {
        var all = rows.Distinct().ToArray();
        var own = Array.FindAll(all, o => o.Year == year);
        if (own.Length == 0)
            return all;
        return Array.FindAll(all, o => o.Year is null) is [var always]
            ? [.. own.Select(o => IsBare(o) ? always with { Year = year } : o).Distinct()]
            : own;
    }

    private static bool IsBare(Occupancy occupancy) => occupancy is { Land: null, Floor: null, Share: null };

    private static decimal[]? WeightsBy(Occupancy[] occupancies, Func<Occupancy, decimal?> weight)
    {
        var known = occupancies.Select(weight).OfType<decimal>().ToArray();
        return known.Length == occupancies.Length ? known : null;
    }

    /// <summary>Shares are kept to 15 digits: of three thirds each lacks 1 part in 10¹⁵.</summary>
    private static bool IsOne(decimal? sum, int shares) => sum is { } known && Math.Abs(known - 1) <= shares * 1e-15m;

    private static decimal? Sum(decimal[] weights) =>
        weights.Aggregate(ExactAmount.Zero, (sum, weight) => sum + ExactAmount.From(weight)).ToDecimal();
}
