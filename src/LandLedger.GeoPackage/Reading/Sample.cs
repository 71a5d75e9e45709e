using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>
/// About how many rows of a feature table a query finds: how many there are, or boxes in a box by the tree; of these the share that holds
/// of about a thousand. The same file always gives the same.
/// </summary>
/// <param name="Table">With the name that conditions know it by.</param>
/// <param name="Alias">That name.</param>
/// <param name="Tree">The tree of its geometry.</param>
internal sealed record Sample(string Table, string Alias, string Tree)
{
    /// <summary>Parameters from 1 to this are taken: the box, one of the condition, those of the sample.</summary>
    public const int Parameters = 7;

    private const int Looked = 1000;

    private string InTree => $"{Tree} r WHERE r.maxx >= ?1 AND r.minx <= ?2 AND r.maxy >= ?3 AND r.miny <= ?4";

    /// <summary>Row ?7 and each ?6th behind it; where there is none the next.</summary>
    private string Spread =>
        $"""
            WITH RECURSIVE spread (at) AS (
              SELECT ?7 UNION ALL SELECT at + ?6 FROM spread WHERE at + ?6 <= (SELECT max(fid) FROM {Table})
            )
            SELECT DISTINCT (SELECT min(fid) FROM {Table} WHERE fid >= at) AS id FROM spread
            """;

    /// <summary>Boxes of about each ?6th row, whatever numbers the rows have.</summary>
    private string Boxes => $"SELECT r.id FROM {InTree} AND (r.id * 2654435761 >> 16) % ?6 = 0";

    /// <summary>Of the rows in a box, or of all, those that the condition holds of.</summary>
    /// <param name="rows">How many there are; null for about as many as their numbers say, of which none is taken away again.</param>
    /// <param name="bind">Binds what the condition needs.</param>
    public long Of(
        Connection connection,
        Box? box,
        string condition,
        Func<Statement, Statement> bind,
        long? rows = null
    )
    {
        var (first, count) = RowsOf(connection);
        var all = box is { } asked ? Boxed(connection, asked) : rows ?? count;
        var sql = $"""
            SELECT count(*), count(*) FILTER (WHERE {condition})
            FROM ({(box is null ? Spread : Boxes)}) r CROSS JOIN {Table} ON {Alias}.fid = r.id
            """;
        using var sample = bind(connection.Prepare(sql)).Bind(6, Math.Max(1, (box is null ? count : all) / Looked));
        _ = box is { } within ? BoxSearch.Bind(sample, within) : sample.Bind(7, first);
        _ = sample.Step();
        var (looked, held) = (sample.Int64(0), sample.Int64(1));
        return looked == 0 ? 0 : (long)Math.Round((double)all * held / looked);
    }

    /// <summary>Either end is looked up by itself: both in one query would be a pass over all.</summary>
    public string RowsSql =>
        $"""
            SELECT coalesce(first, 0), coalesce(last - first + 1, 0)
            FROM (SELECT (SELECT min(fid) FROM {Table}) AS first, (SELECT max(fid) FROM {Table}) AS last)
            """;

    /// <summary>The number of the first row, and how many there are if none is left out.</summary>
    public (long First, long Count) RowsOf(Connection connection)
    {
        using var ends = connection.Prepare(RowsSql);
        _ = ends.Step();
        return (ends.Int64(0), ends.Int64(1));
    }

    private long Boxed(Connection connection, Box box)
    {
        using var count = BoxSearch.Bind(connection.Prepare($"SELECT count(*) FROM {InTree}"), box);
        _ = count.Step();
        return count.Int64(0);
    }
}
