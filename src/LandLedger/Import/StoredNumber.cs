namespace LandLedger.Import;

/// <summary>
/// The numbers that stores keep. A number of at most 15 significant digits survives the way to a double and back without
/// loss; longer ones must be rounded or refused before they reach a store. Mu with 8 decimals fit below 10 million mu, yuan
/// with 4 decimals below 100 billion yuan.
/// </summary>
public static class StoredNumber
{
    private const decimal Limit = 1_000_000_000_000_000m;

    public static bool Fits(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        if (bits[2] == 0 && (((ulong)(uint)bits[1] << 32) | (uint)bits[0]) < (ulong)Limit)
            return true;
        value = Math.Abs(value);
        while (value != decimal.Truncate(value))
        {
            if (value >= Limit)
                return false;
            value *= 10;
        }
        while (value >= Limit)
        {
            if (value % 10 != 0)
                return false;
            value /= 10;
        }
        return true;
    }

    /// <summary>
    /// The number half up to 15 significant digits. Only what comes from foreign units (acres) or from the noise of a double has
    /// more; 1 part in 10¹⁵ is less than a square millimetre of a plot.
    /// </summary>
    public static decimal Rounded(decimal value)
    {
        if (Fits(value))
            return value;
        var whole = 0;
        for (var rest = Math.Abs(decimal.Truncate(value)); rest >= 1; rest /= 10)
            whole++;
        if (whole <= 15)
            return Rounding.HalfUp(value, 15 - whole);
        var step = 1m;
        for (var i = 15; i < whole; i++)
            step *= 10;
        return Rounding.HalfUp(value / step, 0) * step;
    }
}
