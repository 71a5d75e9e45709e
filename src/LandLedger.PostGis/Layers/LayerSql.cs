using System.Globalization;
using LandLedger.Filters;
using LandLedger.Import;
using LandLedger.Layers;
using LandLedger.PostGis.Filters;
using LandLedger.PostGis.Reading;
using LandLedger.PostGis.Sql;
using Npgsql;

namespace LandLedger.PostGis.Layers;

/// <summary>
/// What is asked of the table of a layer. Parameters: the id before, how many (null for all), the box, those of the filter, then the values
/// of the place.
/// </summary>
internal static class LayerSql
{
    private const int FirstOfFilter = 7;
    private const string BehindKey = "t.fid > $1";

    public static FilterResult<SqlFilter> Compile(Layer layer, BoundFilter filter) =>
        SqlFilter.Of(filter, new LayerTable(layer).ForFilters(), FirstOfFilter);

    public static NpgsqlBatchCommand Page(Layer layer, FeatureQuery query)
    {
        var table = new LayerTable(layer);
        var filter = Compiled(layer, query);
        return Bound(
            $"SELECT {table.Record()} {From(table, query, filter)} AND {BehindKey} ORDER BY t.fid LIMIT $2",
            query.After,
            query,
            filter
        );
    }

    public static NpgsqlBatchCommand Count(Layer layer, FeatureQuery query)
    {
        var filter = Compiled(layer, query);
        return Bound(
            $"SELECT record_send(ROW(count(*))) {From(new(layer), query, filter)}",
            query.After,
            query,
            filter
        );
    }

    /// <summary>Of a box the part that the planner has statistics of.</summary>
    public static NpgsqlBatchCommand Candidates(Layer layer, FeatureQuery query)
    {
        var table = new LayerTable(layer);
        var filter = Compiled(layer, query);
        var inBox = query.Box is null ? "" : " AND " + Candidates(table.Geometry);
        return Bound($"SELECT 1 FROM {table.Name} t WHERE TRUE{inBox}{And(filter)}", query.After, query, filter);
    }

    public static NpgsqlBatchCommand Sorted(Layer layer, FeatureQuery query, PlotSort sort)
    {
        var table = new LayerTable(layer);
        var filter = Compiled(layer, query);
        var columns = table.ForFilters().Columns;
        var terms = sort.Terms.Select(term => Term(columns[term.Property.Name], term.Property.Type)).ToList();
        var first = FirstOfFilter + (filter?.Count ?? 0);
        var values = sort.Terms.Select((term, i) => Parameter(term.Property, first + i)).ToList();
        var behind = sort.After is { } place ? " AND " + SortSql.Behind(sort, place, terms, values, BehindKey) : "";
        var sql = $"""
            SELECT {table.Record([
                .. sort.Terms.Zip(terms).Select(pair => SortedSearch.Text(pair.First.Property, pair.Second)),
            ])}
            {From(table, query, filter)}{behind}
            ORDER BY {SortSql.OrderBy(sort, terms, "t.fid")} LIMIT $2
            """;
        var statement = Bound(sql, sort.After is { } after ? FeatureSort.IdOf(after)!.Value : 0, query, filter);
        foreach (var value in sort.After?.Values ?? [])
            statement.With(value);
        return statement;
    }

    private static string From(LayerTable table, FeatureQuery query, SqlFilter? filter) =>
        $"FROM {table.Name} t WHERE TRUE{(query.Box is null ? "" : InBox(table.Geometry))}{And(filter)}";

    private static string And(SqlFilter? filter) => filter is null ? "" : " AND " + filter.Sql;

    private static string Candidates(string geometry) => $"{geometry} && ST_MakeEnvelope($3, $4, $5, $6, 4490)";

    /// <summary>The index keeps bounds as floats rounded outwards, so the exact ones decide.</summary>
    private static string InBox(string geometry) =>
        $"""
             AND {Candidates(geometry)}
            AND ST_XMax({geometry}) >= $3 AND ST_YMax({geometry}) >= $4 AND ST_XMin({geometry}) <= $5 AND ST_YMin({geometry}) <= $6
            """;

    private static NpgsqlBatchCommand Bound(string sql, long after, FeatureQuery query, SqlFilter? filter)
    {
        var statement = Statement
            .Of(sql)
            .With((long?)after)
            .With((long?)query.Limit)
            .With(query.Box?.West)
            .With(query.Box?.South)
            .With(query.Box?.East)
            .With(query.Box?.North);
        filter?.Bind(statement);
        return statement;
    }

    private static SqlFilter? Compiled(Layer layer, FeatureQuery query) =>
        query.Filter is { } filter
            ? Compile(layer, filter).Value
                ?? throw new ArgumentException(
                    "A filter that the store refuses is not to be asked of it.",
                    nameof(query)
                )
            : null;

    /// <summary>What has no place among numbers and instants is unknown.</summary>
    private static string Term(string column, FilterType type) =>
        type switch
        {
            FilterType.Text => $"left({column}, {PlotSort.TextLength}) COLLATE \"C\"",
            FilterType.Number =>
                $"(CASE WHEN {column} BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN {column} END)",
            FilterType.Date =>
                $"(CASE WHEN {column} BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN {column} END)",
            FilterType.Timestamp =>
                $"(CASE WHEN isfinite({column}) THEN (extract(epoch FROM {column}) * 1000000)::bigint END)",
            _ => column,
        };

    private static string Parameter(QueryableProperty property, int number)
    {
        var value = "$" + number.ToString(CultureInfo.InvariantCulture);
        return property.Type switch
        {
            FilterType.Text => $"{value} COLLATE \"C\"",
            FilterType.Number => $"CAST({value} AS float8)",
            FilterType.Boolean => $"CAST({value} AS boolean)",
            FilterType.Date => $"CAST({value} AS date)",
            _ => $"CAST({value} AS bigint)",
        };
    }
}
