using System.Globalization;
using LandLedger.Filters;
using LandLedger.GeoPackage.Filters;
using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;
using LandLedger.Layers;

namespace LandLedger.GeoPackage.Layers;

/// <summary>
/// Features in an order, each with its place. Only the values sorted by, the id and the head of the geometry go through the sorter, and
/// with a limit only as many as wanted stay in it; the features are fetched afterwards.
/// </summary>
internal static class SortedFeatures
{
    /// <summary>Columns before the values: the id, the head of the geometry.</summary>
    private const int Before = 2;
    private const long UnixMicroseconds = 62_135_596_800_000_000;

    public static IEnumerable<PlacedFeature> Of(Connection connection, Layer layer, FeatureQuery query, PlotSort sort)
    {
        var filter = LayerSearch.Compiled(layer, query);
        var table = new LayerTable(layer);
        var firstOfPlace = LayerSearch.FirstOfFilter + (filter?.Values.Count ?? 0);
        using var rows = LayerSearch.Bound(
            connection.Prepare(Sql(layer, table, query, sort, filter, firstOfPlace)),
            query,
            filter
        );
        if (sort.After is { } after)
            Bind(rows, sort, after, firstOfPlace);
        using var one = connection.Prepare($"SELECT {table.Select} FROM {table.From} WHERE t.fid = ?1");
        var left = query.Limit ?? int.MaxValue;
        while (left > 0 && rows.Step())
        {
            if (!BoxSearch.Meets(rows.Blob(1), query.Box))
                continue;
            left--;
            var id = rows.Int64(0);
            one.Bind(1, id);
            _ = one.Step();
            var feature = LayerRow.Read(one, layer.Properties);
            one.Reset();
            yield return new(
                feature,
                FeatureSort.Place(id, [.. sort.Terms.Select((_, i) => ValueOf(rows, i + Before))])
            );
        }
    }

    /// <summary>The tree finds a few too many boxes, so that only the one who reads knows when there are enough.</summary>
    private static string Sql(
        Layer layer,
        LayerTable table,
        FeatureQuery query,
        PlotSort sort,
        SqlFilter? filter,
        int firstOfPlace
    )
    {
        var columns = table.ForFilters();
        var terms = sort.Terms.Select(term => Term(columns.Column(term.Property.Name), term.Property.Type)).ToList();
        var values = terms.Select((_, i) => "?" + (firstOfPlace + i).ToString(CultureInfo.InvariantCulture)).ToList();
        var behind = sort.After is { } place ? " AND " + SortSql.Behind(sort, place, terms, values, "t.fid > ?5") : "";
        var limit = query is { Box: null, Limit: { } most }
            ? " LIMIT " + most.ToString(CultureInfo.InvariantCulture)
            : "";
        return $"SELECT t.fid, substr(t.{SqlName.Quoted(table.Geometry)}, 1, 64), {string.Join(", ", terms)} "
            + $"{LayerSearch.FromWhere(layer, query, filter)}{behind} ORDER BY {SortSql.OrderBy(sort, terms, "t.fid")}{limit}";
    }

    /// <summary>Of one type whatever another program wrote into the column; what has no place among numbers is unknown.</summary>
    private static string Term(string column, FilterType type) =>
        type switch
        {
            FilterType.Number =>
                $"(CASE WHEN abs(CAST({column} AS REAL)) <= {Largest} THEN CAST({column} AS REAL) END)",
            FilterType.Integer => $"CAST({column} AS INTEGER)",
            FilterType.Boolean => $"(CAST({column} AS INTEGER) <> 0)",
            FilterType.Date =>
                $"(CASE WHEN date(substr({column}, 1, 10)) = substr({column}, 1, 10) THEN substr({column}, 1, 10) END)",
            FilterType.Timestamp => $"({FilterFunctions.Instant}({column}) / 10 - {UnixMicroseconds})",
            _ => $"substr(CAST({column} AS TEXT), 1, {PlotSort.TextLength})",
        };

    private static string Largest => double.MaxValue.ToString("R", CultureInfo.InvariantCulture);

    private static void Bind(Statement statement, PlotSort sort, PlotPlace place, int first)
    {
        statement.Bind(5, FeatureSort.IdOf(place)!.Value);
        for (var i = 0; i < sort.Terms.Count; i++)
        {
            if (place.Values[i] is not { } value)
                continue;
            _ = sort.Terms[i].Property.Type switch
            {
                FilterType.Number => statement.Bind(first + i, double.Parse(value, CultureInfo.InvariantCulture)),
                FilterType.Integer or FilterType.Timestamp => statement.Bind(
                    first + i,
                    long.Parse(value, CultureInfo.InvariantCulture)
                ),
                FilterType.Boolean => statement.Bind(first + i, value == "1"),
                _ => statement.Bind(first + i, value),
            };
        }
    }

    /// <summary>SQLite itself would write numbers that are not whole with 15 digits only.</summary>
    private static string? ValueOf(Statement row, int column) =>
        row.IsNull(column) ? null
        : row.IsReal(column) ? row.Double(column).ToString("R", CultureInfo.InvariantCulture)
        : row.Text(column);
}
