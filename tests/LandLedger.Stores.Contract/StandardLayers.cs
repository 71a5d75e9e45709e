using LandLedger.Filters;
using LandLedger.Formats;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Layers;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>The data of the standard's own filter test as layers of a store, added as an officer would.</summary>
public abstract class StandardLayers : IDisposable
{
    private readonly Dictionary<string, Layer> _layers;

    protected StandardLayers(IPlotStore store)
    {
        Store = store;
        AddTo(store);
        _layers = store.Layers.All().ToDictionary(layer => layer.Name);
    }

    public static void AddTo(IPlotStore store)
    {
        var path = SharedData.Path("cql2", "ne110m4cql2.gpkg");
        string[] names =
        [
            "ne_110m_admin_0_countries",
            "ne_110m_populated_places_simple",
            "ne_110m_rivers_lake_centerlines",
        ];
        foreach (var name in names)
        {
            using var file = LayerFile.Open(path, name);
            var options = new LayerOptions { Name = name, RecordedAt = DateTimeOffset.UnixEpoch };
            var report = LayerImporter.Add(store, options, file);
            Assert.True(report.Outcome == ImportOutcome.Done, string.Join('\n', report.Issues));
        }
    }

    public IPlotStore Store { get; }

    public Layer Layer(string name) => _layers[name];

    public IReadOnlyList<LayerFeature> Features(string name, Predicate filter)
    {
        var layer = Layer(name);
        var bound = BoundFilter.Of(filter, layer.Queryables, CrsTable.LonLat);
        Assert.True(bound.IsGood, bound.Error?.In(Texts.English));
        Assert.Null(Store.Layers.Refusal(layer, bound.Value));
        return [.. Store.Layers.Features(layer, new() { Filter = bound.Value })];
    }

    public static Predicate Read(string text)
    {
        var read = FilterText.Read(text);
        Assert.True(read.IsGood, read.Error?.In(Texts.English));
        return read.Value;
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Store.Dispose();
}
