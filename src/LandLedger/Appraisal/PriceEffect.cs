namespace LandLedger.Appraisal;

public enum PriceOutcome : byte
{
    Known,

    /// <summary>The source does not say the price of this grade and year.</summary>
    RateUnsaid,

    /// <summary>The price hangs on earlier grades that are not known.</summary>
    HistoryUnknown,

    /// <summary>The firm pays another surcharge, and the source does not say whether both count.</summary>
    OtherSurcharge,

    /// <summary>What the firm used is not known.</summary>
    ConsumptionUnknown,

    /// <summary>What the firm is said to have used is below zero or beyond what can be.</summary>
    ConsumptionAbsurd,
}

/// <summary>What a grade costs a firm for one carrier in the year.</summary>
/// <param name="YearsRunning">Years that the grade has been had in a row, as far as is known.</param>
/// <param name="Rate">Yuan a unit that the grade adds to what the firm pays already; null where it is not known.</param>
/// <param name="Yuan">Exact; null where the outcome is not Known. Below zero where it is a relief.</param>
public readonly record struct PriceEffect(
    PriceTable Table,
    PriceRate Line,
    PriceOutcome Outcome,
    int YearsRunning,
    decimal? Rate,
    Money? Yuan
);

/// <summary>The effect of a carrier on all firms together.</summary>
/// <param name="Known">What is known adds up to this.</param>
/// <param name="Unknown">Firms whose part is not known: with one, the whole is not known.</param>
public readonly record struct PriceTotal(PriceTable Table, Carrier Carrier, Money Known, int Firms, int Unknown);
