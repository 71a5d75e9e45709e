using System.Globalization;

namespace LandLedger.Filters;

/// <summary>A finite number: whole ones exact from −2^63 to 2^63−1, others as the nearest double.</summary>
public sealed record NumberValue : Operand
{
    /// <summary>Up to here every whole double is exact.</summary>
    private const double MostExact = 9_007_199_254_740_992;

    private NumberValue(double value, long? whole)
    {
        Value = value;
        Whole = whole;
    }

    public double Value { get; }

    /// <summary>The number where it is whole and known exactly, however it was written (5, 5.0, 0.5E1).</summary>
    public long? Whole { get; }

    public static NumberValue Of(long value) => new(value, value);

    /// <summary>A whole value up to 2^53 counts as known exactly.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not finite.</exception>
    public static NumberValue Of(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A number of a filter is finite.");
        return Math.Abs(value) <= MostExact && value == Math.Truncate(value)
            ? Of((long)value)
            : new NumberValue(value, null);
    }

    /// <summary>Reads digits with point and exponent, with or without a sign; null when the number is too large.</summary>
    internal static NumberValue? Read(ReadOnlySpan<char> text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return Of(whole);
        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? Of(value)
            : null;
    }

    /// <summary>The shortest digits that read back as the same number, alike in both encodings.</summary>
    internal string Digits =>
        Whole?.ToString(CultureInfo.InvariantCulture) ?? Value.ToString("R", CultureInfo.InvariantCulture);
}
