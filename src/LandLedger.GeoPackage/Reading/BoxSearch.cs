using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>Rows whose box meets a box, in order of their key.</summary>
internal static class BoxSearch
{
    /// <summary>
    /// The tree first: CROSS JOIN fixes that order. Only key, number and the head of the outline go through the sorter; the
    /// rows themselves are fetched afterwards.
    /// </summary>
    public const string Sql = """
        SELECT p.fid, substr(p.geom, 1, 40), p.ended_on, p.county, p.plot
        FROM rtree_plots_geom r CROSS JOIN plots p ON p.fid = r.id
        WHERE r.maxx >= ?1 AND r.minx <= ?2 AND r.maxy >= ?3 AND r.miny <= ?4 AND (p.county, p.plot) > (?5, ?6)
        ORDER BY p.county, p.plot
        """;

    /// <summary>A further condition on plots p; parameters as <see cref="Bind"/>.</summary>
    public const string InBox =
        " AND p.fid IN (SELECT id FROM rtree_plots_geom WHERE maxx >= ?1 AND minx <= ?2 AND maxy >= ?3 AND miny <= ?4)";

    public static IEnumerable<PlotMark> Rows(Connection connection, Box box, PlotQuery query)
    {
        var statement = Bind(connection[Sql], box)
            .Bind(5, query.After?.County ?? "")
            .Bind(6, query.After?.Number ?? "");
        while (statement.Step())
        {
            if (query.Wants(statement.Date(2)) && Meets(statement.Blob(1), box))
                yield return new(new(statement.Text(3), statement.Text(4)), statement.Int64(0));
        }
        statement.Reset();
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
}
