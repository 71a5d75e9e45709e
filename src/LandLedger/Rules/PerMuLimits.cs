using System.Collections.Frozen;
using LandLedger.Rules.LowEfficiency;

namespace LandLedger.Rules;

/// <summary>
/// What figures per mu are held against on a day, in yuan: the numbers of the package in that unit, and the shares that it takes of an
/// average. A figure that stands alone, in a list or on a map, must not look like one of them that it is not.
/// </summary>
internal sealed class PerMuLimits
{
    /// <summary>Decimals that figures per mu are shown with where nothing asks for more.</summary>
    public const int Usual = 2;

    private readonly decimal[] _limits;
    private readonly FrozenSet<decimal> _looks;

    public PerMuLimits(Thresholds numbers)
    {
        var inForce = numbers.InForce.ToLookup(number => NumberKey.Plain(number.Id));
        var shares =
            from share in inForce[LowNumbers.TaxPerMuShare.Id]
            from average in inForce[LowNumbers.TaxPerMuAverage.Id]
            select share.Value * average.Value;
        _limits =
        [
            .. numbers.InForce.Where(number => number.Unit == Unit.YuanPerMu).Select(number => number.Value),
            .. shares,
        ];
        _looks = _limits.Select(limit => Rounding.HalfUp(limit, Usual)).ToFrozenSet();
    }

    /// <summary>Decimals at which a figure looks neither whole nor like a limit, where it is not, and like the limit that it is.</summary>
    public int Decimals(decimal figure)
    {
        var look = Rounding.HalfUp(figure, Usual);
        if (!decimal.IsInteger(look) && !_looks.Contains(look))
            return Usual;
        var decimals = Rounding.Decimals(figure, Usual);
        while (Array.Exists(_limits, limit => IsMistakable(figure, limit, decimals)))
            decimals++;
        return decimals;
    }

    private static bool IsMistakable(decimal figure, decimal limit, int decimals) =>
        figure == limit ? Rounding.HalfUp(figure, decimals) != figure : Rounding.AreAlike(figure, limit, decimals);
}
