using LandLedger.GeoPackage.Sqlite;
using SQLitePCL;

namespace LandLedger.GeoPackage.Schema;

/// <summary>
/// The R*Tree of the outlines with the triggers of the standard, and the functions that the triggers call. Every connection
/// that writes needs the functions.
/// </summary>
internal static class SpatialIndex
{
    private const string Tree = "rtree_plots_geom";
    private const string Box = "new.fid, ST_MinX(new.geom), ST_MaxX(new.geom), ST_MinY(new.geom), ST_MaxY(new.geom)";
    private const string Put = $"INSERT OR REPLACE INTO {Tree} VALUES ({Box});";
    private const string Full = "new.geom NOTNULL AND NOT ST_IsEmpty(new.geom)";
    private const string Empty = "new.geom ISNULL OR ST_IsEmpty(new.geom)";

    private static readonly (string Name, string When, string Do)[] Triggers =
    [
        ("insert", $"AFTER INSERT ON plots WHEN ({Full})", Put),
        ("update1", $"AFTER UPDATE OF geom ON plots WHEN old.fid = new.fid AND ({Full})", Put),
        (
            "update2",
            $"AFTER UPDATE OF geom ON plots WHEN old.fid = new.fid AND ({Empty})",
            $"DELETE FROM {Tree} WHERE id = old.fid;"
        ),
        (
            "update3",
            $"AFTER UPDATE ON plots WHEN old.fid != new.fid AND ({Full})",
            $"DELETE FROM {Tree} WHERE id = old.fid; {Put}"
        ),
        (
            "update4",
            $"AFTER UPDATE ON plots WHEN old.fid != new.fid AND ({Empty})",
            $"DELETE FROM {Tree} WHERE id IN (old.fid, new.fid);"
        ),
        ("delete", "AFTER DELETE ON plots WHEN old.geom NOT NULL", $"DELETE FROM {Tree} WHERE id = old.fid;"),
    ];

    public static string TreeSql => $"CREATE VIRTUAL TABLE {Tree} USING rtree(id, minx, maxx, miny, maxy);";

    public static string TriggersSql { get; } =
        string.Join(
            "\n",
            Triggers.Select(trigger => $"CREATE TRIGGER {Tree}_{trigger.Name} {trigger.When} BEGIN {trigger.Do} END;")
        );

    public static string DropTriggersSql { get; } =
        string.Join("\n", Triggers.Select(trigger => $"DROP TRIGGER {Tree}_{trigger.Name};"));

    public static void AddFunctions(Connection connection)
    {
        AddBound(connection, "ST_MinX", box => box.West);
        AddBound(connection, "ST_MaxX", box => box.East);
        AddBound(connection, "ST_MinY", box => box.South);
        AddBound(connection, "ST_MaxY", box => box.North);
        Add(
            connection,
            "ST_IsEmpty",
            (context, blob) => raw.sqlite3_result_int(context, OutlineBlob.BoxOf(blob) is null ? 1 : 0)
        );
    }

    private static void AddBound(Connection connection, string name, Func<Import.Box, double> bound) =>
        Add(
            connection,
            name,
            (context, blob) =>
            {
                if (OutlineBlob.BoxOf(blob) is { } box)
                    raw.sqlite3_result_double(context, bound(box));
                else
                    raw.sqlite3_result_null(context);
            }
        );

    private delegate void Answer(sqlite3_context context, ReadOnlySpan<byte> blob);

    private static void Add(Connection connection, string name, Answer answer)
    {
        var code = raw.sqlite3_create_function(
            connection.Handle,
            name,
            1,
            raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC,
            null,
            (context, _, values) =>
            {
                if (raw.sqlite3_value_type(values[0]) == raw.SQLITE_NULL)
                    raw.sqlite3_result_null(context);
                else
                    answer(context, raw.sqlite3_value_blob(values[0]));
            }
        );
        if (code != raw.SQLITE_OK)
            throw connection.Trouble(code);
    }
}
