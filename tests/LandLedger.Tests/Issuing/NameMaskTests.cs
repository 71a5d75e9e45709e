using LandLedger.Issuing;
using Xunit;

namespace LandLedger.Tests.Issuing;

public sealed class NameMaskTests
{
    private static readonly NameMask Mask = new(["公司", "厂", "Ltd"], ["、", "，", ";"]);

    [Theory]
    [InlineData("王小明", "王**")]
    [InlineData("浙江龙鼎机械有限公司", "浙江****公司")]
    [InlineData("王五、赣州某某有限公司", "王**、赣州****公司")]
    [InlineData("王五 赣州某某有限公司", "王** 赣州****公司")]
    [InlineData("王五金厂，王五", "王****厂，王**")]
    [InlineData("钱 七", "钱**")]
    [InlineData("Foo Bar Ltd;张三", "F** B** ****Ltd;张**")]
    public void Each_of_several_names_is_masked_by_itself(string holder, string masked) =>
        Assert.Equal(masked, Mask.Of(holder));

    [Theory]
    [InlineData("王五、赣州某某有限公司", "王五地块，赣州某某有限公司东侧", "王**地块，赣州****公司东侧")]
    [InlineData("钱 七", "钱七宅", "钱**宅")]
    [InlineData("李四等3人", "李四宅旁", "李**宅旁")]
    [InlineData("王小二（身份证）", "王小二屋后", "王**屋后")]
    public void A_text_names_none_of_them(string holder, string text, string masked) =>
        Assert.Equal(masked, Mask.Scrub(text, holder));

    [Fact]
    public void Without_separators_a_name_is_what_is_written() =>
        Assert.Equal("王五****公司", new NameMask(["公司"], []).Of("王五、赣州某某有限公司"));
}
