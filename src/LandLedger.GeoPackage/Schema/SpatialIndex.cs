using LandLedger.GeoPackage.Sqlite;
using SQLitePCL;

namespace LandLedger.GeoPackage.Schema;

/// <summary>
/// The R*Tree of one geometry column with the triggers of the standard, and the functions that the triggers call. Every connection
/// that writes needs the functions.
/// </summary>
internal sealed class SpatialIndex
{
    private readonly string _table;
    private readonly string _key;
    private readonly string _geometry;

    /// <summary>Of a column of a table, there or to come.</summary>
    /// <param name="key">The column of the row number.</param>
    public SpatialIndex(string table, string key, string geometry)
    {
        (_table, _key, _geometry) = (table, key, geometry);
        Tree = $"rtree_{table}_{geometry}";
    }

    public static SpatialIndex OfPlots { get; } = new("plots", "fid", "geom");

    /// <summary>The name of the tree.</summary>
    public string Tree { get; }

    public string TreeSql => $"CREATE VIRTUAL TABLE {Quoted(Tree)} USING rtree(id, minx, maxx, miny, maxy);";

    public string DropTreeSql => $"DROP TABLE {Quoted(Tree)};";

    public string TriggersSql =>
        string.Join(
            "\n",
            Triggers()
                .Select(trigger =>
                    $"CREATE TRIGGER {Quoted(Tree + "_" + trigger.Name)} {trigger.When} BEGIN {trigger.Do} END;"
                )
        );

    public string DropTriggersSql =>
        string.Join("\n", Triggers().Select(trigger => $"DROP TRIGGER {Quoted(Tree + "_" + trigger.Name)};"));

    private (string Name, string When, string Do)[] Triggers()
    {
        var (table, tree, key, geom) = (Quoted(_table), Quoted(Tree), Quoted(_key), Quoted(_geometry));
        var box = $"new.{key}, ST_MinX(new.{geom}), ST_MaxX(new.{geom}), ST_MinY(new.{geom}), ST_MaxY(new.{geom})";
        var put = $"INSERT OR REPLACE INTO {tree} VALUES ({box});";
        var full = $"new.{geom} NOTNULL AND NOT ST_IsEmpty(new.{geom})";
        var empty = $"new.{geom} ISNULL OR ST_IsEmpty(new.{geom})";
        var same = $"old.{key} = new.{key}";
        var other = $"old.{key} != new.{key}";
        return
        [
            ("insert", $"AFTER INSERT ON {table} WHEN ({full})", put),
            ("update1", $"AFTER UPDATE OF {geom} ON {table} WHEN {same} AND ({full})", put),
            (
                "update2",
                $"AFTER UPDATE OF {geom} ON {table} WHEN {same} AND ({empty})",
                $"DELETE FROM {tree} WHERE id = old.{key};"
            ),
            (
                "update3",
                $"AFTER UPDATE ON {table} WHEN {other} AND ({full})",
                $"DELETE FROM {tree} WHERE id = old.{key}; {put}"
            ),
            (
                "update4",
                $"AFTER UPDATE ON {table} WHEN {other} AND ({empty})",
                $"DELETE FROM {tree} WHERE id IN (old.{key}, new.{key});"
            ),
            (
                "delete",
                $"AFTER DELETE ON {table} WHEN old.{geom} NOT NULL",
                $"DELETE FROM {tree} WHERE id = old.{key};"
            ),
        ];
    }

    private static string Quoted(string name) => SqlName.Quoted(name);

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
