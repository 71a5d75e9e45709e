using System.Diagnostics;
using System.Globalization;

namespace LandLedger.Formats.Output;

/// <summary>
/// Doubles as decimal text with a fixed number of decimals at most, zeros at the end left out. Rounded half away from zero from
/// the exact binary value, as <c>double.ToString("F7")</c> does, but in whole numbers: the coordinates of a map are most of it.
/// </summary>
internal static class FixedPoint
{
    public const int MaxDecimals = 9;

    /// <summary>Longest text that <see cref="Format"/> writes for numbers below 2^31.</summary>
    public const int MaxLength = 1 + 10 + 1 + MaxDecimals;

    private const double Limit = 1L << 31;
    private const int FractionBits = 52;

    // value = significand × 2^(exponent field − 1075)
    private const int ExponentOfUnit = 1075;

    private static readonly ulong[] Powers =
    [
        .. Enumerable.Range(0, MaxDecimals + 1).Select(i => (ulong)Math.Pow(10, i)),
    ];

    /// <summary>Writes a finite number; returns how many bytes. Numbers of 2^31 and more take the slow way.</summary>
    public static int Format(double value, int decimals, Span<byte> to)
    {
        Debug.Assert(double.IsFinite(value) && decimals is >= 0 and <= MaxDecimals);
        if (Math.Abs(value) >= Limit)
            return FormatLarge(value, to);
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var field = (int)(bits >> FractionBits) & 0x7FF;
        var significand = bits & ((1UL << FractionBits) - 1);
        if (field == 0)
            field = 1;
        else
            significand |= 1UL << FractionBits;
        var shift = ExponentOfUnit - field;
        var scaled = shift > 100 ? 0 : Round((UInt128)significand * Powers[decimals], shift);
        return Write(value < 0 && scaled != 0, scaled, decimals, to);
    }

    /// <summary>Writes a whole number that stands for so many decimals, zeros at the end left out.</summary>
    public static int Write(bool negative, ulong scaled, int decimals, Span<byte> to)
    {
        while (decimals > 0 && scaled % 10 == 0)
        {
            scaled /= 10;
            decimals--;
        }
        Span<byte> digits = stackalloc byte[32];
        var at = digits.Length;
        for (var i = 0; i < decimals; i++)
        {
            digits[--at] = (byte)('0' + (scaled % 10));
            scaled /= 10;
        }
        if (decimals > 0)
            digits[--at] = (byte)'.';
        do
        {
            digits[--at] = (byte)('0' + (scaled % 10));
            scaled /= 10;
        } while (scaled != 0);
        if (negative)
            digits[--at] = (byte)'-';
        digits[at..].CopyTo(to);
        return digits.Length - at;
    }

    private static ulong Round(UInt128 product, int shift) =>
        (ulong)((product + (UInt128.One << (shift - 1))) >> shift);

    private static int FormatLarge(double value, Span<byte> to)
    {
        value.TryFormat(to, out var written, "R", CultureInfo.InvariantCulture);
        return written;
    }
}
