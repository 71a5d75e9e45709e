namespace LandLedger.Appraisal;

/// <summary>What came of dividing.</summary>
public enum ValueOutcome : byte
{
    Known,

    /// <summary>A figure is not known.</summary>
    Missing,

    /// <summary>The figure divided by is zero.</summary>
    DividedByZero,

    /// <summary>The figure divided is less than zero; there is a value all the same.</summary>
    Negative,

    /// <summary>A figure is beyond what it can be at all.</summary>
    Absurd,
}

/// <summary>The value of an indicator for one firm. <see cref="Figure"/> is the one at fault where the outcome is not Known.</summary>
public readonly record struct IndicatorValue(ValueOutcome Outcome, FirmFigure Figure, decimal Value);

/// <summary>The figures that an indicator divides; <see cref="Scale"/> turns 万元 into yuan where the indicator is in yuan.</summary>
public readonly record struct IndicatorRatio(FirmFigure Over, FirmFigure Under, decimal Scale)
{
    private const decimal YuanPerWan = 10_000m;

    private static readonly IndicatorRatio[] All =
    [
        new(FirmFigure.Tax, FirmFigure.Land, 1),
        new(FirmFigure.Revenue, FirmFigure.Land, 1),
        new(FirmFigure.AddedValue, FirmFigure.Land, 1),
        new(FirmFigure.AddedValue, FirmFigure.Energy, 1),
        new(FirmFigure.Tax, FirmFigure.Energy, 1),
        new(FirmFigure.AddedValue, FirmFigure.Emission, 1),
        new(FirmFigure.AddedValue, FirmFigure.Staff, 1),
        new(FirmFigure.Research, FirmFigure.Revenue, 1),
        new(FirmFigure.Tax, FirmFigure.KilowattHours, YuanPerWan),
        new(FirmFigure.Revenue, FirmFigure.KilowattHours, YuanPerWan),
        new(FirmFigure.Energy, FirmFigure.AddedValue, 1),
        new(FirmFigure.Emission, FirmFigure.AddedValue, 1),
    ];

    public static IndicatorRatio Of(IndicatorKind kind) => All[(int)kind];

    /// <summary>Never NaN, never infinite: an outcome, and a value only where there is one.</summary>
    public IndicatorValue Of(FirmFigures firm)
    {
        if (firm.Of(Over) is not { } over)
            return new(ValueOutcome.Missing, Over, 0);
        if (firm.Of(Under) is not { } under)
            return new(ValueOutcome.Missing, Under, 0);
        if (!FigureLimits.Allows(Over, over))
            return new(ValueOutcome.Absurd, Over, 0);
        if (under == 0)
            return new(ValueOutcome.DividedByZero, Under, 0);
        if (under < 0 || !FigureLimits.Allows(Under, under))
            return new(ValueOutcome.Absurd, Under, 0);
        return new(over < 0 ? ValueOutcome.Negative : ValueOutcome.Known, Over, over / under * Scale);
    }
}
