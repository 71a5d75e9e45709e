using LandLedger.Filters;
using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;
using LandLedger.Layers;

namespace LandLedger.GeoPackage.Layers;

/// <summary>The layers of a file: a feature table each, which map programs show as it is.</summary>
/// <param name="begin">Begins to write; with the file that the first write to a store makes.</param>
internal sealed class GeoPackageLayers(
    string path,
    SessionPool sessions,
    Func<bool> isUnmade,
    Func<(NewFile? File, Connection Connection)> begin
) : ILayerStore
{
    public IReadOnlyList<Layer> All()
    {
        if (isUnmade())
            return [];
        using var reading = sessions.Begin(1);
        return LayerBooks.All(reading.First.Connection);
    }

    public IEnumerable<LayerFeature> Features(Layer layer, FeatureQuery query, CancellationToken cancel = default) =>
        Read(layer, connection => LayerSearch.Features(connection, layer, query), cancel);

    public IEnumerable<PlacedFeature> Sorted(
        Layer layer,
        FeatureQuery query,
        PlotSort sort,
        CancellationToken cancel = default
    ) => Read(layer, connection => SortedFeatures.Of(connection, layer, query, sort), cancel);

    public long Count(Layer layer, FeatureQuery query, CancellationToken cancel = default) =>
        Read<long>(layer, connection => [LayerSearch.Count(connection, layer, query)], cancel).Single();

    public long Estimate(Layer layer, FeatureQuery query, CancellationToken cancel = default) =>
        Read<long>(layer, connection => [LayerSearch.Estimate(connection, layer, query)], cancel).Single();

    private IEnumerable<T> Read<T>(Layer layer, Func<Connection, IEnumerable<T>> read, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var reading = sessions.Begin(1);
        var connection = reading.First.Connection;
        if (!LayerBooks.All(connection).Any(known => known.Revision == layer.Revision))
            throw Problem.Of("layer-changed", path, ("layer", layer.Name));
        using var stopping = connection.StopOn(cancel);
        foreach (var item in read(connection))
        {
            cancel.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    public FilterError? Refusal(Layer layer, BoundFilter filter) => LayerSearch.Compile(layer, filter).Error;

    public ILayerImport Begin(Layer layer)
    {
        var (newFile, connection) = begin();
        try
        {
            return new LayerImport(connection, newFile, layer);
        }
        catch
        {
            connection.Dispose();
            newFile?.Remove();
            throw;
        }
    }

    public long? Remove(string name)
    {
        if (isUnmade())
            return null;
        var (_, connection) = begin();
        using (connection)
        {
            var features = LayerBooks.Remove(connection, name);
            connection.Execute(features is null ? "ROLLBACK" : "COMMIT");
            return features;
        }
    }
}
