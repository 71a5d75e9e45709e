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
        WHERE s.source = $1
        ORDER BY o.firm, o.year NULLS FIRST, o.plot NULLS FIRST, o.source
        """;

    public static List<StatedFirmRow> Of(Session session, string source)
    {
        using var query = session.Ask(CancellationToken.None, Statement.Of(OfSql).With(source));
        var stated = new List<StatedFirmRow>();
        while (query.Next())
        {
            var row = query.Row;
            stated.Add(new(row.Text(0), new(row.Text(1), row.Whole(2), row.TextOrNull(3)), row.Text(4)));
        }
        return stated;
    }

    public static void Put(Session session, string source, IReadOnlyDictionary<FirmRow, string> rows)
    {
        session.Run(Statement.Of("DELETE FROM firm_sources WHERE source = $1").With(source));
        Copy.Into(
            session,
            "firm_sources (firm, year, plot, source, county)",
            rows,
            (copy, item) =>
                copy.Row().Put(item.Key.Firm).Put(item.Key.Year).Put(item.Key.Plot).Put(source).Put(item.Value)
        );
    }
}
