using LandLedger.Tests.Filters;

namespace LandLedger.GeoPackage.Tests.Filters;

/// <summary>Random filters by query and item by item: the same items, nulls and NOT included.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("ne_110m_populated_places_simple", 400, 1)]
    [InlineData("ne_110m_admin_0_countries", 200, 2)]
    [InlineData("ne_110m_rivers_lake_centerlines", 400, 3)]
    public void A_query_finds_what_looking_at_each_item_finds(string name, int count, int seed)
    {
        using var layer = new Layer(SharedData.Path("cql2", "ne110m4cql2.gpkg"), name);
        var items = layer.Items();
        var texts = items.SelectMany(item => item.Values.Values).OfType<string>().ToList();
        var filters = new RandomFilter(new Random(seed), layer.Queryables.All, texts);
        var found = 0;
        for (var i = 0; i < count; i++)
        {
            var filter = filters.Next();
            var expected = items
                .Where(item => new ReferenceFilter(layer.Queryables, item.Values).Test(filter) == true)
                .Select(item => item.Key)
                .Order()
                .ToList();
            var keys = layer.Keys(filter);
            Assert.True(expected.SequenceEqual(keys), $"{filter}: {keys.Count}, not {expected.Count}");
            found += keys.Count == 0 || keys.Count == items.Count ? 0 : 1;
        }
        Assert.InRange(found, count / 10, count);
    }
}
