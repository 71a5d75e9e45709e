using LandLedger.Fields;
using LandLedger.Filters;
using LandLedger.Import;
using LandLedger.PostGis.Filters;
using LandLedger.PostGis.Schema;
using LandLedger.PostGis.Sql;
using Npgsql;

namespace LandLedger.PostGis.Reading;

/// <summary>Plots in order of their key, through one session.</summary>
internal static class PlotReader
{
    internal const string Behind = "(p.county, p.plot) > ($1, $2)";

    /// <summary>
    /// A pair is taken to leave as few plots as there are counties behind that of the key, so that the server would rather look
    /// through them all than ask the index of boxes or holders.
    /// </summary>
    internal const string BehindAnywhere = "(p.county > $1 OR p.county = $1 AND p.plot > $2)";

    internal const string BehindInBox = $"{BehindAnywhere} {BoxSearch.Prepared}";

    private static readonly Register RangeSql = OfRange(shapes: false);
    private static readonly Register RangeShapesSql = OfRange(shapes: true);

    internal static readonly Register PageSql = OfPage(Whole(shapes: false), Behind);
    private static readonly Register PageShapesSql = OfPage(Whole(shapes: true), Behind);
    internal static readonly Register BoxSql = OfPage(Whole(shapes: false), BehindInBox);
    private static readonly Register BoxShapesSql = OfPage(Whole(shapes: true), BehindInBox);

    internal static readonly string NumberSql =
        $"SELECT {Whole(shapes: true)} FROM plots p WHERE p.plot = $1 ORDER BY p.county";

    internal static readonly string SupervisionSql =
        $"SELECT {Whole(shapes: true)} FROM plots p WHERE p.supervision_number = $1 ORDER BY p.county, p.plot";

    /// <summary>The plots of a stretch. Their children are read before them, for the same stretch, and walked beside them.</summary>
    public static IEnumerable<Plot> Of(Session session, KeyRange range, PlotQuery asked, CancellationToken cancel)
    {
        using var query = session.Ask(
            cancel,
            range.Bind(PlotChildren.Supplements.OfRange),
            range.Bind(PlotChildren.Delays.OfRange),
            range.Bind(PlotChildren.Charges.OfRange),
            range.Bind(PlotChildren.Years.OfRange),
            range.Bind((asked.Shapes ? RangeShapesSql : RangeSql).Of(asked)).With(asked.EndsAfter)
        );
        var supplements = new ChildRows<Supplement>(query, PlotChildren.Supplements);
        var delays = new ChildRows<Delay>(query, PlotChildren.Delays);
        var charges = new ChildRows<Charge>(query, PlotChildren.Charges);
        var years = new ChildRows<PlotYear>(query, PlotChildren.Years);
        var row = new PlotRow(query.Row);
        while (query.Next())
        {
            var number = query.Row.Bytes(PlotFields.Plot.Ordinal);
            var children = new PlotParts
            {
                Supplements = supplements.Of(number),
                Delays = delays.Of(number),
                Charges = charges.Of(number),
                Years = years.Of(number),
            };
            yield return row.Build(children, asked.Shapes ? Outlines.Whole : Outlines.None);
        }
    }

    /// <summary>The plots of a page, a box or a filter, by one statement.</summary>
    public static IEnumerable<Plot> Page(Session session, PlotQuery asked, CancellationToken cancel)
    {
        var filter = asked.Filter is { } wanted ? Compiled(wanted, asked.Box is not null) : null;
        var query = Ask(session, SqlOf(asked, filter), asked, filter, cancel);
        return Plots(query, asked.Shapes ? Outlines.Whole : Outlines.None);
    }

    /// <summary>Sends a statement with the parameters of a page.</summary>
    internal static Query Ask(Session session, string sql, PlotQuery asked, SqlFilter? filter, CancellationToken cancel)
    {
        var statement = Statement
            .Of(sql)
            .With(asked.After?.County ?? "")
            .With(asked.After?.Number ?? "")
            .With(asked.EndsAfter)
            .With(asked.Limit);
        if (asked.Box is { } box)
            BoxSearch.Bind(statement, box);
        filter?.Bind(statement);
        return filter is null
            ? session.Ask(statement, asked.Limit, cancel)
            : session.AskOnce(statement, asked.Limit, cancel);
    }

    public static List<Plot> OfNumber(Session session, string number, Outlines outlines) =>
        [.. Plots(session.Ask(CancellationToken.None, Statement.Of(NumberSql).With(number)), outlines)];

    public static List<Plot> OfSupervisionNumber(Session session, string number) =>
        [.. Plots(session.Ask(CancellationToken.None, Statement.Of(SupervisionSql).With(number)), Outlines.Whole)];

    internal static string SqlOf(PlotQuery asked, SqlFilter? filter) =>
        (filter, asked.Box, asked.Shapes) switch
        {
            ({ } wanted, _, _) => OfPage(
                Whole(asked.Shapes),
                FilterSearch.Condition(wanted, asked.Box is not null),
                Register.Condition(asked)
            ),
            (_, null, false) => PageSql.Of(asked),
            (_, null, true) => PageShapesSql.Of(asked),
            (_, _, false) => BoxSql.Of(asked),
            (_, _, true) => BoxShapesSql.Of(asked),
        };

    internal static SqlFilter Compiled(BoundFilter filter, bool inBox) =>
        FilterSearch.Compile(filter, inBox).Value
        ?? throw new ArgumentException("A filter that the store refuses is not to be asked of it.", nameof(filter));

    /// <summary>Ends the query when all are read, or nobody wants more.</summary>
    private static IEnumerable<Plot> Plots(Query asked, Outlines outlines)
    {
        using var query = asked;
        var row = new PlotRow(query.Row);
        while (query.Next())
            yield return row.Build(PlotChildren.Of(query.Row), outlines);
    }

    private static Register OfRange(bool shapes) =>
        new(
            register =>
                $"SELECT record_send(ROW({PlotColumns.Select(shapes)})) FROM plots p WHERE {KeyRange.Condition} AND {register} ORDER BY plot",
            day: "$4"
        );

    internal static Register OfPage(string record, string condition) =>
        new(register => OfPage(record, condition, register));

    /// <summary>Parameters: county and number of the key before, the day that end days must lie behind, how many (null for all), then the box.</summary>
    internal static string OfPage(string record, string condition, string register) =>
        $"""
            SELECT {record} FROM plots p
            WHERE {condition} AND {register}
            ORDER BY p.county, p.plot LIMIT $4
            """;

    /// <summary>A plot with its children, and what else is asked for, as one record.</summary>
    internal static string Whole(bool shapes, string further = "") =>
        $"record_send(ROW({PlotColumns.Select(shapes)}, {PlotChildren.Select}{further}))";
}
