namespace LandLedger.Metrics;

/// <summary>Why a figure per area is or is not there.</summary>
public enum PerMuOutcome : byte
{
    Known,
    FigureUnknown,
    AreaUnknown,
    AreaNotPositive,
    FigureNegative,

    /// <summary>The quotient has more digits before the point than can be held, or is more than such a figure can be.</summary>
    TooLarge,
}

/// <summary>Which area a per-mu figure divides by.</summary>
public enum AreaBasis : byte
{
    Stated,
    Measured,
}

/// <summary>
/// A figure divided by an area (亩均), in yuan per mu. There is a value only when <see cref="Outcome"/> is Known; otherwise the
/// outcome says why. Never NaN, never infinite. <see cref="From"/> is the year that the figure was taken from, null for one that has
/// no year.
/// </summary>
public readonly record struct PerMu(PerMuOutcome Outcome, decimal Value, AreaBasis Basis, PlotYear? From)
{
    public decimal? OrNull => Outcome == PerMuOutcome.Known ? Value : null;

    public int? Year => From?.Year;

    /// <summary>How the plot came to the figure; null where it is unknown.</summary>
    public YearBasis? Figure =>
        Outcome == PerMuOutcome.FigureUnknown ? null
        : From is null ? YearBasis.Stated
        : From.Basis;

    public static PerMu Of(Money? figure, Area? area, AreaBasis basis, PlotYear? from)
    {
        var outcome = Quotient(figure?.Yuan, area?.Mu, out var value);
        return new(outcome, value, basis, from);
    }

    /// <summary>Divides where the outcome is Known; value 0 otherwise.</summary>
    internal static PerMuOutcome Quotient(decimal? figure, decimal? area, out decimal value)
    {
        value = 0;
        if (figure is not { } dividend)
            return PerMuOutcome.FigureUnknown;
        if (area is not { } divisor)
            return PerMuOutcome.AreaUnknown;
        if (divisor <= 0)
            return PerMuOutcome.AreaNotPositive;
        if (dividend < 0)
            return PerMuOutcome.FigureNegative;
        if (divisor < 1 && dividend >= decimal.MaxValue * divisor)
            return PerMuOutcome.TooLarge;
        value = dividend / divisor;
        return PerMuOutcome.Known;
    }
}

/// <summary>The per-mu figures of one plot, each with its year (investment has none).</summary>
public sealed record PerMuFigures(PerMu Tax, PerMu Output, PerMu Investment, PerMu AssessedValue);
