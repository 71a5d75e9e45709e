namespace LandLedger.Appraisal;

/// <summary>What the values of an indicator are held against in one group.</summary>
/// <param name="Benchmark">In the unit of the indicator; null where it is not known, and in min-max, which takes the ends.</param>
/// <param name="Least">Of the values that count; null where none does.</param>
/// <param name="Greatest">Of the values that count; null where none does.</param>
public sealed record IndicatorBasis(Indicator Indicator, decimal? Benchmark, decimal? Least, decimal? Greatest)
{
    /// <summary>The factor of the weight of a value that counts, before floor and cap; null, and why, where there is none.</summary>
    internal decimal? Factor(decimal value, out ScoreOutcome outcome)
    {
        var formula = Indicator.Formula;
        outcome =
            formula.Form != ScoreForm.MinMax
                ? Benchmark > 0
                    ? ScoreOutcome.Scored
                    : ScoreOutcome.NoBenchmark
                : Least < Greatest
                    ? ScoreOutcome.Scored
                    : ScoreOutcome.NoSpread;
        if (outcome != ScoreOutcome.Scored)
            return null;
        return formula.Form switch
        {
            ScoreForm.Ratio => value / Benchmark,
            ScoreForm.Inverse => formula.From!.Value.Value - value / Benchmark,
            _ => MinMax(formula.Base!.Value.Value, value),
        };
    }

    private decimal? MinMax(decimal start, decimal value) =>
        (start + (100 - start) * (value - Least) / (Greatest - Least)) / 100;
}
