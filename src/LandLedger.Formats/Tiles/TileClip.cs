using System.Runtime.InteropServices;

namespace LandLedger.Formats.Tiles;

/// <summary>
/// Cuts a ring (x and y in turn, not closed) to the square that a tile shows, side by side (Sutherland and Hodgman). A ring that
/// leaves and comes back runs along the side in between.
/// </summary>
internal static class TileClip
{
    private const double Low = -TileGrid.Margin;
    private const double High = TileGrid.Extent + TileGrid.Margin;

    /// <summary>Cuts in place; <paramref name="spare"/> is room for the work. Empty when nothing is left.</summary>
    public static void Cut(ref List<double> ring, ref List<double> spare)
    {
        if (IsInside(ring))
            return;
        for (var side = 0; side < 4 && ring.Count > 0; side++)
        {
            spare.Clear();
            CutSide(CollectionsMarshal.AsSpan(ring), spare, axis: side & 1, high: side >= 2);
            (ring, spare) = (spare, ring);
        }
    }

    private static bool IsInside(List<double> ring)
    {
        foreach (var number in ring)
        {
            if (number is < Low or > High)
                return false;
        }
        return true;
    }

    private static void CutSide(ReadOnlySpan<double> ring, List<double> kept, int axis, bool high)
    {
        var limit = high ? High : Low;
        for (var i = 0; i < ring.Length; i += 2)
        {
            var from = i == 0 ? ring[^2..] : ring[(i - 2)..i];
            var to = ring[i..(i + 2)];
            var fromInside = high ? from[axis] <= limit : from[axis] >= limit;
            var toInside = high ? to[axis] <= limit : to[axis] >= limit;
            if (fromInside != toInside)
            {
                var share = (limit - from[axis]) / (to[axis] - from[axis]);
                var other = from[1 - axis] + (share * (to[1 - axis] - from[1 - axis]));
                kept.Add(axis == 0 ? limit : other);
                kept.Add(axis == 0 ? other : limit);
            }
            if (toInside)
                kept.AddRange(to);
        }
    }
}
