using LandLedger.Import;
using LandLedger.PostGis.Sql;
using Npgsql;

namespace LandLedger.PostGis.Reading;

/// <summary>
/// A stretch of plots in order of their number: those of one county above one number and up to another. A range over several
/// counties would be read to the end of the index, as the server does not stop at the upper bound of a pair.
/// </summary>
internal readonly record struct KeyRange(string County, string After, string Last)
{
    /// <summary>Parameters 1 to 3 as <see cref="Bind"/> gives them.</summary>
    public const string Condition = "county = $1 AND plot > $2 AND plot <= $3";

    /// <summary>The first stretch is short, so that somebody who waits has something soon.</summary>
    private const int First = 64;
    private const int Longest = 1024;

    private const string NextSql = """
        SELECT record_send(ROW(count(*)::int, max(plot)))
        FROM (SELECT plot FROM plots WHERE county = $1 AND plot > $2 ORDER BY plot LIMIT $3) next
        """;

    private const string CountySql = "SELECT record_send(ROW(min(county))) FROM plots WHERE county > $1";

    /// <summary>All stretches behind a key. The session is free between one and the next.</summary>
    public static IEnumerable<KeyRange> All(Session session, PlotKey? after, CancellationToken cancel)
    {
        // Every county sorts behind the empty one, which has plots too.
        var (county, number) = after is { } key ? (key.County, key.Number) : ("", "");
        for (var rows = First; ; )
        {
            var (found, last) = Next(session, county, number, rows, cancel);
            if (found > 0)
                yield return new(county, number, last!);
            if (found == rows)
                (number, rows) = (last!, Math.Min(rows * 2, Longest));
            else if (NextCounty(session, county, cancel) is { } next)
                (county, number) = (next, "");
            else
                yield break;
        }
    }

    public NpgsqlBatchCommand Bind(string sql) => Statement.Of(sql).With(County).With(After).With(Last);

    /// <summary>How many plots come next, and the last of them.</summary>
    private static (int Found, string? Last) Next(
        Session session,
        string county,
        string after,
        int rows,
        CancellationToken cancel
    )
    {
        var statement = Statement.Of(NextSql).With(county).With(after).With(rows);
        using var query = session.Ask(cancel, statement);
        var next = query.Only();
        return (next.Whole(0)!.Value, next.TextOrNull(1));
    }

    private static string? NextCounty(Session session, string county, CancellationToken cancel)
    {
        using var query = session.Ask(cancel, Statement.Of(CountySql).With(county));
        return query.Only().TextOrNull(0);
    }
}
