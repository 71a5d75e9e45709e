namespace LandLedger.Formats.Tiles;

/// <summary>A ring on the grid of a tile: whole x and y in turn, not closed, no point twice in a row.</summary>
internal static class TileRing
{
    /// <summary>The points of a ring moved to the grid; empty when fewer than three or no area is left.</summary>
    public static void Snap(List<double> ring, List<int> to)
    {
        to.Clear();
        for (var i = 0; i < ring.Count; i += 2)
        {
            var (x, y) = (Whole(ring[i]), Whole(ring[i + 1]));
            if (to.Count == 0 || to[^2] != x || to[^1] != y)
            {
                to.Add(x);
                to.Add(y);
            }
        }
        while (to.Count > 2 && to[^2] == to[0] && to[^1] == to[1])
            to.RemoveRange(to.Count - 2, 2);
        if (to.Count < 6 || DoubleArea(to) == 0)
            to.Clear();
    }

    /// <summary>Twice the area; positive when the ring runs clockwise on the screen, as shells do in a tile.</summary>
    public static long DoubleArea(List<int> ring)
    {
        var sum = 0L;
        for (var (i, k) = (0, ring.Count - 2); i < ring.Count; k = i, i += 2)
            sum += ((long)ring[k] * ring[i + 1]) - ((long)ring[i] * ring[k + 1]);
        return sum;
    }

    /// <summary>Turns the ring round where it does not run as a shell or hole must.</summary>
    public static void Turn(List<int> ring, bool shell)
    {
        if (DoubleArea(ring) > 0 == shell)
            return;
        for (var (low, high) = (0, ring.Count - 2); low < high; low += 2, high -= 2)
        {
            (ring[low], ring[high]) = (ring[high], ring[low]);
            (ring[low + 1], ring[high + 1]) = (ring[high + 1], ring[low + 1]);
        }
    }

    /// <summary>One unit square about the middle of a ring, for land too small to be seen.</summary>
    public static void Dot(List<double> ring, List<int> to)
    {
        var (x, y) = (0.0, 0.0);
        for (var i = 0; i < ring.Count; i += 2)
            (x, y) = (x + ring[i], y + ring[i + 1]);
        var (west, north) = ((int)Math.Floor(x * 2 / ring.Count), (int)Math.Floor(y * 2 / ring.Count));
        to.Clear();
        to.AddRange([west, north, west + 1, north, west + 1, north + 1, west, north + 1]);
    }

    private static int Whole(double number) => (int)Math.Floor(number + 0.5);
}
