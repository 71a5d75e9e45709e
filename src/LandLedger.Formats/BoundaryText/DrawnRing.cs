namespace LandLedger.Formats.BoundaryText;

/// <summary>A closed ring of one plot as drawn.</summary>
internal sealed class DrawnRing(double[] xy, int line, int number)
{
    // Points are written to the millimetre: what is thinner than half of one is a line.
    private const double ThinnestMetres = 0.0005;

    /// <summary>Interleaved easting and northing, the first point repeated at the end.</summary>
    public double[] Xy => xy;

    /// <summary>Line of the first point.</summary>
    public int Line => line;

    /// <summary>圈号 as written.</summary>
    public int Number => number;

    /// <summary>
    /// Whether all points lie on one line. The signed area does not tell: a ring that crosses itself may have as much to its left as to
    /// its right.
    /// </summary>
    public bool IsOnLine()
    {
        var (east, north, length) = (0.0, 0.0, 0.0);
        for (var i = 2; i < xy.Length; i += 2)
        {
            var (x, y) = FromFirst(i);
            var distance = Math.Sqrt(x * x + y * y);
            if (distance > length)
                (east, north, length) = (x, y, distance);
        }
        for (var i = 2; i < xy.Length; i += 2)
        {
            var (x, y) = FromFirst(i);
            if (Math.Abs(east * y - north * x) > ThinnestMetres * length)
                return false;
        }
        return true;
    }

    /// <summary>The products of full coordinates would eat the millimetres.</summary>
    private (double X, double Y) FromFirst(int i) => (xy[i] - xy[0], xy[i + 1] - xy[1]);
}
