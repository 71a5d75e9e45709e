using LandLedger.Filters;
using LandLedger.Import;

namespace LandLedger.Layers;

/// <summary>The reference layers of a store. Reading sees the last commit. Trouble with disk or database is a <see cref="StoreException"/>.</summary>
public interface ILayerStore
{
    /// <summary>All layers in order of their name.</summary>
    IReadOnlyList<Layer> All();

    /// <summary>Streams features in order of their id.</summary>
    /// <param name="layer">As <see cref="All"/> told it.</param>
    /// <param name="cancel">Ends the reading; what the store is busy with for it is stopped.</param>
    /// <exception cref="OperationCanceledException">While enumerating, after <paramref name="cancel"/>.</exception>
    /// <exception cref="StoreException">layer-changed: the layer was added anew or removed in the meantime.</exception>
    IEnumerable<LayerFeature> Features(Layer layer, FeatureQuery query, CancellationToken cancel = default);

    /// <summary>
    /// Features of a query in an order, the same in every store, each with its place. There is no index for it: each call looks at all
    /// features that the query finds, and with a limit keeps no more than that many.
    /// </summary>
    /// <param name="query">Its own start is not looked at; that of the order is.</param>
    /// <exception cref="StoreException">layer-changed, as <see cref="Features"/>.</exception>
    IEnumerable<PlacedFeature> Sorted(
        Layer layer,
        FeatureQuery query,
        PlotSort sort,
        CancellationToken cancel = default
    );

    /// <summary>How many features a query finds, whatever its start and limit, counted where they are stored.</summary>
    /// <exception cref="StoreException">layer-changed, as <see cref="Features"/>.</exception>
    long Count(Layer layer, FeatureQuery query, CancellationToken cancel = default);

    /// <summary>
    /// About how many features <see cref="Count"/> would find, told from what the store knows of them or from a thousand of them. The more
    /// particular a filter is, the rougher.
    /// </summary>
    /// <exception cref="StoreException">layer-changed, as <see cref="Features"/>.</exception>
    long Estimate(Layer layer, FeatureQuery query, CancellationToken cancel = default);

    /// <summary>Why a filter of the layer cannot be asked of this store; null when it can.</summary>
    FilterError? Refusal(Layer layer, BoundFilter filter);

    /// <summary>Opens a write transaction that puts a layer in the place of any of its name.</summary>
    ILayerImport Begin(Layer layer);

    /// <summary>Takes a layer out of the store: how many features went with it, or null where there is none of that name.</summary>
    long? Remove(string name);
}

/// <summary>A layer on its way into a store; disposing it without commit leaves the store as it was.</summary>
public interface ILayerImport : IDisposable
{
    /// <summary>How many features the layer had before; null where there was none.</summary>
    long? Before { get; }

    /// <summary>Adds a feature; ids rise.</summary>
    void Put(LayerFeature feature);

    void Commit(DateTimeOffset recordedAt);
}
