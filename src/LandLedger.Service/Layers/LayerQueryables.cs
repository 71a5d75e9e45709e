using LandLedger.Service.Http;
using LandLedger.Service.Plots;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Layers;

/// <summary>What filters of a layer may name: its properties, with the types that its file gave them.</summary>
internal static class LayerQueryables
{
    public static Results<JsonAnswer, Problem> Show(string collection, Query query, Park park, HttpRequest request)
    {
        var (layer, problem) = FoundLayer.Of(collection, park.Store.Layers);
        if (layer is null)
            return problem!;
        var properties = layer.Properties.Select(property => PropertySchema.Of(property, layer.Kind));
        return new PlotSchema("queryables", properties, layer.Name).Show(query, request);
    }
}
