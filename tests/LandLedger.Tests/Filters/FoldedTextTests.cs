using LandLedger.Filters;

namespace LandLedger.Tests.Filters;

/// <summary>Expected values from the Unicode Standard, chapters 3.13 and 5.18.</summary>
public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Straße", "STRASSE")]
    [InlineData("STRAẞE", "straße")]
    [InlineData("Οδος", "ΟΔΟΣ")]
    [InlineData("KØBENHAVN", "København")]
    [InlineData("ﬁn", "FIN")]
    [InlineData("µ", "Μ")]
    [InlineData("ſ", "S")]
    [InlineData("ŉ", "ʼN")]
    [InlineData("ꭰ", "Ꭰ")]
    [InlineData("𐐨", "𐐀")]
    [InlineData("İ", "i̇")]
    [InlineData("南塘A区", "南塘a区")]
    public void Texts_that_differ_in_case_alone_become_the_same(string one, string other) =>
        Assert.Equal(FoldedText.Case(one), FoldedText.Case(other));

    [Theory]
    [InlineData("ı", "i")]
    [InlineData("a", "á")]
    public void Case_folding_leaves_other_differences(string one, string other) =>
        Assert.NotEqual(FoldedText.Case(one), FoldedText.Case(other));

    [Theory]
    [InlineData("Chișinău", "Chisinau")]
    [InlineData("débárquér", "debarquer")]
    [InlineData("e\u0301", "é")]
    [InlineData("\u212b", "A")]
    [InlineData("ǘ", "u")]
    [InlineData("Việt Nam", "Viet Nam")]
    [InlineData("\u1100\u1161\u11a8", "각")]
    [InlineData("가", "\u1100\u1161")]
    [InlineData("\uf900", "豈")]
    [InlineData("か\u3099", "が")]
    public void Texts_that_differ_in_accents_alone_become_the_same(string one, string other) =>
        Assert.Equal(FoldedText.Accents(one), FoldedText.Accents(other));

    [Theory]
    [InlineData("ø", "o")]
    [InlineData("が", "か")]
    [InlineData("A", "a")]
    [InlineData("क्", "क")]
    public void Accent_folding_leaves_other_differences(string one, string other) =>
        Assert.NotEqual(FoldedText.Accents(one), FoldedText.Accents(other));
}
