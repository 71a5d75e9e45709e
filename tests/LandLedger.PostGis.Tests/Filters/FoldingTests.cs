using System.Text;
using LandLedger.Filters;

namespace LandLedger.PostGis.Tests.Filters;

/// <summary>The server folds texts as the core does, letter by letter.</summary>
public sealed class FoldingTests
{
    private const int Together = 4096;

    [Theory]
    [InlineData("filter_case", Folding.Case)]
    [InlineData("filter_accents", Folding.Accents)]
    public void Every_letter_is_folded_as_the_core_folds_it(string function, Folding folding)
    {
        using var park = Park.OfStore();
        foreach (var letters in Letters().Chunk(Together))
        {
            var text = string.Concat(letters);
            var folded = park.Sql(
                $"SET search_path = landledger, public; SELECT {function}('{text.Replace("'", "''", StringComparison.Ordinal)}')"
            );
            Assert.Equal(FoldedText.Of(folding, text), folded);
        }
    }

    /// <summary>A letter alone takes the way that is short for texts without such letters.</summary>
    [Theory]
    [InlineData("filter_case", Folding.Case)]
    [InlineData("filter_accents", Folding.Accents)]
    public void A_letter_alone_is_folded_as_the_core_folds_it(string function, Folding folding)
    {
        using var park = Park.OfStore();
        foreach (var letters in Letters().Where(letter => FoldedText.Of(folding, letter) != letter).Chunk(Together))
        {
            var folded = park.Sql(
                $"SET search_path = landledger, public; SELECT string_agg({function}(l), '|' ORDER BY n) FROM unnest(string_to_array('{string.Join('|', letters)}', '|')) WITH ORDINALITY AS a (l, n)"
            );
            Assert.Equal(string.Join('|', letters.Select(letter => FoldedText.Of(folding, letter))), folded);
        }
    }

    /// <summary>The planes that have letters with case or accents, without U+0000, which no text of the server holds.</summary>
    private static IEnumerable<string> Letters() =>
        Enumerable.Range(1, 0x2FFFF).Where(Rune.IsValid).Select(char.ConvertFromUtf32);
}
