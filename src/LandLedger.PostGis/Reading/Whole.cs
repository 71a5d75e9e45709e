using LandLedger.Import;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Reading;

/// <summary>What is told of all plots at once.</summary>
internal static class Whole
{
    private const string ExtentSql = """
        SELECT record_send(ROW(ST_XMin(box)::numeric, ST_YMin(box)::numeric, ST_XMax(box)::numeric, ST_YMax(box)::numeric))
        FROM (SELECT ST_Extent(geom) AS box FROM plots) whole
        """;

    private const string SharedNumbersSql =
        "SELECT record_send(ROW(plot)) FROM plots GROUP BY plot HAVING count(*) > 1";

    /// <summary>
    /// The state that a statement sees, as a text: number of the last import, how many others have written since, then how many layers
    /// there are and the last revision. Between two imports the others only become more, and no revision comes again.
    /// </summary>
    public const string State = """
        (SELECT concat_ws('-',
          (SELECT coalesce(max(id), 0) FROM imports),
          (SELECT count(*) FROM edits),
          (SELECT count(*) || ':' || max(revision) FROM layers)))
        """;

    public static Box? Extent(Session session)
    {
        using var query = session.Ask(CancellationToken.None, Statement.Of(ExtentSql));
        var row = query.Only();
        return row.Number(0) is { } west
            ? new((double)west, (double)row.Number(1)!, (double)row.Number(2)!, (double)row.Number(3)!)
            : null;
    }

    public static HashSet<string> SharedNumbers(Session session)
    {
        var shared = new HashSet<string>(StringComparer.Ordinal);
        using var query = session.Ask(CancellationToken.None, Statement.Of(SharedNumbersSql));
        while (query.Next())
            shared.Add(query.Row.Text(0));
        return shared;
    }

    public static string StateOf(Session session)
    {
        using var query = session.Ask(CancellationToken.None, Statement.Of($"SELECT record_send(ROW({State}))"));
        return query.Only().Text(0);
    }
}
