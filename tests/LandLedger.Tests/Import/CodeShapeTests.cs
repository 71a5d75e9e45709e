using LandLedger.Import.Cells;

namespace LandLedger.Tests.Import;

public sealed class CodeShapeTests
{
    // The example of GB 32100-2015 and two codes from public registers.
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("91330100799655058B")]
    [InlineData("914403001922038216")]
    public void A_true_credit_code_passes(string code) => Assert.True(CreditCode.IsValid(code));

    [Theory]
    [InlineData("91350100M000100Y44")] // last digit
    [InlineData("91350100M000010Y43")] // two digits swapped
    [InlineData("91350100M000100Y4")]
    [InlineData("91350100I000100Y43")] // no I in the alphabet
    [InlineData("91350100m000100y43")]
    [InlineData("")]
    public void A_mistyped_credit_code_fails(string code) => Assert.False(CreditCode.IsValid(code));

    [Fact]
    public void Every_single_wrong_character_of_a_credit_code_is_seen()
    {
        const string right = "91350100M000100Y43";
        for (var i = 0; i < right.Length; i++)
        {
            foreach (var other in "0123456789ABCDEFGHJKLMNPQRTUWXY".Where(letter => letter != right[i]))
                Assert.False(CreditCode.IsValid(right[..i] + other + right[(i + 1)..]));
        }
    }

    [Theory]
    [InlineData("330106001001GB00123")]
    [InlineData("330106001001JC00001")]
    [InlineData("330106001001GB00123F00010001")]
    [InlineData("330106001001GB00123W00000000")]
    public void A_parcel_or_unit_code_has_19_or_28_characters(string code) => Assert.True(ParcelCode.HasShape(code));

    [Theory]
    [InlineData("330106001001GB0012")]
    [InlineData("330106001001XB00123")]
    [InlineData("330106001001GZ00123")]
    [InlineData("33010600100AGB00123")]
    [InlineData("330106001001GB00123A00010001")]
    [InlineData("330106001001GB00123F0001000X")]
    public void Another_shape_is_no_parcel_code(string code) => Assert.False(ParcelCode.HasShape(code));
}
