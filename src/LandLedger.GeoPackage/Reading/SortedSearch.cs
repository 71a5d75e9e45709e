using System.Globalization;
using LandLedger.Fields;
using LandLedger.Filters;
using LandLedger.GeoPackage.Filters;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>
/// Rows in an order, each with its place. One pass over the rows that the query finds; of these only the values sorted by, the key and
/// the head of the outline go through the sorter, and with a limit only as many as wanted stay in it.
/// </summary>
internal static class SortedSearch
{
    private const int FirstOfFilter = 9;
    private static readonly Register InRegister = new(5);

    private const string BehindKey = "(p.county, p.plot) > (?7, ?8)";

    public static IEnumerable<(long Row, PlotPlace Place)> Rows(Connection connection, PlotQuery query, PlotSort sort)
    {
        var filter = query.Filter is { } wanted ? FilterSearch.Compiled(wanted, FirstOfFilter) : null;
        var firstOfPlace = FirstOfFilter + (filter?.Values.Count ?? 0);
        using var statement = connection.Prepare(
            Sql(query, sort, filter, firstOfPlace, InRegister.Of(connection, query))
        );
        statement.Bind(5, query.EndsAfter);
        if (query.Box is { } box)
            BoxSearch.Bind(statement, box);
        else
            statement.Bind(6, query.Limit ?? -1L);
        filter?.Bind(statement);
        if (sort.After is { } place)
            Bind(statement, sort, place, firstOfPlace);
        while (statement.Step())
        {
            if (BoxSearch.Meets(statement.Blob(3), query.Box))
                yield return (statement.Int64(0), PlaceOf(statement, sort));
        }
    }

    /// <summary>The tree finds a few too many boxes, so that only the one who reads knows when there are enough.</summary>
    private static string Sql(PlotQuery query, PlotSort sort, SqlFilter? filter, int firstOfPlace, string register)
    {
        var terms = sort.Terms.Select(term => Term(term.Property)).ToList();
        var values = terms.Select((_, i) => "?" + (firstOfPlace + i).ToString(CultureInfo.InvariantCulture)).ToList();
        return "SELECT p.fid, p.county, p.plot, substr(p.geom, 1, 40), "
            + string.Join(", ", terms)
            + " FROM plots p WHERE "
            + register
            + (query.Box is null ? "" : BoxSearch.InBox)
            + (filter is null ? "" : " AND " + filter.Sql)
            + (sort.After is { } place ? " AND " + SortSql.Behind(sort, place, terms, values, BehindKey) : "")
            + " ORDER BY "
            + SortSql.OrderBy(sort, terms, "p.county, p.plot")
            + (query.Box is null ? " LIMIT ?6" : "");
    }

    /// <summary>Of one type whatever another program wrote into the column; what is no day is unknown, as it is when plots are read.</summary>
    private static string Term(QueryableProperty property)
    {
        var column = PlotFilterTable.Instance.Column(property.Name);
        return property.Type switch
        {
            FilterType.Number => $"CAST({column} AS REAL)",
            FilterType.Boolean => $"(CAST({column} AS INTEGER) <> 0)",
            FilterType.Date =>
                $"(CASE WHEN {column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND {column} >= '0001' AND date(substr({column}, 1, 10)) = substr({column}, 1, 10) THEN substr({column}, 1, 10) END)",
            _ when property.Name == PlotFields.County.Id => $"nullif({column}, '')",
            _ => $"substr(CAST({column} AS TEXT), 1, {PlotSort.TextLength})",
        };
    }

    private static void Bind(Statement statement, PlotSort sort, PlotPlace place, int first)
    {
        statement.Bind(7, place.Key.County).Bind(8, place.Key.Number);
        for (var i = 0; i < sort.Terms.Count; i++)
        {
            if (place.Values[i] is not { } value)
                continue;
            _ = sort.Terms[i].Property.Type switch
            {
                FilterType.Number => statement.Bind(first + i, double.Parse(value, CultureInfo.InvariantCulture)),
                FilterType.Boolean => statement.Bind(first + i, value == "1"),
                _ => statement.Bind(first + i, value),
            };
        }
    }

    private static PlotPlace PlaceOf(Statement row, PlotSort sort)
    {
        var values = new string?[sort.Terms.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var column = i + 4;
            values[i] =
                row.IsNull(column) ? null
                : sort.Terms[i].Property.Type == FilterType.Number
                    ? row.Double(column).ToString("R", CultureInfo.InvariantCulture)
                : row.Text(column);
        }
        return new(new(row.Text(1), row.Text(2)), values);
    }
}
