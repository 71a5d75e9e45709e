namespace LandLedger.Geometry;

/// <summary>
/// Tells quickly of most surveyed rings that they are valid: no edge meets another but at its ends. Where rounding could decide
/// it says nothing, and the exact test has to.
/// </summary>
internal static class SimpleRing
{
    /// <summary>Edges are held against each other in pairs; more of them are better left to an index.</summary>
    private const int MostCorners = 40;

    /// <summary>Rounding of an orientation in relation to its two products (Shewchuk's first bound).</summary>
    private const double Rounding = 3.3306690738754716e-16;

    /// <summary>Of interleaved x, y, not closed and no point repeated after itself.</summary>
    public static bool IsSurely(ReadOnlySpan<double> ring)
    {
        var corners = ring.Length / 2;
        if (corners is < 3 or > MostCorners)
            return false;
        for (var i = 0; i < corners; i++)
        {
            var edge = Edge.Of(ring, i);
            if (!edge.LeadsOnTo(Edge.Of(ring, i + 1)))
                return false;
            // The edge before the first is its neighbour too.
            var last = i == 0 ? corners - 1 : corners;
            for (var j = i + 2; j < last; j++)
            {
                if (!edge.IsApartFrom(Edge.Of(ring, j)))
                    return false;
            }
        }
        return true;
    }

    private readonly record struct Edge(double X1, double Y1, double X2, double Y2)
    {
        public static Edge Of(ReadOnlySpan<double> ring, int number)
        {
            var from = number * 2 % ring.Length;
            var to = (number + 1) * 2 % ring.Length;
            return new(ring[from], ring[from + 1], ring[to], ring[to + 1]);
        }

        /// <summary>Whether the next edge, which begins where this one ends, does not go back along it.</summary>
        public bool LeadsOnTo(Edge next) =>
            Side(next.X2, next.Y2) != 0 || (X2 - X1) * (next.X2 - next.X1) + (Y2 - Y1) * (next.Y2 - next.Y1) > 0;

        public bool IsApartFrom(Edge other) =>
            Math.Max(X1, X2) < Math.Min(other.X1, other.X2)
            || Math.Max(other.X1, other.X2) < Math.Min(X1, X2)
            || Math.Max(Y1, Y2) < Math.Min(other.Y1, other.Y2)
            || Math.Max(other.Y1, other.Y2) < Math.Min(Y1, Y2)
            || IsOnOneSideOf(other)
            || other.IsOnOneSideOf(this);

        private bool IsOnOneSideOf(Edge other) => other.Side(X1, Y1) * other.Side(X2, Y2) > 0;

        /// <summary>1 left of the edge, -1 right of it, 0 when on its line or too near to tell.</summary>
        private int Side(double x, double y)
        {
            var left = (X1 - x) * (Y2 - y);
            var right = (Y1 - y) * (X2 - x);
            var side = left - right;
            var doubt = Rounding * (Math.Abs(left) + Math.Abs(right));
            return side > doubt ? 1
                : side < -doubt ? -1
                : 0;
        }
    }
}
