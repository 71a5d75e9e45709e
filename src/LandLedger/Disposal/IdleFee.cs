using LandLedger.Fields;
using LandLedger.Import.Cells;
using LandLedger.Rules;

namespace LandLedger.Disposal;

/// <summary>
/// The idle fee (土地闲置费) of Order 53 art. 14(1): a share of the grant or allocation price, half up to the fen. Measures, steps and papers are
/// held to this one.
/// </summary>
public static class IdleFee
{
    /// <summary>The fee in yuan, or what it lacks.</summary>
    /// <param name="share">Of the day; null where the package has none.</param>
    public static (Money? Amount, INeeded? Missing) Of(Plot plot, Threshold? share)
    {
        // What is told as the price of a lease, or of land put in as capital, is no price that art. 14 takes a share of.
        if (Words.IsUnpriced(plot.Grant.SupplyWay))
            return (null, PlotFields.SupplyWay);
        // A price of nothing is none that anybody was told: a share of it would be no fee.
        if (plot.Grant.Price is not { Yuan: > 0 } price)
            return (null, PlotFields.Price);
        return share is null ? (null, LawNumbers.FeeShare) : (Money.FromYuan((price * share.Value).ToYuan()), null);
    }
}
