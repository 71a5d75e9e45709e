using System.Globalization;
using LandLedger.Import.Cells;

namespace LandLedger.Tests.Import;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("12345.6", "12345.6")]
    [InlineData(" 1,234,567.80 ", "1234567.80")]
    [InlineData("1 234 567", "1234567")]
    [InlineData("１２，３４５．６", "12345.6")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("－12", "-12")]
    [InlineData("+7", "7")]
    [InlineData("1.5E+3", "1500")]
    [InlineData(".5", "0.5")]
    public void A_number_is_read_as_written(string text, string number)
    {
        Assert.True(NumberText.TryRead(text, out var written));
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), written.Number);
        Assert.Null(written.Unit);
    }

    [Theory]
    [InlineData("3亿元", "3", "yi-yuan")]
    [InlineData("12.5 公顷", "12.5", "ha")]
    [InlineData("30%", "30", "percent")]
    [InlineData("20000㎡", "20000", "m2")]
    [InlineData("￥1,200", "1200", "yuan")]
    [InlineData("85亩", "85", "mu")]
    public void A_unit_behind_or_a_currency_sign_before_is_kept(string text, string number, string unit)
    {
        Assert.True(NumberText.TryRead(text, out var written));
        Assert.Equal((decimal.Parse(number, CultureInfo.InvariantCulture), unit), (written.Number, written.Unit!.Id));
    }

    [Theory]
    [InlineData("1/3", 1, 3)]
    [InlineData(" ２／３ ", 2, 3)]
    [InlineData("3 / 3", 1, 1)]
    public void A_simple_fraction_is_read_as_a_share(string text, int part, int whole)
    {
        Assert.True(NumberText.TryReadFraction(text, out var share));
        Assert.Equal((decimal)part / whole, share);
    }

    [Theory]
    [InlineData("1/0")]
    [InlineData("1/3/4")]
    [InlineData("-1/3")]
    [InlineData("1.5/3")]
    [InlineData("/3")]
    [InlineData("2024/1/1")]
    [InlineData("")]
    public void Anything_else_is_no_fraction(string text) => Assert.False(NumberText.TryReadFraction(text, out _));

    [Theory]
    [InlineData("人民币100万元", "100", "wan-yuan")]
    [InlineData("RMB 1,200", "1200", "yuan")]
    public void A_currency_in_words_may_stand_before_a_number(string text, string number, string unit)
    {
        Assert.True(NumberText.TryRead(text, out var written));
        Assert.Equal((decimal.Parse(number, CultureInfo.InvariantCulture), unit), (written.Number, written.Unit!.Id));
    }

    [Theory]
    [InlineData("约120")]
    [InlineData("120左右")]
    [InlineData(">120")]
    [InlineData("≈ 120")]
    public void An_approximate_number_says_so(string text)
    {
        Assert.True(NumberText.TryRead(text, out var written));
        Assert.Equal((120m, true), (written.Number, written.About));
    }

    [Theory]
    [InlineData("12,5")] // a decimal comma could be a slip for 125 too
    [InlineData("1,23,456")]
    [InlineData("1234,567")]
    [InlineData("1.234.567")]
    [InlineData("12-15")]
    [InlineData("1e999")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("")]
    [InlineData("亩")]
    [InlineData("1/3")]
    [InlineData("12 亩 3 分")]
    [InlineData("2000000000000000000")] // 2 × 10¹⁸
    public void What_could_mean_two_things_or_nothing_is_no_number(string text) =>
        Assert.False(NumberText.TryRead(text, out _));

    [Theory]
    [InlineData("0.00120", 2, 5)]
    [InlineData("1203.50", 5, 2)]
    [InlineData("1200", 2, 0)]
    [InlineData("1.0000000000000002", 17, 16)]
    public void Significant_digits_leave_out_zeros_at_both_ends_and_decimals_do_not(
        string text,
        int digits,
        int decimals
    )
    {
        Assert.True(NumberText.TryRead(text, out var written));
        Assert.Equal((digits, decimals), (written.Digits, written.Decimals));
    }
}
