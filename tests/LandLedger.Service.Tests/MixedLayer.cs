using System.Text;
using LandLedger.Formats.GeoJson;
using LandLedger.Import;
using LandLedger.Layers;

namespace LandLedger.Service.Tests;

/// <summary>A layer with a feature of every kind and values of every type.</summary>
internal static class MixedLayer
{
    private const string Text = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"名称":"井","深":12.5,"日期":"2020-01-02","时刻":"2020-01-02T03:04:05.25Z","标签":["a","b"],"用":true,"数":3},
         "geometry":{"type":"Point","coordinates":[119.5,28.5]}},
        {"type":"Feature","properties":{"名称":"\"路\""},"geometry":{"type":"LineString","coordinates":[[119,28],[120,29]]}},
        {"type":"Feature","properties":{},"geometry":{"type":"MultiPoint","coordinates":[[121,30],[122,31]]}},
        {"type":"Feature","properties":{},"geometry":{"type":"MultiLineString","coordinates":[[[119,28],[119,29]],[[120,28],[120,29]]]}},
        {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[119,28],[120,28],[120,29],[119,28]]]}},
        {"type":"Feature","properties":{},"geometry":null}]}
        """;

    public static void AddTo(IPlotStore store)
    {
        using var file = GeoJsonFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(Text)), "mixed.geojson");
        var options = new LayerOptions
        {
            Name = "mixed",
            Title = "杂项",
            RecordedAt = DateTimeOffset.UnixEpoch,
        };
        Assert.Equal(ImportOutcome.Done, LayerImporter.Add(store, options, file).Outcome);
    }
}
