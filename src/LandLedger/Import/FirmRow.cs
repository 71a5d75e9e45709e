namespace LandLedger.Import;

/// <summary>What a row states of a firm: the figures of a year, that it sits on a plot (in that year, or always), or neither.</summary>
/// <param name="Firm">Its <see cref="LandLedger.Firm.Key"/>.</param>
/// <param name="Year">Null for every year.</param>
/// <param name="Plot">The plot that the firm sits on, its county empty where nobody has said; null for its figures.</param>
public readonly record struct FirmRow(string Firm, int? Year, PlotKey? Plot)
{
    /// <summary>Whether both state the same: a plot of which one does not know the county is the one of its number.</summary>
    internal bool IsSame(FirmRow other) =>
        Firm == other.Firm
        && Year == other.Year
        && Plot?.Number == other.Plot?.Number
        && (Plot?.County == other.Plot?.County || Plot is { County: "" } || other.Plot is { County: "" });
}

/// <summary>A plot that a firm sits on, without a county that anybody has said.</summary>
/// <param name="Firm">Its <see cref="LandLedger.Firm.Key"/>.</param>
/// <param name="County">That of the only plot of the number; null where several have it.</param>
public readonly record struct UnplacedSeat(string Firm, string Plot, string? County);

/// <summary>Which source states what of a firm.</summary>
/// <param name="County">Of the plot that the row names, else of the row itself; empty where nobody has said.</param>
public readonly record struct StatedFirmRow(string Source, FirmRow Row, string County);
