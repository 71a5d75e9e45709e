using System.Text;
using LandLedger.Filters;
using LandLedger.Geometry;

namespace LandLedger.Tests.Filters;

/// <summary>Broken filters: a tree or a named error with words in both languages, never an exception.</summary>
public sealed class FuzzTests
{
    private const int Filters = 5_000;

    private readonly Queryables _queryables = new(RoundTripTests.Properties, CrsTable.LonLat);

    [Fact]
    public void Filters_by_the_grammar_with_letters_changed_are_read_or_refused()
    {
        var random = new Random(1);
        var filters = new RandomFilter(random, RoundTripTests.Properties);
        var read = 0;
        for (var i = 0; i < Filters; i++)
        {
            var filter = filters.Next(2);
            read += Tried(SpoiltFilter.Of(filter.ToString(), random)) ? 1 : 0;
            read += TriedJson(SpoiltFilter.Of(FilterReading.ToJson(filter), random)) ? 1 : 0;
        }
        Assert.InRange(read, Filters / 50, Filters);
    }

    [Fact]
    public void Words_in_any_order_are_read_or_refused()
    {
        var random = new Random(2);
        for (var i = 0; i < Filters; i++)
        {
            var text = SpoiltFilter.Words(random);
            Tried(text);
            TriedJson(text);
        }
    }

    [Fact]
    public void Random_bytes_are_read_or_refused()
    {
        var random = new Random(3);
        for (var i = 0; i < Filters; i++)
        {
            var bytes = new byte[random.Next(60)];
            random.NextBytes(bytes);
            Told(FilterJson.Read(bytes));
            Tried(Encoding.Unicode.GetString(bytes));
            Tried(Encoding.Latin1.GetString(bytes));
        }
    }

    private bool Tried(string text) => Told(FilterText.Read(text));

    private bool TriedJson(string text) => Told(FilterJson.Read(Encoding.UTF8.GetBytes(text)));

    private bool Told(FilterResult<Predicate> read)
    {
        if (!read.IsGood)
            return Said(read.Error);
        Assert.Equal(read.Value, FilterReading.Text(read.Value.ToString()));
        var bound = BoundFilter.Of(read.Value, _queryables, CrsTable.LonLat);
        return bound.IsGood || Said(bound.Error);
    }

    private static bool Said(FilterError error)
    {
        Assert.NotEmpty(error.In(Texts.Chinese));
        Assert.NotEmpty(error.In(Texts.English));
        return false;
    }
}
