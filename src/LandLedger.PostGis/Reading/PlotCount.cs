using System.Text.Json;
using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.PostGis.Filters;
using LandLedger.PostGis.Sql;
using Npgsql;

namespace LandLedger.PostGis.Reading;

/// <summary>How many plots a query finds, by the server.</summary>
internal static class PlotCount
{
    /// <summary>By the key, and the few that have ended by their own index.</summary>
    internal const string AllSql =
        "SELECT record_send(ROW((SELECT count(*) FROM plots) - (SELECT count(*) FROM plots WHERE ended_on <= $1)))";

    /// <summary>Besides, those that enter later, by theirs.</summary>
    internal const string AllOnSql =
        "SELECT record_send(ROW((SELECT count(*) FROM plots) - (SELECT count(*) FROM plots WHERE ended_on <= $1)"
        + " - (SELECT count(*) FROM plots WHERE entered_on > $1 AND (ended_on IS NULL OR ended_on > $1))))";

    /// <summary>Lies in the box of parameters 9 to 12; parameter 4 says whether the area has all of that.</summary>
    private const string Inside = "coalesce($4 AND p.geom @ ST_MakeEnvelope($9, $10, $11, $12, 4490), false)";

    /// <summary>Exact.</summary>
    public static long Exact(Session session, PlotQuery asked, SearchBox? area, CancellationToken cancel)
    {
        if (asked is { Box: null, Filter: null })
            return One(session.Ask(cancel, Statement.Of(asked.On is null ? AllSql : AllOnSql).With(asked.EndsAfter)));
        var sql = $"FROM plots p WHERE {Condition(asked, BoxSearch.Condition, out var filter)}";
        if (area is null)
            return One(
                session.AskOnce(
                    Bound($"SELECT record_send(ROW(count(*))) {sql}", asked, filter, false),
                    most: 1,
                    cancel
                )
            );
        var both = $"""
            SELECT record_send(ROW(count(*), NULL::bytea)) {sql} AND {Inside}
            UNION ALL SELECT record_send(ROW(1::bigint, ST_AsBinary(p.geom, 'NDR'))) {sql} AND NOT {Inside}
            """;
        using var query = session.AskOnce(Bound(both, asked, filter, area.FillsBounds), most: null, cancel);
        var count = 0L;
        while (query.Next())
            count += query.Row.IsNull(1) || Meets(query.Row.Bytes(1), area) ? query.Row.Long(0) : 0;
        return count;
    }

    /// <summary>What the planner expects: its statistics are as old as the last ANALYZE, of its own or of the automatic one.</summary>
    public static long Estimate(Session session, PlotQuery asked, CancellationToken cancel)
    {
        var sql = $"SELECT 1 FROM plots p WHERE {Condition(asked, BoxSearch.Candidates, out var filter)}";
        cancel.ThrowIfCancellationRequested();
        return Expected(session, Bound(sql, asked, filter, false));
    }

    /// <summary>How many rows the planner expects of a statement.</summary>
    public static long Expected(Session session, NpgsqlBatchCommand statement)
    {
        statement.CommandText = "EXPLAIN (FORMAT JSON) " + statement.CommandText;
        using var plan = JsonDocument.Parse((string)session.Value(statement)!);
        return plan.RootElement[0].GetProperty("Plan").GetProperty("Plan Rows").GetInt64();
    }

    private static string Condition(PlotQuery asked, string inBox, out SqlFilter? filter)
    {
        filter = asked.Filter is { } wanted ? PlotReader.Compiled(wanted, asked.Box is not null) : null;
        return Register.Condition(asked)
            + (asked.Box is null ? "" : " " + inBox)
            + (filter is null ? "" : " AND " + filter.Sql);
    }

    /// <summary>Parameters as those of a page; 1 and 2, the key, are not looked at.</summary>
    private static NpgsqlBatchCommand Bound(string sql, PlotQuery asked, SqlFilter? filter, bool fillsBounds)
    {
        var statement = Statement.Of(sql).With("").With("").With(asked.EndsAfter).With(fillsBounds);
        if (asked.Box is { } box)
            BoxSearch.Bind(statement, box);
        filter?.Bind(statement);
        return statement;
    }

    private static long One(Query asked)
    {
        using var query = asked;
        return query.Only().Long(0);
    }

    private static bool Meets(ReadOnlySpan<byte> wkb, SearchBox area) =>
        WkbBox.Of(wkb) is { } box && area.Meets(new(wkb.ToArray(), "", box.West, box.South, box.East, box.North));
}
