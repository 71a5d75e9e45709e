using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.GeoPackage.Filters;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>How many plots a query finds.</summary>
internal static class PlotCount
{
    /// <summary>Plots that an estimate looks at, about.</summary>
    private const int Sample = 1000;
    private const int FirstOfFilter = 8;

    /// <summary>By the key, and the few that have ended by their own index.</summary>
    internal const string AllSql = """
        SELECT (SELECT count(*) FROM plots) - (SELECT count(*) FROM plots WHERE ended_on IS NOT NULL AND ended_on <= ?1)
        """;

    private const string InRegister = "(p.ended_on IS NULL OR p.ended_on > ?5)";
    private const string Tree =
        "rtree_plots_geom r WHERE r.maxx >= ?1 AND r.minx <= ?2 AND r.maxy >= ?3 AND r.miny <= ?4";

    /// <summary>The tree first, as in <see cref="BoxSearch"/>.</summary>
    private const string InBoxSql = $"""
        SELECT p.geom FROM (SELECT id FROM {Tree}) r CROSS JOIN plots p ON p.fid = r.id WHERE {InRegister}
        """;

    /// <summary>
    /// Rows are numbered in the order of their import, and none is taken away again. Either end is looked up by itself: both in one
    /// query would be a pass over all.
    /// </summary>
    internal const string RowsSql = """
        SELECT coalesce(last - first + 1, 0), coalesce(first, 0)
        FROM (SELECT (SELECT min(fid) FROM plots) AS first, (SELECT max(fid) FROM plots) AS last)
        """;

    private const string TreeSql = $"SELECT count(*), 0 FROM {Tree}";

    /// <summary>Row ?7 and each ?6th behind it, as far as they are there.</summary>
    private const string SpreadSql = """
        (
          WITH RECURSIVE spread (id) AS (
            SELECT ?7 UNION ALL SELECT id + ?6 FROM spread WHERE id + ?6 <= (SELECT max(fid) FROM plots)
          )
          SELECT id FROM spread
        )
        """;

    /// <summary>Exact.</summary>
    public static long Exact(Connection connection, PlotQuery query, SearchBox? area)
    {
        if (query is { Box: null, Filter: null })
            return All(connection[AllSql].Bind(1, query.EndsAfter));
        var filter = Compiled(query);
        if (query.Box is null)
        {
            var sql = $"SELECT count(*) FROM plots p WHERE {InRegister}{And(filter)}";
            using var count = Bound(connection.Prepare(sql), query, filter);
            return All(count);
        }
        using var outlines = Bound(connection.Prepare(InBoxSql + And(filter)), query, filter);
        var found = 0L;
        while (outlines.Step())
            found += Meets(outlines.Blob(0), query.Box.Value, area) ? 1 : 0;
        return found;
    }

    /// <summary>
    /// How many rows there are, or boxes in the box by the tree; of these the share that holds of every n-th. The same file always
    /// gives the same.
    /// </summary>
    public static long Estimate(Connection connection, PlotQuery query)
    {
        var (all, first) = Candidates(connection, query);
        var step = Math.Max(1, all / Sample);
        var filter = Compiled(query);
        var rows = query.Box is null ? SpreadSql : $"(SELECT id FROM {Tree} AND r.id % ?6 = 0)";
        var sql = $"""
            SELECT count(*), count(*) FILTER (WHERE {InRegister}{And(filter)})
            FROM {rows} r CROSS JOIN plots p ON p.fid = r.id
            """;
        using var sample = Bound(connection.Prepare(sql), query, filter).Bind(6, step);
        if (query.Box is null)
            sample.Bind(7, first);
        _ = sample.Step();
        var (looked, held) = (sample.Int64(0), sample.Int64(1));
        return looked == 0 ? 0 : (long)Math.Round((double)all * held / looked);
    }

    /// <summary>About how many rows there are, at next to no cost.</summary>
    public static long Rows(Connection connection) => Candidates(connection, PlotQuery.All).Count;

    private static (long Count, long First) Candidates(Connection connection, PlotQuery query)
    {
        var statement = query.Box is { } box ? BoxSearch.Bind(connection[TreeSql], box) : connection[RowsSql];
        _ = statement.Step();
        var found = (statement.Int64(0), statement.Int64(1));
        statement.Reset();
        return found;
    }

    private static SqlFilter? Compiled(PlotQuery query) =>
        query.Filter is { } filter ? FilterSearch.Compiled(filter, FirstOfFilter) : null;

    private static string And(SqlFilter? filter) => filter is null ? "" : " AND " + filter.Sql;

    private static Statement Bound(Statement statement, PlotQuery query, SqlFilter? filter)
    {
        if (query.Box is { } box)
            BoxSearch.Bind(statement, box);
        filter?.Bind(statement);
        return statement.Bind(5, query.EndsAfter);
    }

    private static bool Meets(ReadOnlySpan<byte> outline, Box box, SearchBox? area)
    {
        if (!BoxSearch.Meets(outline, box))
            return false;
        if (area is null || (area.FillsBounds && OutlineBlob.BoxOf(outline) is { } own && Holds(box, own)))
            return true;
        return OutlineBlob.Read(outline, "", bytes: true) is { } shape && area.Meets(shape);
    }

    private static bool Holds(Box box, Box own) =>
        own.West >= box.West && own.East <= box.East && own.South >= box.South && own.North <= box.North;

    private static long All(Statement statement)
    {
        _ = statement.Step();
        var count = statement.Int64(0);
        statement.Reset();
        return count;
    }
}
