using System.Text;
using LandLedger.Formats.Output;
using LandLedger.Layers;

namespace LandLedger.Formats.Map;

/// <summary>The features of a layer as GeoJSON (RFC 7946), streamed as plots are.</summary>
public static class LayerMap
{
    /// <summary>Writes all features in the order given and returns how many.</summary>
    public static async Task<long> WriteAsync(
        Stream output,
        Layer layer,
        IEnumerable<LayerFeature> features,
        GeoJsonOptions options,
        CancellationToken cancel = default
    )
    {
        var members = GeoJsonMap.Members(json =>
        {
            GeoJsonMap.WriteKind(json, layer.Name, shifted: false);
            options.Before?.Invoke(json);
        });
        await output
            .WriteAsync(Encoding.UTF8.GetBytes("{" + members + ",\"features\":[\n"), cancel)
            .ConfigureAwait(false);
        var count = await Batches
            .WriteAsync(output, features, ",\n"u8.ToArray(), () => new LayerFeatureJson(layer, options).Write, cancel)
            .ConfigureAwait(false);
        await output.WriteAsync(GeoJsonMap.Tail(options, count), cancel).ConfigureAwait(false);
        return count;
    }

    /// <summary>One feature by itself.</summary>
    public static byte[] Feature(Layer layer, LayerFeature feature, GeoJsonOptions options)
    {
        var buffer = new Utf8Buffer();
        new LayerFeatureJson(layer, options).Write(feature, buffer);
        return GeoJsonMap.WithRest(buffer, options);
    }
}
