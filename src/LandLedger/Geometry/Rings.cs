using NetTopologySuite.Geometries;

namespace LandLedger.Geometry;

/// <summary>Rings as interleaved x, y arrays without a repeated first point.</summary>
internal static class Rings
{
    /// <summary>Whether the last point as written is the first one again.</summary>
    public static bool IsClosed(double[] ring) => ring[0] == ring[^2] && ring[1] == ring[^1];

    /// <summary>Drops the closing point and points that repeat the one before exactly.</summary>
    public static double[] Clean(double[] ring)
    {
        var clean = new double[ring.Length];
        var length = 0;
        for (var i = 0; i + 1 < ring.Length; i += 2)
        {
            if (length > 0 && clean[length - 2] == ring[i] && clean[length - 1] == ring[i + 1])
                continue;
            clean[length++] = ring[i];
            clean[length++] = ring[i + 1];
        }
        while (length > 2 && clean[0] == clean[length - 2] && clean[1] == clean[length - 1])
            length -= 2;
        return length == clean.Length ? clean : clean[..length];
    }

    /// <summary>The ring in the wanted direction, turned in place if need be.</summary>
    public static double[] Directed(double[] ring, bool counterClockwise)
    {
        if (PlaneArea.Signed(ring) > 0 != counterClockwise)
        {
            for (int i = 0, j = ring.Length - 2; i < j; i += 2, j -= 2)
            {
                (ring[i], ring[j]) = (ring[j], ring[i]);
                (ring[i + 1], ring[j + 1]) = (ring[j + 1], ring[i + 1]);
            }
        }
        return ring;
    }

    public static LinearRing ToNts(double[] ring)
    {
        var points = new Coordinate[ring.Length / 2 + 1];
        for (var i = 0; i < ring.Length; i += 2)
            points[i / 2] = new(ring[i], ring[i + 1]);
        points[^1] = points[0].Copy();
        return new(points);
    }

    /// <summary>The polygons of a geometry as parts (shell first, then holes); lines and points are left out.</summary>
    public static List<List<double[]>> Of(NetTopologySuite.Geometries.Geometry geometry)
    {
        var parts = new List<List<double[]>>();
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            if (geometry.GetGeometryN(i) is not Polygon { IsEmpty: false } polygon)
                continue;
            List<double[]> part = [FromNts(polygon.Shell), .. polygon.Holes.Select(FromNts)];
            parts.Add(part);
        }
        return parts;
    }

    private static double[] FromNts(LineString ring)
    {
        var xy = new double[(ring.NumPoints - 1) * 2];
        for (var i = 0; i < xy.Length; i += 2)
        {
            var point = ring.GetCoordinateN(i / 2);
            (xy[i], xy[i + 1]) = (point.X, point.Y);
        }
        return xy;
    }
}
