namespace LandLedger.Rules.LowEfficiency;

/// <summary>The numbers of low-efficiency and watch rules, by name. Those by sector may be given as "ID/SECTOR", e.g. "…guide/13".</summary>
public static class LowNumbers
{
    public static readonly NumberKey TaxPerMuFloor = new("low.tax-per-mu.floor", Unit.YuanPerMu);

    /// <summary>Guide value (低效指导标准), usually by sector.</summary>
    public static readonly NumberKey TaxPerMuGuide = new("low.tax-per-mu.guide", Unit.YuanPerMu);

    /// <summary>Average of the place in the year before, usually by sector.</summary>
    public static readonly NumberKey TaxPerMuAverage = new("low.tax-per-mu.average", Unit.YuanPerMu);
    public static readonly NumberKey TaxPerMuShare = new("low.tax-per-mu.share-of-average", Unit.Share);
    public static readonly NumberKey FloorAreaRatioFloor = new("low.floor-area-ratio.floor", Unit.Ratio);

    /// <summary>What the 标准地 indexes ask of new plots, usually by sector.</summary>
    public static readonly NumberKey FloorAreaRatioIndex = new("low.floor-area-ratio.index", Unit.Ratio);
    public static readonly NumberKey FloorAreaRatioShare = new("low.floor-area-ratio.share-of-index", Unit.Share);
    public static readonly NumberKey CompletionYears = new("low.completion-overdue.years", Unit.Year);
    public static readonly NumberKey InvestmentYears = new("low.investment-shortfall.years", Unit.Year);
    public static readonly NumberKey InvestmentShare = new("low.investment-shortfall.share", Unit.Share);
    public static readonly NumberKey StoppedYears = new("low.stopped.years", Unit.Year);
    public static readonly NumberKey NewPlantYears = new("low.exempt.new-plant.years", Unit.Year);
    public static readonly NumberKey SectorRatioTax = new("low.exempt.sector-ratio.tax-per-mu", Unit.YuanPerMu);

    /// <summary>The floor-area ratio that the control index asks of a sector; below the general floor, the sector may be lower.</summary>
    public static readonly NumberKey SectorRatioFloor = new("low.exempt.sector-ratio.floor", Unit.Ratio);
    public static readonly NumberKey WatchTaxPerMu = new("watch.tax-per-mu.floor", Unit.YuanPerMu);
    public static readonly NumberKey WatchGrowthYears = new("watch.slow-growth.years", Unit.Year);
    public static readonly NumberKey WatchGrowthArea = new("watch.slow-growth.area", Unit.Mu);
}
