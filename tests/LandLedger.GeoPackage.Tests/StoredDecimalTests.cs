using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Tests;

public class StoredDecimalTests
{
    [Fact]
    public void A_million_random_decimals_of_fifteen_digits_come_back_equal()
    {
        var random = new Random(15);
        for (var i = 0; i < 1_000_000; i++)
        {
            var digits = random.NextInt64((long)Math.Pow(10, random.Next(1, 16)));
            var value = new decimal(
                (int)digits,
                (int)(digits >> 32),
                0,
                i % 2 == 1 && digits > 0,
                (byte)random.Next(16)
            );
            Assert.True(StoredNumber.Fits(value));
            Assert.Equal(value, StoredDecimal.FromDouble(StoredDecimal.ToDouble(value)));
        }
    }

    [Theory]
    [InlineData("0.3333333333333333")]
    [InlineData("1000000000000001")]
    [InlineData("12345678.123456789")]
    public void Longer_ones_are_refused(string text)
    {
        var value = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        Assert.False(StoredNumber.Fits(value));
        Assert.Throws<ArgumentException>(() => StoredDecimal.ToDouble(value));
    }

    [Theory]
    [InlineData("1000000000000000")]
    [InlineData("1.0000000000000000000000000")]
    [InlineData("0")]
    public void Zeros_at_the_end_do_not_count(string text)
    {
        var value = decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        Assert.True(StoredNumber.Fits(value));
        Assert.Equal(value, StoredDecimal.FromDouble(StoredDecimal.ToDouble(value)));
    }
}
