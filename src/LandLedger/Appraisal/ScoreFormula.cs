using LandLedger.Rules;

namespace LandLedger.Appraisal;

/// <summary>How a value becomes a factor of the weight.</summary>
public enum ScoreForm : byte
{
    /// <summary>value ÷ benchmark. With the greatest value of the group as benchmark it is "max as benchmark".</summary>
    Ratio,

    /// <summary>[base + (100 − base) × (value − min) ÷ (max − min)] ÷ 100, min and max those of the group.</summary>
    MinMax,

    /// <summary>from − value ÷ benchmark: the less the better. The floor of the indicator keeps it from falling below zero.</summary>
    Inverse,
}

/// <summary>A form of scoring with its constant.</summary>
/// <param name="Base">Of min-max, 0 to 100.</param>
/// <param name="From">Of the inverse form.</param>
public sealed record ScoreFormula(ScoreForm Form, CitedNumber? Base, CitedNumber? From, Trust Trust)
{
    public bool IsToVerify => Trust.IsToVerify() || Base is { IsToVerify: true } || From is { IsToVerify: true };
}
