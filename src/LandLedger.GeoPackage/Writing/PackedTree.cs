using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace LandLedger.GeoPackage.Writing;

/// <summary>
/// An R*Tree as the rows of its tables, in the node format of SQLite's rtree module: entries are sorted into tiles (Leutenegger's
/// sort-tile-recursive). Needs no connection, so that it can be made while one is at other work.
/// </summary>
internal sealed class PackedTree
{
    private const int CellLength = 24;
    private const int Most = 51;
    private const int NodeLength = 4 + (Most * CellLength);

    /// <summary>Room for a few more, so that the next inserts do not split every node.</summary>
    private const int Filled = 46;
    private const long Root = 1;

    private readonly List<(long Number, byte[] Node)> _nodes = [];
    private readonly List<(long Child, long Node)[]> _owners = [];
    private long _lastNode = Root;

    private PackedTree() { }

    public IReadOnlyList<(long Number, byte[] Node)> Nodes => _nodes;

    /// <summary>Which node each row is in, then which node each node is in, level by level; each in order of the children, as tables like it.</summary>
    public IReadOnlyList<(long Child, long Node)[]> Owners => _owners;

    /// <summary>Sorts the entries.</summary>
    public static PackedTree Of(List<TreeEntry> entries)
    {
        var tree = new PackedTree();
        var level = entries;
        for (var depth = 0; level.Count > 0; depth++)
        {
            var top = level.Count <= Most;
            if (!top)
                SortIntoTiles(CollectionsMarshal.AsSpan(level));
            level = tree.Pack(level, top, depth);
        }
        return tree;
    }

    /// <summary>The level above; nothing above the root.</summary>
    private List<TreeEntry> Pack(List<TreeEntry> level, bool top, int depth)
    {
        var cells = CollectionsMarshal.AsSpan(level);
        var nodes = top ? 1 : (cells.Length + Filled - 1) / Filled;
        var above = new List<TreeEntry>(nodes);
        var owners = new (long, long)[cells.Length];
        for (var i = 0; i < nodes; i++)
        {
            // Shared out evenly, so that no node is left almost empty.
            var from = (int)((long)cells.Length * i / nodes);
            var to = (int)((long)cells.Length * (i + 1) / nodes);
            var number = top ? Root : ++_lastNode;
            above.Add(Pack(number, top ? depth : 0, cells[from..to]));
            for (var cell = from; cell < to; cell++)
                owners[cell] = (cells[cell].Id, number);
        }
        Array.Sort(owners);
        _owners.Add(owners);
        return top ? [] : above;
    }

    /// <summary>Depth (root only), number of cells, then id, west, east, south, north of each; all big endian.</summary>
    private TreeEntry Pack(long number, int depth, ReadOnlySpan<TreeEntry> cells)
    {
        var node = new byte[NodeLength];
        BinaryPrimitives.WriteUInt16BigEndian(node, (ushort)depth);
        BinaryPrimitives.WriteUInt16BigEndian(node.AsSpan(2), (ushort)cells.Length);
        var box = cells[0] with { Id = number };
        var at = node.AsSpan(4);
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
        _nodes.Add((number, node));
        return box;
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
