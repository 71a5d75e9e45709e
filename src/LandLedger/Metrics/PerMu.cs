namespace LandLedger.Metrics;

/// <summary>Why a per-mu figure is or is not there.</summary>
public enum PerMuOutcome : byte
{
    Known,
    FigureUnknown,
    AreaUnknown,
    AreaNotPositive,
    FigureNegative,
}

/// <summary>Which area a per-mu figure divides by.</summary>
public enum AreaBasis
{
    Stated,
    Measured,
}

/// <summary>
/// A figure divided by an area (亩均), in yuan per mu. There is a value only when <see cref="Outcome"/> is Known; otherwise the
/// outcome says why. Never NaN, never infinite.
/// </summary>
public readonly record struct PerMu(PerMuOutcome Outcome, decimal Value, AreaBasis Basis, int? Year)
{
    public decimal? OrNull => Outcome == PerMuOutcome.Known ? Value : null;

    public static PerMu Of(Money? figure, Area? area, AreaBasis basis, int? year)
    {
        if (figure is not { } money)
            return new(PerMuOutcome.FigureUnknown, 0, basis, year);
        if (area is not { } divisor)
            return new(PerMuOutcome.AreaUnknown, 0, basis, year);
        if (divisor.Mu <= 0)
            return new(PerMuOutcome.AreaNotPositive, 0, basis, year);
        if (money.Yuan < 0)
            return new(PerMuOutcome.FigureNegative, 0, basis, year);
        return new(PerMuOutcome.Known, money.Yuan / divisor.Mu, basis, year);
    }
}

/// <summary>The per-mu figures of one plot in one year (investment has no year).</summary>
public readonly record struct PerMuFigures(PerMu Tax, PerMu Output, PerMu Investment, PerMu AssessedValue);
