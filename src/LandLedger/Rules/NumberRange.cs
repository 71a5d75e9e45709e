namespace LandLedger.Rules;

/// <summary>
/// The numbers that a plot may have to be held against: one, or the lowest and the highest of several where they go by sector and the
/// sector is not known to enough digits. Both null where there is none at all.
/// </summary>
/// <param name="Lowest">The lowest of them.</param>
/// <param name="Highest">The highest of them.</param>
/// <param name="Gap">Whether for a sector that the plot may be of there is none.</param>
internal readonly record struct NumberRange(Threshold? Lowest, Threshold? Highest, bool Gap)
{
    /// <summary>Whether it is one number, whatever else the sector turns out to be.</summary>
    public bool IsOne => !Gap && ReferenceEquals(Lowest, Highest);

    public NumberRange With(Threshold? number) =>
        number is null
            ? this with
            {
                Gap = true,
            }
            : new(
                Lowest is { } low && low.Value <= number.Value ? low : number,
                Highest is { } high && high.Value >= number.Value ? high : number,
                Gap
            );
}
