using System.Buffers.Binary;
using LandLedger.Import;

namespace LandLedger.Geometry;

/// <summary>
/// A rectangle in which plots and features are looked for (查询范围), its sides parallel to the axes of one system, bounds inclusive. In a
/// geographic system one whose west lies east of its east reaches over the date line. Immutable and safe for many threads.
/// </summary>
public sealed class SearchBox
{
    private const int PointsOnSide = 32;
    private const double Slack = 0.02;
    private const int HeadLength = 5;
    private const int CountLength = 4;
    private const int PointLength = 16;

    private readonly Crs _crs;
    private readonly Box[] _parts;

    private SearchBox(Crs crs, Box[] parts, Box bounds) => (_crs, _parts, Bounds) = (crs, parts, bounds);

    /// <summary>A box in degrees of longitude and latitude that holds all of it, and more where sides bend.</summary>
    public Box Bounds { get; }

    /// <summary>By easting or longitude and northing or latitude, whatever the axis order of the system; null where that is no rectangle.</summary>
    public static SearchBox? Of(Crs crs, double west, double south, double east, double north)
    {
        if (!double.IsFinite(west + south + east + north) || south > north)
            return null;
        var whole = new Box(west, south, east, north);
        if (crs.Kind != CrsKind.Geographic)
            return west > east ? null : new(crs, [whole], BoundsOf(crs, whole));
        if (west < -180 || west > 180 || east < -180 || east > 180 || south < -90 || north > 90)
            return null;
        return west <= east
            ? new(crs, [whole], whole)
            : new(crs, [new(west, south, 180, north), new(-180, south, east, north)], new(-180, south, 180, north));
    }

    /// <summary>Whether it is all of its bounds, so that what lies in these lies in it.</summary>
    public bool FillsBounds => _crs.Kind == CrsKind.Geographic && _parts.Length == 1;

    /// <summary>Whether a plot has a point in it, on the border counts.</summary>
    public bool Meets(PlotShape shape) => Meets(shape.Wkb.Span, shape.Box);

    /// <summary>The same of points, lines and polygons.</summary>
    /// <param name="wkb">Little endian, as stored.</param>
    /// <param name="shape">Its box in degrees.</param>
    public bool Meets(ReadOnlySpan<byte> wkb, Box shape)
    {
        foreach (var part in _parts)
        {
            if (_crs.Kind == CrsKind.Geographic)
            {
                if (
                    shape.West > part.East
                    || shape.East < part.West
                    || shape.South > part.North
                    || shape.North < part.South
                )
                    continue;
                if (
                    shape.West >= part.West
                    && shape.East <= part.East
                    && shape.South >= part.South
                    && shape.North <= part.North
                )
                    return true;
            }
            if (MeetsPart(wkb, part))
                return true;
        }
        return false;
    }

    private bool MeetsPart(ReadOnlySpan<byte> wkb, in Box box)
    {
        var parts = 1;
        if (KindOf(wkb) >= WkbKind.MultiPoint)
        {
            parts = BinaryPrimitives.ReadInt32LittleEndian(wkb[HeadLength..]);
            wkb = wkb[(HeadLength + CountLength)..];
        }
        for (var part = 0; part < parts; part++)
        {
            var kind = KindOf(wkb);
            wkb = wkb[HeadLength..];
            var meets = kind switch
            {
                WkbKind.Point => IsIn(Path(ref wkb, 1), box),
                WkbKind.LineString => Crosses(Path(ref wkb, Count(ref wkb)), box),
                _ => MeetsPolygon(ref wkb, box),
            };
            if (meets)
                return true;
        }
        return false;
    }

    private bool MeetsPolygon(ref ReadOnlySpan<byte> wkb, in Box box)
    {
        var rings = Count(ref wkb);
        var (crosses, around) = (false, false);
        for (var ring = 0; ring < rings && !crosses; ring++)
        {
            var xy = Path(ref wkb, Count(ref wkb));
            crosses = Crosses(xy, box);
            around ^= Holds(xy, box.West, box.South);
        }
        return crosses || around;
    }

