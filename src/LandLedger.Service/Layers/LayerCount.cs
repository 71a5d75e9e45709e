using System.Text.Json;
using LandLedger.Layers;
using LandLedger.Service.Plots;

namespace LandLedger.Service.Layers;

/// <summary>
/// The member <c>numberMatched</c> of a page of features, which is absent where the policy gives no number. How many features a layer has
/// is known.
/// </summary>
internal sealed class LayerCount(CountPolicy policy, LayerPageQuery asked, ILayerStore store)
{
    private long? _counted;

    /// <summary>Counts before anything is answered, so that a count that takes too long becomes a problem.</summary>
    public void Take(CancellationToken cancel)
    {
        var query = asked.Features();
        _counted =
            policy == CountPolicy.None ? null
            : query is { Box: null, Filter: null } ? asked.Layer.Features
            : policy == CountPolicy.Estimate ? store.Estimate(asked.Layer, query, cancel)
            : asked.Box is null ? store.Count(asked.Layer, query, cancel)
            : store.Features(asked.Layer, query, cancel).LongCount(asked.Takes);
    }

    /// <summary>A page that is all there is counts itself, and no estimate is below what a page shows.</summary>
    public void Write(Utf8JsonWriter json, LayerPage page, long returned)
    {
        var whole = policy != CountPolicy.None && asked.After is null && page.Next is null;
        var least = policy == CountPolicy.Estimate ? returned : 0;
        if ((whole ? returned : _counted) is { } number)
            json.WriteNumber("numberMatched", Math.Max(number, least));
    }
}
