using System.Buffers.Binary;
using System.Runtime.InteropServices;
using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Writing;

/// <summary>One entry of the tree: a row, or a node of the level below, with its box as floats rounded outwards.</summary>
internal readonly record struct TreeEntry(long Id, float West, float East, float South, float North)
{
    /// <summary>Of a row without outline: it has no place in the tree.</summary>
    public bool IsEmpty => float.IsNaN(West);

    public static TreeEntry Of(long id, Import.Box? row) =>
        row is { } box
            ? new(id, Down(box.West), Up(box.East), Down(box.South), Up(box.North))
            : new(id, float.NaN, float.NaN, float.NaN, float.NaN);

    private static float Down(double value) => (float)value > value ? MathF.BitDecrement((float)value) : (float)value;

    private static float Up(double value) => (float)value < value ? MathF.BitIncrement((float)value) : (float)value;
}

/// <summary>
/// Fills the empty R*Tree in one go: entries are sorted into tiles (Leutenegger's sort-tile-recursive) and whole nodes
/// written, in the node format of SQLite's rtree module. A million single inserts take ten times as long and give a tree
/// that overlaps more. Later changes go through the triggers like everybody else's.
/// </summary>
internal sealed class SpatialTreeLoad(Connection connection, string tree)
{
    private const int CellLength = 24;
    private const int Most = 51;
    private const int NodeLength = 4 + (Most * CellLength);

    /// <summary>Room for a few more, so that the next inserts do not split every node.</summary>
    private const int Filled = 46;
    private const long Root = 1;

    // Made once, as statements are known by their text's reference.
    private readonly string _nodeSql =
        $"INSERT OR REPLACE INTO {SqlName.Quoted(tree + "_node")} (nodeno, data) VALUES (?1, ?2)";
    private readonly string _rowSql = $"INSERT INTO {SqlName.Quoted(tree + "_rowid")} (rowid, nodeno) VALUES (?1, ?2)";
    private readonly string _parentSql =
        $"INSERT INTO {SqlName.Quoted(tree + "_parent")} (nodeno, parentnode) VALUES (?1, ?2)";

    private readonly byte[] _node = new byte[NodeLength];
    private long _lastNode = Root;

    public void Write(List<TreeEntry> entries)
    {
        if (entries.Count == 0)
            return;
        var level = entries;
        for (var depth = 0; ; depth++)
        {
            var top = level.Count <= Most;
            if (!top)
                SortIntoTiles(CollectionsMarshal.AsSpan(level));
            var owners = new (long Child, long Node)[level.Count];
            var above = WriteLevel(level, top, depth, owners);
            WriteOwners(depth == 0 ? _rowSql : _parentSql, owners);
            if (top)
                return;
            level = above;
        }
    }

    private List<TreeEntry> WriteLevel(List<TreeEntry> level, bool top, int depth, (long, long)[] owners)
    {
        var cells = CollectionsMarshal.AsSpan(level);
        var nodes = top ? 1 : (cells.Length + Filled - 1) / Filled;
        var above = new List<TreeEntry>(nodes);
        for (var i = 0; i < nodes; i++)
        {
            // Shared out evenly, so that no node is left almost empty.
            var from = (int)((long)cells.Length * i / nodes);
            var to = (int)((long)cells.Length * (i + 1) / nodes);
            var number = top ? Root : ++_lastNode;
            above.Add(WriteNode(number, top ? depth : 0, cells[from..to]));
            for (var cell = from; cell < to; cell++)
                owners[cell] = (cells[cell].Id, number);
        }
        return above;
    }

    /// <summary>Depth (root only), number of cells, then id, west, east, south, north of each; all big endian.</summary>
    private TreeEntry WriteNode(long number, int depth, ReadOnlySpan<TreeEntry> cells)
    {
        _node.AsSpan().Clear();
        BinaryPrimitives.WriteUInt16BigEndian(_node, (ushort)depth);
        BinaryPrimitives.WriteUInt16BigEndian(_node.AsSpan(2), (ushort)cells.Length);
        var box = cells[0] with { Id = number };
        var at = _node.AsSpan(4);
        foreach (var cell in cells)
        {
            BinaryPrimitives.WriteInt64BigEndian(at, cell.Id);
            BinaryPrimitives.WriteSingleBigEndian(at[8..], cell.West);
            BinaryPrimitives.WriteSingleBigEndian(at[12..], cell.East);
            BinaryPrimitives.WriteSingleBigEndian(at[16..], cell.South);
            BinaryPrimitives.WriteSingleBigEndian(at[20..], cell.North);
            at = at[CellLength..];
            box = new(
                number,
                Math.Min(box.West, cell.West),
                Math.Max(box.East, cell.East),
                Math.Min(box.South, cell.South),
                Math.Max(box.North, cell.North)
            );
        }
        connection[_nodeSql].Bind(1, number).Bind(2, _node.AsSpan()).Run();
        return box;
    }

    /// <summary>Which node each entry is in; in order of the entries, as tables like it.</summary>
    private void WriteOwners(string sql, (long Child, long Node)[] owners)
    {
        Array.Sort(owners);
        foreach (var (child, node) in owners)
            connection[sql].Bind(1, child).Bind(2, node).Run();
    }

    private static void SortIntoTiles(Span<TreeEntry> entries)
    {
        var nodes = (entries.Length + Filled - 1) / Filled;
        var slices = (int)Math.Ceiling(Math.Sqrt(nodes));
        entries.Sort(static (a, b) => (a.West + a.East).CompareTo(b.West + b.East));
        for (var i = 0; i < slices; i++)
        {
            var from = (int)((long)entries.Length * i / slices);
            var to = (int)((long)entries.Length * (i + 1) / slices);
            entries[from..to].Sort(static (a, b) => (a.South + a.North).CompareTo(b.South + b.North));
        }
    }
}
