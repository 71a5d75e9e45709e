using LandLedger.Filters;
using LandLedger.GeoPackage.Filters;
using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Layers;

namespace LandLedger.GeoPackage.Layers;

/// <summary>Features behind an id, in a box, that a filter is true of.</summary>
internal static class LayerSearch
{
    public const int FirstOfFilter = 6;
    private const string InBox =
        " AND t.fid IN (SELECT id FROM {0} WHERE maxx >= ?1 AND minx <= ?2 AND maxy >= ?3 AND miny <= ?4)";

    public static FilterResult<SqlFilter> Compile(Layer layer, BoundFilter filter, int first = FirstOfFilter) =>
        SqlFilter.Of(filter, new LayerTable(layer).ForFilters(), first);

    /// <summary>Parameters 1 to 4 are the box, 5 the id, then those of the filter.</summary>
    public static string Sql(Layer layer, FeatureQuery query, SqlFilter? filter) =>
        $"SELECT {new LayerTable(layer).Select} {FromWhere(layer, query, filter)} AND t.fid > ?5 ORDER BY t.fid";

    /// <summary>The features that a query finds, wherever it starts. Parameters as <see cref="Bound"/>.</summary>
    public static string FromWhere(Layer layer, FeatureQuery query, SqlFilter? filter)
    {
        var table = new LayerTable(layer);
        var inBox = query.Box is null
            ? ""
            : InBox.Replace("{0}", SqlName.Quoted(table.Index.Tree), StringComparison.Ordinal);
        return $"FROM {table.From} WHERE TRUE{inBox}{(filter is null ? "" : $" AND {filter.Sql}")}";
    }

    public static Statement Bound(Statement statement, FeatureQuery query, SqlFilter? filter)
    {
        if (query.Box is { } box)
            BoxSearch.Bind(statement, box);
        filter?.Bind(statement);
        return statement;
    }

    /// <summary>The tree rounds its bounds outwards, so that the exact ones are looked at.</summary>
    public static long Count(Connection connection, Layer layer, FeatureQuery query)
    {
        var filter = Compiled(layer, query);
        var from = FromWhere(layer, query, filter);
        if (query.Box is null)
        {
            using var count = Bound(connection.Prepare("SELECT count(*) " + from), query, filter);
            _ = count.Step();
            return count.Int64(0);
        }
        var geometry = SqlName.Quoted(new LayerTable(layer).Geometry);
        using var rows = Bound(connection.Prepare($"SELECT t.{geometry} {from}"), query, filter);
        var found = 0L;
        while (rows.Step())
            found += BoxSearch.Meets(rows.Blob(0), query.Box) ? 1 : 0;
        return found;
    }

    /// <summary>The tree knows the features that have a geometry, so that a box holds no others.</summary>
    public static long Estimate(Connection connection, Layer layer, FeatureQuery query)
    {
        if (query is { Box: null, Filter: null })
            return layer.Features;
        var table = new LayerTable(layer);
        var filter = Compiled(layer, query, Sample.Parameters + 1);
        return new Sample(table.From, LayerTable.Alias, SqlName.Quoted(table.Index.Tree)).Of(
            connection,
            query.Box,
            filter?.Sql ?? "TRUE",
            sample => Bound(sample, query, filter),
            layer.Features
        );
    }

    public static IEnumerable<LayerFeature> Features(Connection connection, Layer layer, FeatureQuery query)
    {
        var filter = Compiled(layer, query);
        using var row = Bound(connection.Prepare(Sql(layer, query, filter)), query, filter).Bind(5, query.After);
        var left = query.Limit ?? int.MaxValue;
        while (left > 0 && row.Step())
        {
            // The tree rounds its bounds outwards.
            if (!BoxSearch.Meets(row.Blob(layer.Properties.Count), query.Box))
                continue;
            left--;
            yield return LayerRow.Read(row, layer.Properties);
        }
    }

    public static SqlFilter? Compiled(Layer layer, FeatureQuery query, int first = FirstOfFilter) =>
        query.Filter is { } filter
            ? Compile(layer, filter, first).Value
                ?? throw new ArgumentException(
                    "A filter that the store refuses is not to be asked of it.",
                    nameof(query)
                )
            : null;
}
