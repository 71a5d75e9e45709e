namespace LandLedger.Appraisal;

/// <summary>What came of a firm.</summary>
public enum AppraisalOutcome : byte
{
    Graded,

    /// <summary>Scored and ranked; the package does not say its bands.</summary>
    Ranked,

    /// <summary>Not suited to be appraised.</summary>
    Excluded,

    /// <summary>Less land than its group takes.</summary>
    BelowLandFloor,

    /// <summary>In no group of the package.</summary>
    NoGroup,

    /// <summary>In a group, and has no score.</summary>
    Ungraded,
}

/// <summary>Why a firm has no grade.</summary>
public enum AppraisalReason : byte
{
    None,
    SectorExcluded,
    UnderConstruction,
    NewProduction,
    LandFloor,

    /// <summary>Another firm of the appraisal has its code.</summary>
    CodeTwice,
    ScaleUnknown,
    TenancyUnknown,
    SectorUnknown,
    LandUnknown,
    LandAbsurd,
    NoGroupFits,
    IndicatorsUnsaid,
    IndicatorWithoutScore,
    SubletsUnknown,
    SubletsAbsurd,
    BonusAbsurd,
    StatedSumAbsurd,
}
