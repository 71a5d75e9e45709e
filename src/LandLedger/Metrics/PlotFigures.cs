using LandLedger.Fields;
using LandLedger.Import.Cells;

namespace LandLedger.Metrics;

/// <summary>The figures of a plot against its land, as of a day.</summary>
public static class PlotFigures
{
    /// <summary>The greatest floor-area ratio that is believed.</summary>
    internal static readonly decimal MostFloors = NumberRange.Of(PlotFields.FloorAreaRatio)!.Max;

    /// <summary>
    /// Tax and output of the latest calendar year that has ended by <paramref name="asOf"/> (31 December counts as ended) and has the
    /// figure; a figure stated for the plot goes before one shared out from firms. Investment is fixed assets including land price.
    /// </summary>
    /// <param name="basis">The area to divide by; the other one serves where this is missing, and the result tells which did.</param>
    public static PerMuFigures Of(Plot plot, AreaBasis basis, DateOnly asOf)
    {
        var (area, used) = LandArea(plot, basis);
        var sold = Latest(plot, LastEnded(asOf), static year => year.Output);
        return new(
            Tax(plot, basis, asOf),
            PerMu.Of(sold?.Output, area, used, sold),
            PerMu.Of(plot.Premises.FixedInvestment, area, used, null),
            PerMu.Of(plot.Premises.AssessedValue, area, used, null)
        );
    }

    /// <summary>The tax of <see cref="Of"/> alone.</summary>
    public static PerMu Tax(Plot plot, AreaBasis basis, DateOnly asOf)
    {
        var (area, used) = LandArea(plot, basis);
        var taxed = Latest(plot, LastEnded(asOf), static year => year.Tax);
        return PerMu.Of(taxed?.Tax, area, used, taxed);
    }

    /// <summary>容积率: floor area by land area; the ratio as stated where floor area or land is not known. One that no building has is too large.</summary>
    public static LandRatio FloorAreaRatio(Plot plot, AreaBasis basis)
    {
        var (area, used) = LandArea(plot, basis);
        var built = LandRatio.Of(plot.Premises.FloorArea, area, used);
        return
            built.Outcome is PerMuOutcome.FigureUnknown or PerMuOutcome.AreaUnknown
            && plot.Premises.FloorAreaRatio is { } stated
            ? new(stated < 0 ? PerMuOutcome.FigureNegative : PerMuOutcome.Known, Math.Max(stated, 0), null)
            : built.UpTo(MostFloors);
    }

    /// <summary>建筑系数: footprint by land area, a share of one; a greater one is too large.</summary>
    public static LandRatio BuildingDensity(Plot plot, AreaBasis basis)
    {
        var (area, used) = LandArea(plot, basis);
        return LandRatio.Of(plot.Premises.Footprint, area, used).UpTo(1);
    }

    /// <summary>The area asked for, or the other one where it is missing, and which it is. The measured one is that in the plane of the zone.</summary>
    public static (Area? Area, AreaBasis Basis) LandArea(Plot plot, AreaBasis basis) =>
        basis == AreaBasis.Stated
            ? plot.StatedArea is null && plot.Measured is { } measured
                ? (measured.Plane, AreaBasis.Measured)
                : (plot.StatedArea, AreaBasis.Stated)
            : plot.Measured is null && plot.StatedArea is { } stated
                ? (stated, AreaBasis.Stated)
                : (plot.Measured?.Plane, AreaBasis.Measured);

    /// <summary>The calendar year that ended last by the close of a day.</summary>
    internal static int LastEnded(DateOnly asOf) => asOf is { Month: 12, Day: 31 } ? asOf.Year : asOf.Year - 1;

    private static PlotYear? Latest(Plot plot, int lastEnded, Func<PlotYear, Money?> figure)
    {
        PlotYear? latest = null;
        for (var i = 0; i < plot.Years.Count; i++)
        {
            var year = plot.Years[i];
            if (year.Year <= lastEnded && figure(year) is not null && IsNewer(year, latest))
                latest = year;
        }
        return latest;
    }

    private static bool IsNewer(PlotYear year, PlotYear? than) =>
        than is null || year.Year > than.Year || (year.Year == than.Year && year.Basis < than.Basis);
}
