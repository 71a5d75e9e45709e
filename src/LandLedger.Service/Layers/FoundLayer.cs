using LandLedger.Layers;
using LandLedger.Service.Http;

namespace LandLedger.Service.Layers;

/// <summary>The layer that a request names, as the store has it now; or why there is none.</summary>
internal readonly record struct FoundLayer(Layer? Layer, Problem? Problem)
{
    public static FoundLayer Of(string collection, ILayerStore store)
    {
        var layers = store.All();
        if (layers.FirstOrDefault(layer => layer.Name == collection) is { } found)
            return new(found, null);
        var known = string.Join(", ", LayerName.Taken.Concat(layers.Select(layer => layer.Name)));
        return new(null, new("collection-unknown", ("collection", Links.Part(collection)), ("known", known)));
    }
}
