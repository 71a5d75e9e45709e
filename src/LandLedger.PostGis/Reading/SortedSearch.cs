using System.Globalization;
using LandLedger.Fields;
using LandLedger.Filters;
using LandLedger.Import;
using LandLedger.PostGis.Filters;
using LandLedger.PostGis.Schema;
using LandLedger.PostGis.Sql;
using Npgsql;

namespace LandLedger.PostGis.Reading;

/// <summary>Plots in an order, each with its place: by the server, in one pass over those that the query finds.</summary>
internal static class SortedSearch
{
    private const int FirstBesideKey = 5;
    private const int FirstBesideBox = 13;

    /// <summary>The days that there are in this calendar; others are unknown, as they are when plots are read.</summary>
    private const string Days = "BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'";

    private static readonly int FirstValue = PlotColumns.Names.Length + PlotChildren.Count;

    public static IEnumerable<PlacedPlot> Plots(
        Session session,
        PlotQuery asked,
        PlotSort sort,
        CancellationToken cancel
    )
    {
        var filter = asked.Filter is { } wanted ? PlotReader.Compiled(wanted, asked.Box is not null) : null;
        using var query = session.AskOnce(Bound(Sql(asked, sort, filter), asked, sort, filter), asked.Limit, cancel);
        var row = new PlotRow(query.Row);
        while (query.Next())
        {
            var plot = row.Build(PlotChildren.Of(query.Row), asked.Shapes ? Outlines.Whole : Outlines.None);
            var values = new string?[sort.Terms.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = query.Row.TextOrNull(FirstValue + i);
            yield return new(plot, new(new(plot.County, plot.Number), values));
        }
    }

    /// <summary>Parameters as those of a page, then those of the filter, then the values of the place.</summary>
    private static string Sql(PlotQuery asked, PlotSort sort, SqlFilter? filter)
    {
        var terms = sort.Terms.Select(term => Term(term.Property)).ToList();
        var first = (asked.Box is null ? FirstBesideKey : FirstBesideBox) + (filter?.Count ?? 0);
        var values = sort.Terms.Select((term, i) => Parameter(term.Property, first + i)).ToList();
        var texts = sort.Terms.Zip(terms).Select(pair => Text(pair.First.Property, pair.Second));
        return $"""
            SELECT record_send(ROW({PlotColumns.Select(asked.Shapes)}, {PlotChildren.Select}, {string.Join(
                ", ",
                texts
            )}))
            FROM plots p
            WHERE {Register.Condition(asked)} {(asked.Box is null ? "" : BoxSearch.Condition)}
              {(filter is null ? "" : "AND " + filter.Sql)}
              {(sort.After is { } place ? "AND " + SortSql.Behind(sort, place, terms, values, PlotReader.Behind) : "")}
            ORDER BY {SortSql.OrderBy(sort, terms, "p.county, p.plot")} LIMIT $4
            """;
    }

    private static NpgsqlBatchCommand Bound(string sql, PlotQuery asked, PlotSort sort, SqlFilter? filter)
    {
        var statement = Statement
            .Of(sql)
            .With(sort.After?.Key.County ?? "")
            .With(sort.After?.Key.Number ?? "")
            .With(asked.EndsAfter)
            .With(asked.Limit);
        if (asked.Box is { } box)
            BoxSearch.Bind(statement, box);
        filter?.Bind(statement);
        foreach (var value in sort.After?.Values ?? [])
            statement.With(value);
        return statement;
    }

    private static string Term(QueryableProperty property) =>
        property.Type switch
        {
            FilterType.Text when property.Name == PlotFields.County.Id =>
                $"nullif(p.{property.Name}, '') COLLATE \"C\"",
            FilterType.Text => $"left(p.{property.Name}, {PlotSort.TextLength}) COLLATE \"C\"",
            FilterType.Date => $"(CASE WHEN p.{property.Name} {Days} THEN p.{property.Name} END)",
            _ => "p." + property.Name,
        };

    /// <summary>The value of a term that is ordered by, as the mark of a page holds it.</summary>
    internal static string Text(QueryableProperty property, string term) =>
        property.Type switch
        {
            FilterType.Text => term,
            FilterType.Boolean => $"CAST(CAST({term} AS int) AS text)",
            FilterType.Date => $"to_char({term}, 'YYYY-MM-DD')",
            _ => $"CAST({term} AS text)",
        };

    private static string Parameter(QueryableProperty property, int number)
    {
        var value = "$" + number.ToString(CultureInfo.InvariantCulture);
        return property.Type switch
        {
            FilterType.Text => $"{value} COLLATE \"C\"",
            FilterType.Boolean => $"CAST({value} AS boolean)",
            FilterType.Date => $"CAST({value} AS date)",
            _ => $"CAST({value} AS numeric)",
        };
    }
}
