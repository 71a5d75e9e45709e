using LandLedger.Filters;
using LandLedger.Import;
using LandLedger.Layers;
using LandLedger.PostGis.Filters;
using LandLedger.PostGis.Sql;
using LandLedger.PostGis.Writing;

namespace LandLedger.PostGis.Layers;

/// <summary>The layers of a database: a table each, which map programs show as it is.</summary>
/// <param name="begin">Begins to write.</param>
/// <param name="committed">To be told of each commit.</param>
internal sealed class PostGisLayers(Database database, Func<(Session Session, WriteTurn Turn)> begin, Action committed)
    : ILayerStore
{
    private const int FirstOfFilter = 7;

    public IReadOnlyList<Layer> All()
    {
        using var session = database.Connect();
        return LayerBooks.All(session);
    }

    public IEnumerable<LayerFeature> Features(Layer layer, FeatureQuery query, CancellationToken cancel = default)
    {
        using var session = database.Connect();
        session.Run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        if (!LayerBooks.All(session).Any(known => known.Revision == layer.Revision))
            throw Problem.Of("layer-changed", database.Address.Name, ("layer", layer.Name));
        using var rows = session.AskOnce(Asked(layer, query), query.Limit, cancel);
        while (rows.Next())
            yield return LayerRow.Read(rows.Row, layer.Properties);
    }

    public FilterError? Refusal(Layer layer, BoundFilter filter) => Compile(layer, filter).Error;

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

    private static FilterResult<SqlFilter> Compile(Layer layer, BoundFilter filter) =>
        SqlFilter.Of(filter, new LayerTable(layer).ForFilters(), FirstOfFilter);

    /// <summary>Parameters: the id before, how many (null for all), the box, then those of the filter.</summary>
    private static Npgsql.NpgsqlBatchCommand Asked(Layer layer, FeatureQuery query)
    {
        var table = new LayerTable(layer);
        var filter = query.Filter is { } bound
            ? Compile(layer, bound).Value
                ?? throw new ArgumentException(
                    "A filter that the store refuses is not to be asked of it.",
                    nameof(query)
                )
            : null;
        var statement = Statement
            .Of(
                $"""
                SELECT {table.Record} FROM {table.Name} t
                WHERE t.fid > $1 {(query.Box is null ? "" : InBox(table.Geometry))} {(
                    filter is null ? "" : "AND " + filter.Sql
                )}
                ORDER BY t.fid LIMIT $2
                """
            )
            .With((long?)query.After)
            .With((long?)query.Limit)
            .With(query.Box?.West)
            .With(query.Box?.South)
            .With(query.Box?.East)
            .With(query.Box?.North);
        filter?.Bind(statement);
        return statement;
    }

    /// <summary>The index keeps bounds as floats rounded outwards, so the exact ones decide.</summary>
    private static string InBox(string geometry) =>
        $"""
            AND {geometry} && ST_MakeEnvelope($3, $4, $5, $6, 4490)
            AND ST_XMax({geometry}) >= $3 AND ST_YMax({geometry}) >= $4 AND ST_XMin({geometry}) <= $5 AND ST_YMin({geometry}) <= $6
            """;
}
