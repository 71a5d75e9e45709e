namespace LandLedger.Formats.BoundaryText;

/// <summary>A closed ring of one plot as drawn, x = easting, y = northing.</summary>
internal sealed class DrawnRing
{
    public DrawnRing(double[] xy, int line, int number)
    {
        Xy = xy;
        Line = line;
        Number = number;
        (West, South, East, North) = (xy[0], xy[1], xy[0], xy[1]);
        double twice = 0;
        for (var i = 0; i + 3 < xy.Length; i += 2)
        {
            // Relative to the first point: the products of full coordinates would eat the millimetres.
            var (x0, y0) = (xy[i] - xy[0], xy[i + 1] - xy[1]);
            var (x1, y1) = (xy[i + 2] - xy[0], xy[i + 3] - xy[1]);
            twice += x0 * y1 - x1 * y0;
            Length += Math.Sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
            (West, East) = (Math.Min(West, xy[i]), Math.Max(East, xy[i]));
            (South, North) = (Math.Min(South, xy[i + 1]), Math.Max(North, xy[i + 1]));
        }
        Area = Math.Abs(twice) / 2;
    }

    /// <summary>Interleaved, the first point repeated at the end.</summary>
    public double[] Xy { get; }

    /// <summary>Line of the first point.</summary>
    public int Line { get; }

    /// <summary>圈号 as written.</summary>
    public int Number { get; }

    /// <summary>Square metres in the plane, without sign.</summary>
    public double Area { get; }

    /// <summary>Metres.</summary>
    public double Length { get; }

    private double West { get; }
    private double South { get; }
    private double East { get; }
    private double North { get; }

    /// <summary>Whether the other ring lies in this one; touching is allowed, of two equal rings the earlier holds the later.</summary>
    public bool Holds(DrawnRing other)
    {
        if (other.West < West || other.East > East || other.South < South || other.North > North)
            return false;
        if (other.Area > Area || (other.Area == Area && other.Line < Line))
            return false;
        for (var i = 0; i + 2 < other.Xy.Length; i += 2)
        {
            if (Side(other.Xy[i], other.Xy[i + 1]) is { } corner)
                return corner;
            var (middleX, middleY) = ((other.Xy[i] + other.Xy[i + 2]) / 2, (other.Xy[i + 1] + other.Xy[i + 3]) / 2);
            if (Side(middleX, middleY) is { } middle)
                return middle;
        }
        return true;
    }

    /// <summary>Inside, outside, or null for a point on the line.</summary>
    private bool? Side(double x, double y)
    {
        var inside = false;
        for (var i = 0; i + 3 < Xy.Length; i += 2)
        {
            var (ax, ay, bx, by) = (Xy[i] - x, Xy[i + 1] - y, Xy[i + 2] - x, Xy[i + 3] - y);
            var cross = ax * by - bx * ay;
            if (cross == 0 && ax * bx + ay * by <= 0)
                return null;
            if (ay > 0 != by > 0 && cross > 0 == by > ay)
                inside = !inside;
        }
        return inside;
    }
}
