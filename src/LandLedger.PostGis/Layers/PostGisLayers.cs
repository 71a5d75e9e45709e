using LandLedger.Filters;
using LandLedger.Import;
using LandLedger.Layers;
using LandLedger.PostGis.Reading;
using LandLedger.PostGis.Sql;
using LandLedger.PostGis.Writing;

namespace LandLedger.PostGis.Layers;

/// <summary>The layers of a database: a table each, which map programs show as it is.</summary>
/// <param name="begin">Begins to write.</param>
/// <param name="committed">To be told of each commit.</param>
internal sealed class PostGisLayers(Database database, Func<(Session Session, WriteTurn Turn)> begin, Action committed)
    : ILayerStore
{
    public IReadOnlyList<Layer> All()
    {
        using var session = database.Connect();
        return LayerBooks.All(session);
    }

    public IEnumerable<LayerFeature> Features(Layer layer, FeatureQuery query, CancellationToken cancel = default) =>
        Read(layer, LayerSql.Page(layer, query), query.Limit, row => LayerRow.Read(row, layer.Properties), cancel);

    public IEnumerable<PlacedFeature> Sorted(
        Layer layer,
        FeatureQuery query,
        PlotSort sort,
        CancellationToken cancel = default
    ) =>
        Read(
            layer,
            LayerSql.Sorted(layer, query, sort),
            query.Limit,
            row =>
            {
                var feature = LayerRow.Read(row, layer.Properties);
                var first = layer.Properties.Count + 1;
                return new PlacedFeature(
                    feature,
                    FeatureSort.Place(feature.Id, [.. sort.Terms.Select((_, i) => row.TextOrNull(first + i))])
                );
            },
            cancel
        );

    public long Count(Layer layer, FeatureQuery query, CancellationToken cancel = default) =>
        Read(layer, LayerSql.Count(layer, query), 1, row => row.Long(0), cancel).Single();

    /// <summary>What the planner expects: a layer is analysed when it is added.</summary>
    public long Estimate(Layer layer, FeatureQuery query, CancellationToken cancel = default)
    {
        if (query is { Box: null, Filter: null })
            return layer.Features;
        cancel.ThrowIfCancellationRequested();
        using var session = BeginReading(layer);
        return PlotCount.Expected(session, LayerSql.Candidates(layer, query));
    }

    /// <summary>A session that sees one state, in which the layer is what the caller knows.</summary>
    private Session BeginReading(Layer layer)
    {
        var session = database.Connect();
        try
        {
            session.Run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
            return LayerBooks.All(session).Any(known => known.Revision == layer.Revision)
                ? session
                : throw Problem.Of("layer-changed", database.Address.Name, ("layer", layer.Name));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private IEnumerable<T> Read<T>(
        Layer layer,
        Npgsql.NpgsqlBatchCommand asked,
        long? most,
        Func<Record, T> read,
        CancellationToken cancel
    )
    {
        using var session = BeginReading(layer);
        using var rows = session.AskOnce(asked, most, cancel);
        while (rows.Next())
            yield return read(rows.Row);
    }

    public FilterError? Refusal(Layer layer, BoundFilter filter) => LayerSql.Compile(layer, filter).Error;

    public ILayerImport Begin(Layer layer)
    {
        var (session, turn) = begin();
        try
        {
            return new LayerImport(session, turn, committed, layer);
        }
        catch
        {
            turn.Dispose();
            session.Dispose();
            throw;
        }
    }

    public long? Remove(string name)
    {
        var (session, turn) = begin();
        using (session)
        using (turn)
        {
            session.Run("BEGIN");
            if (LayerBooks.Remove(session, name) is not { } features)
                return null;
            session.Run("DROP TABLE " + LayerTable.NameOf(name));
            turn.Commit();
            committed();
            return features;
        }
    }
}
