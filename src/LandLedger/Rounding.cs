namespace LandLedger;

/// <summary>Rounding as officers do it by hand (四舍五入): half away from zero. Only for what is shown.</summary>
public static class Rounding
{
    public static decimal HalfUp(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>
    /// Decimals at which a number that is not whole does not look whole: so many, or as many more as it takes, eight at most. Limits are
    /// whole yuan, and 29,999.997 must not look like one that it stays below.
    /// </summary>
    public static int Decimals(decimal value, int decimals)
    {
        while (decimals < 8 && decimal.IsInteger(HalfUp(value, decimals)) && !decimal.IsInteger(value))
            decimals++;
        return decimals;
    }
}
