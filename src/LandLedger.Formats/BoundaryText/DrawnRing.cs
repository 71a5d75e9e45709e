namespace LandLedger.Formats.BoundaryText;

/// <summary>A closed ring of one plot as drawn.</summary>
internal sealed class DrawnRing
{
    // Points are written to the millimetre: what is thinner than half of one is a line.
    private const double ThinnestMetres = 0.0005;

    public DrawnRing(double[] xy, int line, int number)
    {
        Xy = xy;
        Line = line;
        Number = number;
        double twice = 0;
        double length = 0;
        for (var i = 0; i + 3 < xy.Length; i += 2)
        {
            // Relative to the first point: the products of full coordinates would eat the millimetres.
            var (x0, y0) = (xy[i] - xy[0], xy[i + 1] - xy[1]);
            var (x1, y1) = (xy[i + 2] - xy[0], xy[i + 3] - xy[1]);
            twice += x0 * y1 - x1 * y0;
            length += Math.Sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
        }
        HasArea = Math.Abs(twice) / 2 > ThinnestMetres * length;
    }

    /// <summary>Interleaved easting and northing, the first point repeated at the end.</summary>
    public double[] Xy { get; }

    /// <summary>Line of the first point.</summary>
    public int Line { get; }

    /// <summary>圈号 as written.</summary>
    public int Number { get; }

    /// <summary>False for a ring that lies on a line.</summary>
    public bool HasArea { get; }
}
