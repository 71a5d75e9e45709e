using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Layers;

namespace LandLedger.Service.Layers;

/// <summary>What a page of features is asked for.</summary>
internal sealed record LayerPageQuery(Layer Layer, int Limit)
{
    public SearchBox? Box { get; init; }

    public long After { get; init; }

    public BoundFilter? Filter { get; init; }
}

/// <summary>
/// One page of features, read while it is written; pages hang together by id. Where too many features lie in the bounds of a box
/// and not in the box itself for the time that a page may take, it ends early and the next one goes on.
/// </summary>
internal sealed class LayerPage(ILayerStore store, LayerPageQuery asked, TimeProvider clock, TimeSpan time)
{
    private readonly long _begun = clock.GetTimestamp();

    /// <summary>The last feature that was looked at, when there may be more behind it; known once the page has been read.</summary>
    public long? Next { get; private set; }

    public IEnumerable<LayerFeature> Read(CancellationToken cancel)
    {
        var left = asked.Limit;
        var after = asked.After;
        while (true)
        {
            var most = left + 1;
            var read = 0;
            var query = new FeatureQuery
            {
                Box = asked.Box?.Bounds,
                Filter = asked.Filter,
                After = after,
                Limit = most,
            };
            foreach (var feature in store.Features(asked.Layer, query, cancel))
            {
                read++;
                if (IsAsked(feature))
                {
                    if (left-- == 0)
                    {
                        Next = after;
                        yield break;
                    }
                    yield return feature;
                }
                after = feature.Id;
            }
            if (read < most)
                yield break;
            if (clock.GetElapsedTime(_begun) > time)
            {
                Next = after;
                yield break;
            }
        }
    }

    private bool IsAsked(LayerFeature feature) =>
        asked.Box is not { } box || (feature.Shape is { } shape && box.Meets(shape.Wkb.Span, shape.Box));
}