    private static WkbKind KindOf(ReadOnlySpan<byte> wkb) => (WkbKind)BinaryPrimitives.ReadUInt32LittleEndian(wkb[1..]);

    private static int Count(ref ReadOnlySpan<byte> wkb)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(wkb);
        wkb = wkb[CountLength..];
        return count;
    }

    private static bool IsIn(double[] point, in Box box) =>
        point[0] >= box.West && point[0] <= box.East && point[1] >= box.South && point[1] <= box.North;

    private double[] Path(ref ReadOnlySpan<byte> wkb, int points)
    {
        var xy = new double[points * 2];
        for (var i = 0; i < xy.Length; i++)
            xy[i] = BinaryPrimitives.ReadDoubleLittleEndian(wkb[(i * sizeof(double))..]);
        wkb = wkb[(xy.Length / 2 * PointLength)..];
        _crs.FromLonLat(xy);
        return xy;
    }

    /// <summary>Whether a side of the ring has a point in the box.</summary>
    private static bool Crosses(ReadOnlySpan<double> ring, in Box box)
    {
        for (var i = 2; i < ring.Length; i += 2)
        {
            var (from, to) = (0.0, 1.0);
            var (x, y) = (ring[i - 2], ring[i - 1]);
            if (
                Narrow(x, ring[i] - x, box.West, box.East, ref from, ref to)
                && Narrow(y, ring[i + 1] - y, box.South, box.North, ref from, ref to)
            )
                return true;
        }
        return false;
    }

    /// <summary>Keeps of a side, from 0 at its start to 1 at its end, what lies between two values of one axis; false for nothing.</summary>
    private static bool Narrow(double start, double way, double low, double high, ref double from, ref double to)
    {
        if (way == 0)
            return start >= low && start <= high;
        var (enter, leave) = ((low - start) / way, (high - start) / way);
        if (enter > leave)
            (enter, leave) = (leave, enter);
        (from, to) = (Math.Max(from, enter), Math.Min(to, leave));
        return from <= to;
    }

    /// <summary>Whether a point lies in a ring, by the sides that a ray from it to the east crosses.</summary>
    private static bool Holds(ReadOnlySpan<double> ring, double x, double y)
    {
        var inside = false;
        for (var i = 2; i < ring.Length; i += 2)
        {
            var (x1, y1, x2, y2) = (ring[i - 2], ring[i - 1], ring[i], ring[i + 1]);
            if (y1 > y != y2 > y && x < ((x2 - x1) * (y - y1) / (y2 - y1)) + x1)
                inside = !inside;
        }
        return inside;
    }

    private static Box BoundsOf(Crs crs, in Box box)
    {
        var xy = new double[PointsOnSide * 4 * 2];
        for (var i = 0; i < PointsOnSide; i++)
        {
            var share = (double)i / (PointsOnSide - 1);
            var (x, y) = (box.West + ((box.East - box.West) * share), box.South + ((box.North - box.South) * share));
            double[] points = [x, box.South, x, box.North, box.West, y, box.East, y];
            points.CopyTo(xy, i * points.Length);
        }
        crs.ToLonLat(xy);
        var (west, south, east, north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        for (var i = 0; i < xy.Length; i += 2)
        {
            if (!double.IsFinite(xy[i] + xy[i + 1]))
                return new(-180, -90, 180, 90);
            (west, east) = (Math.Min(west, xy[i]), Math.Max(east, xy[i]));
            (south, north) = (Math.Min(south, xy[i + 1]), Math.Max(north, xy[i + 1]));
        }
        var (wide, high) = ((east - west) * Slack, (north - south) * Slack);
        return new(west - wide, south - high, east + wide, north + high);
    }
}
