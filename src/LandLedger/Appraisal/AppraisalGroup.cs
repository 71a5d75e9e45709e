namespace LandLedger.Appraisal;

/// <summary>Which firms a group takes by their land.</summary>
public enum GroupHolders : byte
{
    All,

    /// <summary>Firms with industrial land.</summary>
    Holders,

    /// <summary>Tenants without land of their own.</summary>
    Tenants,
}

/// <summary>Sectors that are ranked together. Codes are the first digits by GB/T 4754; null where the source does not say them.</summary>
public sealed record SectorGroup(string Id, IReadOnlyDictionary<string, string> Title, IReadOnlyList<string>? Codes);

/// <summary>Firms that are scored and ranked among themselves (评价组). What is null the source does not say.</summary>
public sealed record AppraisalGroup
{
    /// <summary>Of a group by sector, GROUP/SECTOR.</summary>
    public required string Id { get; init; }

    public required IReadOnlyDictionary<string, string> Title { get; init; }

    /// <summary>Null takes firms above and below scale.</summary>
    public bool? AboveScale { get; init; }

    public GroupHolders Holders { get; init; }

    public SectorGroup? Sector { get; init; }

    /// <summary>Mu from which, included, a firm is appraised.</summary>
    public CitedNumber? MinLand { get; init; }

    public IReadOnlyList<Indicator>? Indicators { get; init; }

    /// <summary>The form of indicators that name none.</summary>
    public ScoreFormula? Formula { get; init; }

    public Bands? Bands { get; init; }

    public Subletting? Subletting { get; init; }

    /// <summary>Most points that can be granted beside the indicators.</summary>
    public CitedNumber? MaxBonus { get; init; }
}
