namespace LandLedger;

/// <summary>Rounding as officers do it by hand (四舍五入): half away from zero. Only for what is shown.</summary>
public static class Rounding
{
    public static decimal HalfUp(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
