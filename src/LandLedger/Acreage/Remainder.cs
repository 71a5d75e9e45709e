namespace LandLedger.Acreage;

/// <summary>
/// What rounding takes from sums in mu: parts rounded one by one need not add up to the rounded whole. It gets its own line
/// where it is not zero.
/// </summary>
public readonly record struct Remainder(decimal Stated, decimal Measured)
{
    public bool IsZero => Stated == 0 && Measured == 0;

    /// <summary>The whole, which is the exact sum of the parts, rounded half up, less the sum of the parts each rounded half up.</summary>
    public static Remainder Of(IEnumerable<AcreageSum> parts, int decimals)
    {
        var whole = default(AcreageSum);
        var (stated, measured) = (0m, 0m);
        foreach (var part in parts)
        {
            whole += part;
            stated += part.Stated.ToMu(decimals);
            measured += part.Measured.ToMu(decimals);
        }
        return new(whole.Stated.ToMu(decimals) - stated, whole.Measured.ToMu(decimals) - measured);
    }
}
