namespace LandLedger;

/// <summary>Safety grade of a building by JGJ 125: A and B stand, C is partly and D wholly dangerous.</summary>
public enum SafetyGrade
{
    Unknown,
    A,
    B,
    C,
    D,
}

/// <summary>What stands on the plot and who works there: buildings and the standing of the occupant. Null is unknown.</summary>
public sealed record Premises
{
    public static Premises Unknown { get; } = new();

    /// <summary>Total floor area; a storey over 8 m counts twice.</summary>
    public Area? FloorArea { get; init; }

    /// <summary>Building footprint (建筑基底面积).</summary>
    public Area? Footprint { get; init; }

    /// <summary>Floor-area ratio as stated (容积率), where floor area itself is not known.</summary>
    public decimal? FloorAreaRatio { get; init; }

    public SafetyGrade Safety { get; init; }

    /// <summary>Sector code of GB/T 4754, as stated.</summary>
    public string? Sector { get; init; }

    /// <summary>In a sector that policy prohibits or is to eliminate.</summary>
    public bool? ProhibitedSector { get; init; }

    /// <summary>Fails safety or environment rules and was not cured.</summary>
    public bool? SafetyOrEnvironmentFailed { get; init; }

    /// <summary>规上: above the revenue line of the statistics.</summary>
    public bool? AboveScale { get; init; }

    public bool? StrategicSector { get; init; }

    /// <summary>Power use does not fit tax and sales, as found by the park.</summary>
    public bool? PowerUseAbnormal { get; init; }

    /// <summary>Fixed-asset investment including plant, equipment and land price (固定资产投资).</summary>
    public Money? FixedInvestment { get; init; }

    /// <summary>Assessed value of land and buildings (评估价值).</summary>
    public Money? AssessedValue { get; init; }
}
