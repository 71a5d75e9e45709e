namespace LandLedger.Metrics;

/// <summary>
/// A built area divided by the land of the plot. There is a value only when <see cref="Outcome"/> is Known. <see cref="Basis"/> is the land
/// area divided by, or null for a ratio taken from the paper as it stands.
/// </summary>
public readonly record struct LandRatio(PerMuOutcome Outcome, decimal Value, AreaBasis? Basis)
{
    public decimal? OrNull => Outcome == PerMuOutcome.Known ? Value : null;

    /// <summary>The ratio where it can be one; else it is too large to be.</summary>
    internal LandRatio UpTo(decimal most) =>
        Outcome == PerMuOutcome.Known && Value > most ? new(PerMuOutcome.TooLarge, 0, Basis) : this;

    public static LandRatio Of(Area? built, Area? land, AreaBasis basis)
    {
        var outcome = PerMu.Quotient(built?.Mu, land?.Mu, out var value);
        return new(outcome, value, basis);
    }
}
