using LandLedger.Import;

namespace LandLedger.Geometry;

/// <summary>
/// Boxes in a packed tree: sixteen neighbours along a Z-order curve to a node, sixteen nodes to the next. Four bytes a box beside the
/// boxes themselves, and a tenth of those.
/// </summary>
internal sealed class BoxTree
{
    private const int Width = 16;

    private readonly IReadOnlyList<Box> _boxes;
    private readonly ReadOnlyMemory<int> _items;
    private readonly List<Box[]> _levels = [];

    /// <summary>Builds the tree; the boxes are not copied.</summary>
    /// <param name="boxes">All boxes.</param>
    /// <param name="items">Indexes of those that can be found, in the order of <see cref="AlongCurve"/>.</param>
    public BoxTree(IReadOnlyList<Box> boxes, ReadOnlyMemory<int> items)
    {
        (_boxes, _items) = (boxes, items);
        var count = items.Length;
        for (Box[]? below = null; below is not { Length: <= 1 } && count > 0; count = below.Length)
        {
            var level = new Box[(count + Width - 1) / Width];
            for (var i = 0; i < count; i++)
            {
                var box = below is null ? boxes[items.Span[i]] : below[i];
                level[i / Width] = i % Width == 0 ? box : Around(level[i / Width], box);
            }
            _levels.Add(below = level);
        }
    }

    /// <summary>Indexes of the boxes by where their middles lie along the curve, and these places; boxes of one middle have one place.</summary>
    public static (int[] Order, ulong[] Places) AlongCurve(IReadOnlyList<Box> boxes)
    {
        var order = new int[boxes.Count];
        var places = new ulong[boxes.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            var (across, up) = (boxes[i].West + boxes[i].East + 360, boxes[i].South + boxes[i].North + 180);
            places[i] = Spread((uint)(across / 720 * uint.MaxValue)) | Spread((uint)(up / 360 * uint.MaxValue)) << 1;
        }
        Array.Sort(places, order);
        return (order, places);
    }

    /// <summary>Adds the indexes of the boxes that meet one, bounds inclusive.</summary>
    public void Find(Box box, List<int> found)
    {
        if (_levels.Count > 0)
            Find(_levels.Count - 1, 0, box, found);
    }

    private void Find(int level, int node, in Box box, List<int> found)
    {
        if (!Meet(_levels[level][node], box))
            return;
        var end = Math.Min((node + 1) * Width, level == 0 ? _items.Length : _levels[level - 1].Length);
        for (var child = node * Width; child < end; child++)
        {
            if (level > 0)
                Find(level - 1, child, box, found);
            else if (Meet(_boxes[_items.Span[child]], box))
                found.Add(_items.Span[child]);
        }
    }

    private static bool Meet(in Box one, in Box other) =>
        one.West <= other.East && other.West <= one.East && one.South <= other.North && other.South <= one.North;

    private static Box Around(in Box one, in Box other) =>
        new(
            Math.Min(one.West, other.West),
            Math.Min(one.South, other.South),
            Math.Max(one.East, other.East),
            Math.Max(one.North, other.North)
        );

    /// <summary>The bits of a number with a gap before each.</summary>
    private static ulong Spread(uint number)
    {
        ulong bits = number;
        bits = (bits | bits << 16) & 0x0000FFFF0000FFFF;
        bits = (bits | bits << 8) & 0x00FF00FF00FF00FF;
        bits = (bits | bits << 4) & 0x0F0F0F0F0F0F0F0F;
        bits = (bits | bits << 2) & 0x3333333333333333;
        return (bits | bits << 1) & 0x5555555555555555;
    }
}
