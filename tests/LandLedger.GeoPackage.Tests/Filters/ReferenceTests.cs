using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Layers;
using LandLedger.Stores.Contract;
using LandLedger.Tests.Filters;
using NetTopologySuite.IO;

namespace LandLedger.GeoPackage.Tests.Filters;

/// <summary>Random filters by query and item by item: the same items, nulls and NOT included.</summary>
public sealed class ReferenceTests(GeoPackageStandardLayers layers) : IClassFixture<GeoPackageStandardLayers>
{
    [Theory]
    [InlineData("ne_110m_populated_places_simple", 400, 1)]
    [InlineData("ne_110m_admin_0_countries", 200, 2)]
    [InlineData("ne_110m_rivers_lake_centerlines", 400, 3)]
    public void A_query_finds_what_looking_at_each_item_finds(string name, int count, int seed)
    {
        var layer = layers.Layer(name);
        var items = layers
            .Features(name, StandardLayers.Read("TRUE"))
            .Select(item => (item.Id, Values: Values(layer, item)))
            .ToList();
        var texts = items.SelectMany(item => item.Values.Values).OfType<string>().ToList();
        var filters = new RandomFilter(new Random(seed), layer.Properties, texts);
        var found = 0;
        for (var i = 0; i < count; i++)
        {
            var filter = filters.Next();
            var expected = items
                .Where(item => new ReferenceFilter(layer.Queryables, item.Values).Test(filter) == true)
                .Select(item => item.Id)
                .ToList();
            var keys = layers.Features(name, filter).Select(item => item.Id).ToList();
            Assert.True(expected.SequenceEqual(keys), $"{filter}: {keys.Count}, not {expected.Count}");
            found += keys.Count == 0 || keys.Count == items.Count ? 0 : 1;
        }
        Assert.InRange(found, count / 10, count);
    }

    private static Dictionary<string, object?> Values(Layer layer, LayerFeature item)
    {
        var values = layer.Values.Zip(item.Values).ToDictionary(pair => pair.First.Name, pair => Plain(pair.Second));
        values[layer.Geometry.Name] = item.Shape is { } shape ? new WKBReader().Read(shape.Wkb.ToArray()) : null;
        return values;
    }

    private static object? Plain(object? value) => value is long whole ? (double)whole : value;
}
