using LandLedger.Filters;
using LandLedger.GeoPackage.Filters;
using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Layers;

namespace LandLedger.GeoPackage.Layers;

/// <summary>Features behind an id, in a box, that a filter is true of.</summary>
internal static class LayerSearch
{
    private const int FirstOfFilter = 6;
    private const string InBox =
        " AND t.fid IN (SELECT id FROM {0} WHERE maxx >= ?1 AND minx <= ?2 AND maxy >= ?3 AND miny <= ?4)";

    public static FilterResult<SqlFilter> Compile(Layer layer, BoundFilter filter) =>
        SqlFilter.Of(filter, new LayerTable(layer).ForFilters(), FirstOfFilter);

    /// <summary>Parameters 1 to 4 are the box, 5 the id, then those of the filter.</summary>
    public static string Sql(Layer layer, FeatureQuery query, SqlFilter? filter)
    {
        var table = new LayerTable(layer);
        var inBox = query.Box is null
            ? ""
            : InBox.Replace("{0}", SqlName.Quoted(table.Index.Tree), StringComparison.Ordinal);
        var filtered = filter is null ? "" : $" AND {filter.Sql}";
        return $"SELECT {table.Select} FROM {table.From} WHERE t.fid > ?5{inBox}{filtered} ORDER BY t.fid";
    }

    public static IEnumerable<LayerFeature> Features(Connection connection, Layer layer, FeatureQuery query)
    {
        var filter = query.Filter is { } bound ? Compiled(layer, bound) : null;
        using var row = connection.Prepare(Sql(layer, query, filter));
        if (query.Box is { } box)
            BoxSearch.Bind(row, box);
        row.Bind(5, query.After);
        filter?.Bind(row);
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

    private static SqlFilter Compiled(Layer layer, BoundFilter filter) =>
        Compile(layer, filter).Value
        ?? throw new ArgumentException("A filter that the store refuses is not to be asked of it.", nameof(filter));
}
