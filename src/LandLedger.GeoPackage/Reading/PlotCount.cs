using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.GeoPackage.Filters;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>How many plots a query finds.</summary>
internal static class PlotCount
{
    private const int FirstOfFilter = Sample.Parameters + 1;

    private static readonly Sample Sampled = new("plots p", "p", "rtree_plots_geom");

    internal static readonly string RowsSql = Sampled.RowsSql;

    /// <summary>By the key, and the few that have ended by their own index.</summary>
    internal const string AllSql = """
        SELECT (SELECT count(*) FROM plots) - (SELECT count(*) FROM plots WHERE ended_on IS NOT NULL AND ended_on <= ?1)
        """;

    /// <summary>Besides, those that enter later, by theirs.</summary>
    internal const string AllOnSql =
        AllSql
        + " - (SELECT count(*) FROM plots WHERE entered_on IS NOT NULL AND entered_on > ?1 AND (ended_on IS NULL OR ended_on > ?1))";

    private static readonly Register InRegister = new(5);
    private const string Tree =
        "rtree_plots_geom r WHERE r.maxx >= ?1 AND r.minx <= ?2 AND r.maxy >= ?3 AND r.miny <= ?4";

    /// <summary>The tree first, as in <see cref="BoxSearch"/>.</summary>
    private const string InBoxSql =
        $"SELECT p.geom FROM (SELECT id FROM {Tree}) r CROSS JOIN plots p ON p.fid = r.id WHERE ";

    /// <summary>Exact.</summary>
    public static long Exact(Connection connection, PlotQuery query, SearchBox? area)
    {
        if (query is { Box: null, Filter: null })
            return All(connection[Register.AsksEntry(connection, query) ? AllOnSql : AllSql].Bind(1, query.EndsAfter));
        var filter = Compiled(query);
        var condition = InRegister.Of(connection, query) + And(filter);
        if (query.Box is null)
        {
            var sql = "SELECT count(*) FROM plots p WHERE " + condition;
            using var count = Bound(connection.Prepare(sql), query, filter);
            return All(count);
        }
        using var outlines = Bound(connection.Prepare(InBoxSql + condition), query, filter);
        var found = 0L;
        while (outlines.Step())
            found += Meets(outlines.Blob(0), query.Box.Value, area) ? 1 : 0;
        return found;
    }

    /// <summary>Rows are numbered in the order of their import, and none is taken away again.</summary>
    public static long Estimate(Connection connection, PlotQuery query)
    {
        var filter = Compiled(query);
        var condition = InRegister.Of(connection, query) + And(filter);
        return Sampled.Of(connection, query.Box, condition, sample => Bound(sample, query, filter));
    }

    /// <summary>About how many rows there are, at next to no cost.</summary>
    public static long Rows(Connection connection)
    {
        var ends = connection[RowsSql];
        _ = ends.Step();
        var rows = ends.Int64(1);
        ends.Reset();
        return rows;
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
