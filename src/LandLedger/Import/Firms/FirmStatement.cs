namespace LandLedger.Import.Firms;

/// <summary>What a row says of a firm, once all rows of the import tell which firm it means, and which plots.</summary>
/// <param name="Key">Of the firm in the store.</param>
internal sealed record FirmStatement(
    ParsedRow Row,
    string Source,
    string Key,
    string? CreditCode,
    FirmNames Names,
    IReadOnlyList<Occupancy> Occupancies
);
