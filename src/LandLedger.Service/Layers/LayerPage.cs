using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Layers;

namespace LandLedger.Service.Layers;

/// <summary>What a page of features is asked for.</summary>
internal sealed record LayerPageQuery(Layer Layer, int Limit)
{
    public SearchBox? Box { get; init; }

    public PlotPlace? After { get; init; }

    /// <summary>Null for the order of the ids.</summary>
    public PlotSort? Sort { get; init; }

    public BoundFilter? Filter { get; init; }

    /// <summary>What to ask of the store, of all pages; the box is to be held against the geometries still.</summary>
    public FeatureQuery Features() => new() { Box = Box?.Bounds, Filter = Filter };

    public bool Takes(LayerFeature feature) =>
        Box is not { } box || (feature.Shape is { } shape && box.Meets(shape.Wkb.Span, shape.Box));
}

/// <summary>
/// One page of features, read while it is written; pages hang together by place. Where too many features lie in the bounds of a box
/// and not in the box itself for the time that a page may take, it ends early and the next one goes on.
/// </summary>
internal sealed class LayerPage(ILayerStore store, LayerPageQuery asked, TimeProvider clock, TimeSpan time)
{
    private readonly long _begun = clock.GetTimestamp();

    /// <summary>The last feature that was looked at, when there may be more behind it; known once the page has been read.</summary>
    public PlotPlace? Next { get; private set; }

    public IEnumerable<LayerFeature> Read(CancellationToken cancel)
    {
        var left = asked.Limit;
        var after = asked.After;
        while (true)
        {
            // What is sorted to be held against a box is sorted once.
            int? most = asked is { Sort: not null, Box: not null } ? null : left + 1;
            var read = 0;
            foreach (var (feature, place) in Features(after, most, cancel))
            {
                read++;
                if (asked.Takes(feature))
                {
                    if (left-- == 0)
                    {
                        Next = after;
                        yield break;
                    }
                    yield return feature;
                }
                after = place;
                if (most is null && clock.GetElapsedTime(_begun) > time)
                {
                    Next = after;
                    yield break;
                }
            }
            if (most is null || read < most)
                yield break;
            if (clock.GetElapsedTime(_begun) > time)
            {
                Next = after;
                yield break;
            }
        }
    }

    private IEnumerable<PlacedFeature> Features(PlotPlace? after, int? most, CancellationToken cancel)
    {
        var query = asked.Features() with { Limit = most };
        return asked.Sort is { } sort
            ? store.Sorted(asked.Layer, query, sort with { After = after }, cancel)
            : store
                .Features(
                    asked.Layer,
                    query with
                    {
                        After = after is null ? 0 : FeatureSort.IdOf(after)!.Value,
                    },
                    cancel
                )
                .Select(feature => new PlacedFeature(feature, FeatureSort.Place(feature.Id)));
    }
}
