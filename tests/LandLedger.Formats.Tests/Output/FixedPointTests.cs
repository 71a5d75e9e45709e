using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LandLedger.Formats.Output;

namespace LandLedger.Formats.Tests.Output;

public sealed class FixedPointTests
{
    private static string Format(double value, int decimals)
    {
        Span<byte> bytes = stackalloc byte[400];
        return Encoding.ASCII.GetString(bytes[..FixedPoint.Format(value, decimals, bytes)]);
    }

    /// <summary>What the framework says, made the short way: no zeros at the end, no minus before zero.</summary>
    private static string Expected(double value, int decimals)
    {
        var text = value.ToString("F" + decimals, CultureInfo.InvariantCulture);
        if (text.Contains('.', StringComparison.Ordinal))
            text = text.TrimEnd('0').TrimEnd('.');
        return text == "-0" ? "0" : text;
    }

    [Theory]
    [InlineData(0, 7, "0")]
    [InlineData(-0.0, 7, "0")]
    [InlineData(115, 7, "115")]
    [InlineData(-1.5, 0, "-2")]
    [InlineData(0.5, 0, "1")]
    [InlineData(2.5, 0, "3")]
    [InlineData(26.00000004, 7, "26")]
    [InlineData(26.00000006, 7, "26.0000001")]
    [InlineData(-0.00000001, 7, "0")]
    [InlineData(179.99999999, 7, "180")]
    // The double nearest to 1.005 lies below it: 1.00499999999999989… goes down.
    [InlineData(1.005, 2, "1")]
    [InlineData(5e-324, 9, "0")]
    public void Numbers_are_rounded_from_their_exact_value(double value, int decimals, string text)
    {
        Assert.Equal(text, Format(value, decimals));
    }

    [Fact]
    public void Coordinates_come_out_as_the_framework_writes_them()
    {
        var coordinate = Gen.Choose(int.MinValue, int.MaxValue)
            .SelectMany(high =>
                Gen.Choose(0, int.MaxValue).Select(low => (high + (low / 2147483648.0)) * 180 / 2147483648.0)
            );

        Prop.ForAll(
                coordinate.ToArbitrary(),
                Gen.Choose(0, 9).ToArbitrary(),
                (value, decimals) => Format(value, decimals) == Expected(value, decimals)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }

    [Fact]
    public void Any_finite_double_below_two_to_the_31_comes_out_as_the_framework_writes_it()
    {
        var value = ArbMap
            .Default.GeneratorFor<long>()
            .Select(BitConverter.Int64BitsToDouble)
            .Where(number => Math.Abs(number) < 1L << 31);

        Prop.ForAll(value.ToArbitrary(), number => Format(number, 7) == Expected(number, 7))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }
}
