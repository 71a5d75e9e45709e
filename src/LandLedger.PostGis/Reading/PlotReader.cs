using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.PostGis.Schema;
using LandLedger.PostGis.Sql;
using Npgsql;

namespace LandLedger.PostGis.Reading;

/// <summary>Plots in order of their key, through one session.</summary>
internal static class PlotReader
{
    private const string Behind = "(p.county, p.plot) > ($1, $2)";

    /// <summary>
    /// A pair is taken to leave as few plots as there are counties behind that of the key, so that the server would rather look
    /// through them all than ask the index of boxes.
    /// </summary>
    private const string BehindInBox = $"(p.county > $1 OR p.county = $1 AND p.plot > $2) {BoxSearch.Condition}";

    private static readonly string RangeSql = OfRange(shapes: false);
    private static readonly string RangeShapesSql = OfRange(shapes: true);

    internal static readonly string PageSql = OfPage(shapes: false, Behind);
    private static readonly string PageShapesSql = OfPage(shapes: true, Behind);
    internal static readonly string BoxSql = OfPage(shapes: false, BehindInBox);
    private static readonly string BoxShapesSql = OfPage(shapes: true, BehindInBox);

    internal static readonly string NumberSql =
        $"SELECT {Whole(shapes: true)} FROM plots p WHERE p.plot = $1 ORDER BY p.county";

    /// <summary>The plots of a stretch. Their children are read before them, for the same stretch, and walked beside them.</summary>
    public static IEnumerable<Plot> Of(Session session, KeyRange range, PlotQuery asked, CancellationToken cancel)
    {
        using var query = session.Ask(
            cancel,
            range.Bind(PlotChildren.Supplements.OfRange),
            range.Bind(PlotChildren.Delays.OfRange),
            range.Bind(PlotChildren.Years.OfRange),
            range.Bind(asked.Shapes ? RangeShapesSql : RangeSql).With(asked.Ended)
        );
        var supplements = new ChildRows<Supplement>(query, PlotChildren.Supplements);
        var delays = new ChildRows<Delay>(query, PlotChildren.Delays);
        var years = new ChildRows<PlotYear>(query, PlotChildren.Years);
        var row = new PlotRow(query.Row);
        while (query.Next())
        {
            var number = query.Row.Bytes(PlotFields.Plot.Ordinal);
            var children = new PlotParts
            {
                Supplements = supplements.Of(number),
                Delays = delays.Of(number),
                Years = years.Of(number),
            };
            yield return row.Build(children, asked.Shapes ? Outlines.Whole : Outlines.None);
        }
    }

    /// <summary>The plots of a page, or of a box, by one statement.</summary>
    public static IEnumerable<Plot> Page(Session session, PlotQuery asked, CancellationToken cancel)
    {
        var sql = (asked.Box, asked.Shapes) switch
        {
            (null, false) => PageSql,
            (null, true) => PageShapesSql,
            (_, false) => BoxSql,
            (_, true) => BoxShapesSql,
        };
        var statement = Statement
            .Of(sql)
            .With(asked.After?.County ?? "")
            .With(asked.After?.Number ?? "")
            .With(asked.Ended)
            .With(asked.Limit);
        if (asked.Box is { } box)
            BoxSearch.Bind(statement, box);
        return Plots(session, statement, asked.Shapes ? Outlines.Whole : Outlines.None, cancel);
    }

    public static List<Plot> OfNumber(Session session, string number, Outlines outlines) =>
        [.. Plots(session, Statement.Of(NumberSql).With(number), outlines, CancellationToken.None)];

    private static IEnumerable<Plot> Plots(
        Session session,
        NpgsqlBatchCommand statement,
        Outlines outlines,
        CancellationToken cancel
    )
    {
        using var query = session.Ask(cancel, statement);
        var row = new PlotRow(query.Row);
        while (query.Next())
            yield return row.Build(PlotChildren.Of(query.Row), outlines);
    }

    private static string OfRange(bool shapes) =>
        $"SELECT record_send(ROW({PlotColumns.Select(shapes)})) FROM plots p WHERE {KeyRange.Condition} AND ($4 OR ended_on IS NULL) ORDER BY plot";

    /// <summary>Parameters: county and number of the key before, whether ended ones are wanted, how many (null for all), then the box.</summary>
    private static string OfPage(bool shapes, string condition) =>
        $"""
            SELECT {Whole(shapes)} FROM plots p
            WHERE {condition} AND ($3 OR p.ended_on IS NULL)
            ORDER BY p.county, p.plot LIMIT $4
            """;

    /// <summary>A plot with its children as one record.</summary>
    private static string Whole(bool shapes) =>
        $"record_send(ROW({PlotColumns.Select(shapes)}, {PlotChildren.Select}))";
}
