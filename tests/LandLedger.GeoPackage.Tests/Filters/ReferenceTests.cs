using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Tests.Filters;

namespace LandLedger.GeoPackage.Tests.Filters;

/// <summary>Random filters by query and item by item: the same items, nulls and NOT included.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("ne_110m_populated_places_simple", 1)]
    [InlineData("ne_110m_admin_0_countries", 2)]
    [InlineData("ne_110m_rivers_lake_centerlines", 3)]
    public void A_query_finds_what_looking_at_each_item_finds(string name, int seed)
    {
        using var layer = new Layer(SharedData.Path("cql2", "ne110m4cql2.gpkg"), name);
        var items = layer.Items();
        var filters = new RandomFilter(new Random(seed), layer.Queryables.All);
        var found = 0;
        for (var i = 0; i < 400; i++)
        {
            var filter = filters.Next();
            var bound = BoundFilter.Of(filter, layer.Queryables, CrsTable.LonLat);
            Assert.True(bound.IsGood, bound.Error?.In(Texts.English));
            var expected = items
                .Where(item => new ReferenceFilter(layer.Queryables, item.Values).Test(bound.Value.Root) == true)
                .Select(item => item.Key)
                .Order()
                .ToList();
            var keys = layer.Keys(filter);
            Assert.True(expected.SequenceEqual(keys), $"{filter}: {keys.Count}, not {expected.Count}");
            found += keys.Count == 0 || keys.Count == items.Count ? 0 : 1;
        }
        Assert.InRange(found, 60, 400);
    }
}
