using LandLedger.GeoPackage.Filters;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>
/// Rows whose box meets a box, in order of their key. The tree finds them in no order: where they are few they are fetched and sorted. Of
/// many the page is full soon along the key, unless they lie together far behind the place where it begins: after a gap as dear as sorting
/// few, they are sorted, too, unless they are more than sorting pays for.
/// </summary>
internal static class BoxSearch
{
    /// <summary>The tree rounds bounds outwards, so that a few of those that it finds are none.</summary>
    private const int Slack = 16;

    private const string Tree = "r.maxx >= ?1 AND r.minx <= ?2 AND r.maxy >= ?3 AND r.miny <= ?4";
    private const string Columns = "p.fid, substr(p.geom, 1, 40), p.county, p.plot";
    private const string Behind = "(p.county, p.plot) > (?5, ?6)";

    /// <summary>A further condition on plots p; parameters as <see cref="Bind"/>.</summary>
    public const string InBox =
        " AND p.fid IN (SELECT id FROM rtree_plots_geom WHERE maxx >= ?1 AND minx <= ?2 AND maxy >= ?3 AND miny <= ?4)";

    /// <summary>How many, up to ?5.</summary>
    internal const string CountSql = $"SELECT count(*) FROM (SELECT 1 FROM rtree_plots_geom r WHERE {Tree} LIMIT ?5)";

    private const string OneSql = $"SELECT count(*) FROM rtree_plots_geom r WHERE r.id = ?5 AND {Tree}";

    private static readonly Register InRegister = new(7);
    private static readonly Queries Plain = new(InRegister.Ends);
    private static readonly Queries PlainOn = new(InRegister.Both);

    /// <summary>The tree first: CROSS JOIN fixes that order. Only key, number and the head of the outline go through the sorter.</summary>
    /// <param name="register">Null where no day is asked for.</param>
    internal static string TreeSql(string filter, string? register = null) =>
        $"""
            SELECT {Columns} FROM rtree_plots_geom r CROSS JOIN plots p ON p.fid = r.id
            WHERE {Tree} AND {Behind} AND {register ?? InRegister.Ends}{filter} ORDER BY p.county, p.plot LIMIT ?8
            """;

    /// <summary>All rows, with whether they are wanted, so that none is passed over unnoticed.</summary>
    /// <inheritdoc cref="TreeSql"/>
    internal static string KeySql(string filter, string? register = null) =>
        $"SELECT {Columns}, {register ?? InRegister.Ends}{filter} FROM plots p WHERE {Behind} ORDER BY p.county, p.plot";

    /// <summary>What a query finds, from its start on; its limit is the caller's, but no more is sorted than it needs.</summary>
    /// <param name="filter">Its parameters are from ?9 on; no index answers it.</param>
    public static IEnumerable<PlotMark> Rows(
        Connection connection,
        Box box,
        PlotQuery query,
        SqlFilter? filter,
        CancellationToken cancel
    )
    {
        var after = new PlotKey(query.After?.County ?? "", query.After?.Number ?? "");
        var found = 0;
        var rows = PlotCount.Rows(connection);
        // To fetch and sort a row that the tree finds costs about what it does to look at one along the key. So to sort all costs what the way
        // along the key does until the page is full, where they are so many of all the rows and spread over them.
        var many = 1 + (rows / 2);
        var most = query.Limit is { } wanted ? Math.Min(many, 1 + (long)Math.Sqrt((double)rows * wanted)) : many;
        var sql = QueriesOf(connection, query, filter);
        if (Holds(connection, box, most))
        {
            using var walk = new Search(connection, filter, sql.Key);
            walk.Begin(query, after);
            var gap = most == many ? long.MaxValue : most;
            for (var passed = 0L; ; passed++)
            {
                if (passed == gap)
                {
                    cancel.ThrowIfCancellationRequested();
                    after = walk.Key;
                    if (!Holds(connection, box, many))
                        break;
                    gap = long.MaxValue;
                }
                if (!walk.Rows.Step())
                    yield break;
                if (walk.Rows.Int64(4) == 0 || !IsInTree(connection, walk.Rows, box))
                    continue;
                (found, passed) = (found + 1, -1);
                yield return new(walk.Key, walk.Rows.Int64(0));
            }
        }
        using var sorted = new Search(connection, filter, sql.Tree);
        for (long read = 0, limit = 0; read == limit; )
        {
            cancel.ThrowIfCancellationRequested();
            limit = query.Limit is { } all ? all - found + Slack : -1;
            sorted.Begin(query, after);
            Bind(sorted.Rows, box).Bind(8, limit);
            for (read = 0; sorted.Rows.Step(); read++)
            {
                after = sorted.Key;
                if (!Meets(sorted.Rows.Blob(1), box))
                    continue;
                found++;
                yield return new(after, sorted.Rows.Int64(0));
            }
        }
    }

    public static Statement Bind(Statement statement, Box box) =>
        statement.Bind(1, box.West).Bind(2, box.East).Bind(3, box.South).Bind(4, box.North);

    /// <summary>
    /// The tree rounds bounds outwards to floats, so the exact ones decide where the outline carries them. Every outline meets no
    /// box.
    /// </summary>
    public static bool Meets(ReadOnlySpan<byte> outline, Box? asked) =>
        asked is not { } box
        || OutlineBlob.BoxOf(outline) is not { } own
        || (own.East >= box.West && own.West <= box.East && own.North >= box.South && own.South <= box.North);

    private static Queries QueriesOf(Connection connection, PlotQuery query, SqlFilter? filter)
    {
        var register = InRegister.Of(connection, query);
        return filter is not null ? new(register, " AND " + filter.Sql)
            : register == InRegister.Ends ? Plain
            : PlainOn;
    }

    /// <summary>Whether the tree finds that many; it looks no further.</summary>
    private static bool Holds(Connection connection, Box box, long many)
    {
        var count = Bind(connection[CountSql], box).Bind(5, many);
        _ = count.Step();
        var holds = count.Int64(0) == many;
        count.Reset();
        return holds;
    }

    /// <summary>Whether a row, met along the key, is one that the tree finds: by the box that its outline carries, else by the tree itself.</summary>
    private static bool IsInTree(Connection connection, Statement row, Box box)
    {
        if (row.IsNull(1))
            return false;
        if (OutlineBlob.BoxOf(row.Blob(1)) is not null)
            return Meets(row.Blob(1), box);
        var one = Bind(connection[OneSql], box).Bind(5, row.Int64(0));
        _ = one.Step();
        var found = one.Int64(0) == 1;
        one.Reset();
        return found;
    }

    /// <summary>Both ways, for a condition that plots are in the register.</summary>
    private sealed class Queries(string register, string filter = "")
    {
        public string Tree { get; } = TreeSql(filter, register);

        public string Key { get; } = KeySql(filter, register);
    }

    /// <summary>A statement that comes in order of the key; prepared once for all that ask for a box alone.</summary>
    private sealed class Search(Connection connection, SqlFilter? filter, string sql) : IDisposable
    {
        public Statement Rows { get; } = filter is null ? connection[sql] : connection.Prepare(sql);

        /// <summary>Of the row that it is at.</summary>
        public PlotKey Key => new(Rows.Text(2), Rows.Text(3));

        public void Begin(PlotQuery query, PlotKey after)
        {
            Rows.Reset();
            Rows.Bind(5, after.County).Bind(6, after.Number).Bind(7, query.EndsAfter);
            filter?.Bind(Rows);
        }

        public void Dispose()
        {
            if (filter is null)
                Rows.Reset();
            else
                Rows.Dispose();
        }
    }
}
