namespace LandLedger.Acreage;

/// <summary>What rounding takes from a sum: parts rounded one by one need not add up to the rounded whole.</summary>
public static class Remainder
{
    /// <summary>Whole rounded half up, less the sum of the parts each rounded half up. The whole is the exact sum of the parts.</summary>
    public static decimal Of(IEnumerable<Area> parts, int decimals)
    {
        var whole = Area.Zero;
        var shown = 0m;
        foreach (var part in parts)
        {
            whole += part;
            shown += part.ToMu(decimals);
        }
        return whole.ToMu(decimals) - shown;
    }
}
