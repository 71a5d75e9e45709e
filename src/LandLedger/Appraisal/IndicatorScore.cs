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
/// <param name="Points">Null where there is no score.</param>
public readonly record struct IndicatorScore(
    IndicatorBasis Basis,
    ScoreOutcome Outcome,
    IndicatorValue Value,
    decimal? Points
)
{
    public Indicator Indicator => Basis.Indicator;

    /// <summary>Of the weight, before floor and cap; null where nothing was computed.</summary>
    public decimal? Factor => Outcome == ScoreOutcome.Scored ? Basis.Factor(Value.Value, out _) : null;

    /// <summary>The factor after floor and cap.</summary>
    public decimal? Capped => Factor is { } factor ? Indicator.Cap(factor) : null;

    /// <summary>What the package has for a value that is missing, divided by zero or negative; null for others, and where it has nothing.</summary>
    public ScorePolicy? Policy => Indicator.For(Value.Outcome);

    /// <summary>Whether the points rest on a number or choice to be verified.</summary>
    public bool IsToVerify => Indicator.IsToVerify || Policy is { IsToVerify: true };
}
