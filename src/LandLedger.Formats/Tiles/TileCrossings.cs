using System.Runtime.InteropServices;

namespace LandLedger.Formats.Tiles;

/// <summary>
/// Whether the sides of a ring meet anywhere but at the corners that they share. Every pair is looked at, which for
/// plots of some dozen corners is far quicker than anything clever.
/// </summary>
internal static class TileCrossings
{
    /// <summary>Corners up to which looking at every pair pays.</summary>
    public const int Few = 48;

    public static bool Any(List<int> corners)
    {
        ReadOnlySpan<int> ring = CollectionsMarshal.AsSpan(corners);
        var sides = ring.Length / 2;
        for (var i = 0; i < sides; i++)
        {
            for (var k = i + 1; k < sides; k++)
            {
                var next = k == i + 1;
                var last = i == 0 && k == sides - 1;
                if (next || last ? Folded(ring, i, k, next) : Touch(ring, i, k))
                    return true;
            }
        }
        return false;
    }

    /// <summary>Neighbouring sides share a corner; they must not run back over each other.</summary>
    private static bool Folded(ReadOnlySpan<int> ring, int i, int k, bool next)
    {
        var (before, corner, after) = next
            ? (Point(ring, i), Point(ring, k), Point(ring, k + 1))
            : (Point(ring, k), Point(ring, i), Point(ring, i + 1));
        return Cross(before, corner, after) == 0 && Dot(before, corner, after) < 0;
    }

    private static bool Touch(ReadOnlySpan<int> ring, int i, int k)
    {
        var (a, b) = (Point(ring, i), Point(ring, i + 1));
        var (c, d) = (Point(ring, k), Point(ring, k + 1));
        if (
            Math.Max(a.X, b.X) < Math.Min(c.X, d.X)
            || Math.Max(c.X, d.X) < Math.Min(a.X, b.X)
            || Math.Max(a.Y, b.Y) < Math.Min(c.Y, d.Y)
            || Math.Max(c.Y, d.Y) < Math.Min(a.Y, b.Y)
        )
            return false;
        return Math.Sign(Cross(a, b, c)) * Math.Sign(Cross(a, b, d)) <= 0
            && Math.Sign(Cross(c, d, a)) * Math.Sign(Cross(c, d, b)) <= 0;
    }

    private static (long X, long Y) Point(ReadOnlySpan<int> ring, int index)
    {
        var at = index * 2 % ring.Length;
        return (ring[at], ring[at + 1]);
    }

    private static long Cross((long X, long Y) a, (long X, long Y) b, (long X, long Y) c) =>
        ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));

    private static long Dot((long X, long Y) a, (long X, long Y) b, (long X, long Y) c) =>
        ((b.X - a.X) * (c.X - b.X)) + ((b.Y - a.Y) * (c.Y - b.Y));
}
