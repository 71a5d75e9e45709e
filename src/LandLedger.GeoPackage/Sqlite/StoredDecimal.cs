namespace LandLedger.GeoPackage.Sqlite;

/// <summary>
/// Decimals of at most 15 significant digits as doubles and back. Both ways are exact: whole numbers below 10^15 and powers of
/// ten up to 10^22 are doubles without remainder, so one division gives the nearest double, and no two such decimals share it.
/// </summary>
internal static class StoredDecimal
{
    private const long Limit = 1_000_000_000_000_000;
    private const int MostTens = 22;

    /// <summary>10^0 to 10^22, each of them exact.</summary>
    private static readonly double[] Tens = [.. Enumerable.Range(0, MostTens + 1).Select(TenTo)];

    /// <summary>The one double that stands for the decimal.</summary>
    /// <exception cref="ArgumentException">More than 15 significant digits, which would not come back as they are.</exception>
    public static double ToDouble(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        var scale = (bits[3] >> 16) & 0xFF;
        var digits = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        if (bits[2] == 0 && digits < Limit && scale <= MostTens)
        {
            var number = digits / Tens[scale];
            return bits[3] < 0 ? -number : number;
        }
        var nearest = (double)value;
        return (decimal)nearest == value
            ? nearest
            : throw new ArgumentException(
                $"{value} has more digits than a store keeps; see StoredNumber",
                nameof(value)
            );
    }

    public static decimal FromDouble(double value)
    {
        // Most numbers are whole or have few decimals.
        for (var scale = 0; scale <= 4; scale++)
        {
            var digits = Math.Round(value * Tens[scale]);
            if (Math.Abs(digits) >= Limit)
                break;
            if (digits / Tens[scale] == value)
            {
                var whole = (long)Math.Abs(digits);
                return new decimal((int)whole, (int)(whole >> 32), 0, value < 0, (byte)scale);
            }
        }
        return (decimal)value;
    }

    private static double TenTo(int power) =>
        Enumerable.Repeat(10.0, power).Aggregate(1.0, static (product, ten) => product * ten);
}
