using LandLedger.Import;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Writing;

/// <summary>Which source states what of which firm.</summary>
internal static class FirmSources
{
    private const string OfSql = """
        SELECT record_send(ROW(o.source, o.firm, o.year, o.plot, o.county))
        FROM firm_sources s JOIN firm_sources o
        ON o.firm = s.firm AND o.year IS NOT DISTINCT FROM s.year AND o.plot IS NOT DISTINCT FROM s.plot
        AND (s.plot IS NULL OR o.county = s.county OR o.county = '' OR s.county = '')
        WHERE s.source = $1
        ORDER BY o.firm, o.year NULLS FIRST, o.plot NULLS FIRST, o.source, o.county
        """;

    private const string ForgetSql = """
        DELETE FROM firm_sources s USING firm_sources o
        WHERE s.firm = $1 AND o.firm = $2 AND o.year IS NOT DISTINCT FROM s.year AND o.plot IS NOT DISTINCT FROM s.plot
        AND o.county = s.county AND o.source = s.source
        """;

    public static List<StatedFirmRow> Of(Session session, string source)
    {
        using var query = session.Ask(CancellationToken.None, Statement.Of(OfSql).With(source));
        var stated = new List<StatedFirmRow>();
        while (query.Next())
        {
            var row = query.Row;
            var county = row.Text(4);
            PlotKey? plot = row.TextOrNull(3) is { } number ? new(county, number) : null;
            stated.Add(new(row.Text(0), new(row.Text(1), row.Whole(2), plot), county));
        }
        return stated;
    }

    /// <summary>What sources state of one firm they now state of another; what a source states of both it states once.</summary>
    public static void Join(Session session, string key, string into)
    {
        session.Run(Statement.Of(ForgetSql).With(key).With(into));
        session.Run(Statement.Of("UPDATE firm_sources SET firm = $2 WHERE firm = $1").With(key).With(into));
    }

    public static void Put(Session session, string source, IReadOnlyDictionary<FirmRow, string> rows)
    {
        session.Run(Statement.Of("DELETE FROM firm_sources WHERE source = $1").With(source));
        Copy.Into(
            session,
            "firm_sources (firm, year, plot, source, county)",
            rows,
            (copy, item) =>
                copy.Row().Put(item.Key.Firm).Put(item.Key.Year).Put(item.Key.Plot?.Number).Put(source).Put(item.Value)
        );
    }
}
