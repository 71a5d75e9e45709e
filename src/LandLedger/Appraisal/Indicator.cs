namespace LandLedger.Appraisal;

/// <summary>One indicator of a group (评价指标) with its weight. What is null the source does not say.</summary>
public sealed record Indicator
{
    public required IndicatorKind Kind { get; init; }

    /// <summary>Points of a factor of 1.</summary>
    public required CitedNumber Weight { get; init; }

    public required ScoreFormula Formula { get; init; }

    /// <summary>None in min-max, which takes the ends of the group.</summary>
    public Benchmark? Benchmark { get; init; }

    /// <summary>The factor is at least this.</summary>
    public CitedNumber? MinFactor { get; init; }

    /// <summary>The factor is at most this.</summary>
    public CitedNumber? MaxFactor { get; init; }

    /// <summary>For a figure that is not known; unsaid, the firm gets no grade.</summary>
    public ScorePolicy? Missing { get; init; }

    /// <summary>For a divisor of zero; unsaid, the firm gets no grade.</summary>
    public ScorePolicy? Zero { get; init; }

    /// <summary>For a value below zero; unsaid, the firm gets no grade.</summary>
    public ScorePolicy? Negative { get; init; }

    /// <summary>Whether a score by it rests on something to be verified.</summary>
    public bool IsToVerify =>
        Weight.IsToVerify
        || Formula.IsToVerify
        || Benchmark is { IsToVerify: true }
        || MinFactor is { IsToVerify: true }
        || MaxFactor is { IsToVerify: true };

    internal decimal Cap(decimal factor)
    {
        if (MinFactor is { } floor && factor < floor.Value)
            return floor.Value;
        return MaxFactor is { } cap && factor > cap.Value ? cap.Value : factor;
    }

    /// <summary>The policy for an outcome; null where the package has none, and for an absurd figure always.</summary>
    internal ScorePolicy? For(ValueOutcome outcome) =>
        outcome switch
        {
            ValueOutcome.Missing => Missing,
            ValueOutcome.DividedByZero => Zero,
            ValueOutcome.Negative => Negative,
            _ => null,
        };
}
