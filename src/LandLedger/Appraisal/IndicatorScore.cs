namespace LandLedger.Appraisal;

/// <summary>How an indicator came to its score, or why it has none.</summary>
public enum ScoreOutcome : byte
{
    /// <summary>By the formula.</summary>
    Scored,

    /// <summary>By the policy for such a value.</summary>
    ByPolicy,

    /// <summary>The policy gives such a firm no grade.</summary>
    NoGrade,

    /// <summary>The package has no policy for such a value.</summary>
    Unsaid,

    /// <summary>A figure that cannot be.</summary>
    Absurd,

    /// <summary>The benchmark is unknown, or not above zero.</summary>
    NoBenchmark,

    /// <summary>Min-max in a group where all values are alike.</summary>
    NoSpread,

    /// <summary>The policy is the mean of a group where nobody has a score.</summary>
    NoMean,
}

/// <summary>One indicator of one firm, with all that led to its points.</summary>
/// <param name="Value">In the unit of the indicator.</param>
/// <param name="Benchmark">Null where there is none; of min-max the greatest value.</param>
/// <param name="Factor">Of the weight, before floor and cap; null where nothing was computed.</param>
/// <param name="Capped">After them.</param>
/// <param name="Points">Null where there is no score.</param>
public readonly record struct IndicatorScore(
    Indicator Indicator,
    ScoreOutcome Outcome,
    IndicatorValue Value,
    decimal? Benchmark,
    decimal? Factor,
    decimal? Capped,
    ScorePolicy? Policy,
    decimal? Points
)
{
    /// <summary>Whether the points rest on a number or choice to be verified.</summary>
    public bool IsToVerify => Indicator.IsToVerify || Policy is { IsToVerify: true };
}
