namespace LandLedger.Import;

/// <summary>What a row states of a firm: the figures of a year, that it sits on a plot (in that year, or always), or neither.</summary>
/// <param name="Firm">Its <see cref="LandLedger.Firm.Key"/>.</param>
/// <param name="Year">Null for every year.</param>
/// <param name="Plot">Number of the plot that the firm sits on; null for its figures.</param>
public readonly record struct FirmRow(string Firm, int? Year, string? Plot);

/// <summary>Which source states what of a firm.</summary>
/// <param name="County">Of the row, else of the plot that it names; empty where nobody has said.</param>
public readonly record struct StatedFirmRow(string Source, FirmRow Row, string County);
