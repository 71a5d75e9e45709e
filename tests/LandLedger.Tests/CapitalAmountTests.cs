using FsCheck;
using FsCheck.Fluent;

namespace LandLedger.Tests;

public sealed class CapitalAmountTests
{
    /// <summary>
    /// The first eight are the examples that the banks' rules for bills and vouchers (正确填写票据和结算凭证的基本规定) print; of two forms
    /// allowed, the first. The others were written out by hand.
    /// </summary>
    [Theory]
    [InlineData("1409.50", "壹仟肆佰零玖元伍角")]
    [InlineData("6007.14", "陆仟零柒元壹角肆分")]
    [InlineData("1680.32", "壹仟陆佰捌拾元零叁角贰分")]
    [InlineData("107000.53", "壹拾万柒仟元零伍角叁分")]
    [InlineData("16409.02", "壹万陆仟肆佰零玖元零贰分")]
    [InlineData("325.04", "叁佰贰拾伍元零肆分")]
    [InlineData("1234567.89", "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分")]
    [InlineData("0", "零元整")]
    [InlineData("0.05", "伍分")]
    [InlineData("0.50", "伍角")]
    [InlineData("0.004", "零元整")]
    [InlineData("0.005", "壹分")]
    [InlineData("10", "壹拾元整")]
    [InlineData("100.50", "壹佰元零伍角")]
    [InlineData("1001", "壹仟零壹元整")]
    [InlineData("10010", "壹万零壹拾元整")]
    [InlineData("100000", "壹拾万元整")]
    [InlineData("1005000", "壹佰万伍仟元整")]
    [InlineData("10010000", "壹仟零壹万元整")]
    [InlineData("100001000", "壹亿零壹仟元整")]
    [InlineData("100010000", "壹亿零壹万元整")]
    [InlineData("100000001", "壹亿零壹元整")]
    [InlineData("1020304050.60", "壹拾亿贰仟零叁拾万肆仟零伍拾元零陆角")]
    [InlineData("1000000000000", "壹万亿元整")]
    [InlineData("1000100000000", "壹万零壹亿元整")]
    [InlineData("1000000010000", "壹万亿零壹万元整")]
    [InlineData("-20.01", "负贰拾元零壹分")]
    public void Amounts_read_as_officers_write_them(string yuan, string written) =>
        Assert.Equal(
            written,
            CapitalAmount.Of(Money.FromYuan(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture)))
        );

    [Fact]
    public void An_amount_without_unit_for_it_is_misuse()
    {
        Assert.EndsWith(
            "元玖角玖分",
            CapitalAmount.Of(Money.FromYuan(CapitalAmount.Limit - 0.01m)),
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => CapitalAmount.Of(Money.FromYuan(CapitalAmount.Limit)));
    }

    [Fact]
    public void What_is_written_reads_back_as_the_amount() =>
        Prop.ForAll(
                Arb.From(
                    from digits in Gen.Choose(1, 18)
                    from figures in Gen.ArrayOf(Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(0, 9))), digits)
                    select figures.Aggregate(0L, (sum, figure) => (sum * 10) + figure)
                ),
                fen =>
                {
                    var written = CapitalAmount.Of(Money.FromYuan(fen / 100m));
                    Assert.Equal(fen, Read(written));
                    Assert.DoesNotContain("零零", written, StringComparison.Ordinal);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    /// <summary>Fen of an amount in capital numerals, read as people do: each figure times its place, each stretch times its unit.</summary>
    private static long Read(string written)
    {
        long yuan = 0,
            section = 0,
            digit = 0,
            fen = 0;
        foreach (var letter in written)
        {
            switch (letter)
            {
                case '拾' or '佰' or '仟':
                    section +=
                        digit
                        * (
                            letter == '拾' ? 10
                            : letter == '佰' ? 100
                            : 1000
                        );
                    digit = 0;
                    break;
                case '万':
                    yuan += (section + digit) * 10_000;
                    (section, digit) = (0, 0);
                    break;
                case '亿':
                    yuan = (yuan + section + digit) * 100_000_000;
                    (section, digit) = (0, 0);
                    break;
                case '元':
                    yuan += section + digit;
                    (section, digit) = (0, 0);
                    break;
                case '角' or '分':
                    fen += digit * (letter == '角' ? 10 : 1);
                    digit = 0;
                    break;
                case '零' or '整':
                    break;
                default:
                    digit = "零壹贰叁肆伍陆柒捌玖".IndexOf(letter, StringComparison.Ordinal);
                    break;
            }
        }
        return (yuan * 100) + fen;
    }
}
