namespace LandLedger;

/// <summary>Rounding as officers do it by hand (四舍五入): half away from zero. Only for what is shown.</summary>
public static class Rounding
{
    public static decimal HalfUp(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>As many decimals as a number can have.</summary>
    internal const int Most = 28;

    /// <summary>
    /// Decimals at which a number that is not whole does not look whole: so many, or as many more as it takes. Limits are whole yuan as
    /// a rule, and 29,999.997 must not look like one that it stays below.
    /// </summary>
    public static int Decimals(decimal value, int decimals)
    {
        while (decimals < Most && decimal.IsInteger(HalfUp(value, decimals)) && !decimal.IsInteger(value))
            decimals++;
        return decimals;
    }

    /// <summary>
    /// Decimals at which a number does not look like another that it is not: so many, or as many more as it takes. Shown so, it lies on
    /// the side of the other that it is on.
    /// </summary>
    internal static int Apart(decimal value, decimal other, int decimals)
    {
        while (AreAlike(value, other, decimals))
            decimals++;
        return decimals;
    }

    /// <summary>Whether two different numbers look the same with so many decimals; with as many as there are none do.</summary>
    internal static bool AreAlike(decimal value, decimal other, int decimals) =>
        decimals < Most && value != other && HalfUp(value, decimals) == HalfUp(other, decimals);
}
