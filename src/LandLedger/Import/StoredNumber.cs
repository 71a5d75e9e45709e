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
        value = Math.Abs(value);
        if (value == 0)
            return true;
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
}
