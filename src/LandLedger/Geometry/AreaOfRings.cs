namespace LandLedger.Geometry;

/// <summary>
/// Measures rings in the plane and on the ellipsoid in one walk. Edges are straight lines of the plane (that is how they were
/// surveyed); on the ellipsoid they get a point every 70 m or less.
/// </summary>
internal static class AreaOfRings
{
    private const double LongestEdge = 70;

    /// <summary>Both areas of one ring in m², unsigned.</summary>
    public static (double Plane, double Ellipsoidal) Measure(
        ReadOnlySpan<double> plane,
        ReadOnlySpan<double> lonLat,
        Crs crs
    )
    {
        var flat = PlaneArea.Signed(plane);
        double strips = 0;
        var meridian = lonLat[0];
        Span<double> between = stackalloc double[2];
        for (int i = 0, j = plane.Length - 2; i < plane.Length; j = i, i += 2)
        {
            var (dx, dy) = (plane[i] - plane[j], plane[i + 1] - plane[j + 1]);
            var pieces = (int)Math.Ceiling(Math.Sqrt(dx * dx + dy * dy) / LongestEdge);
            var (lon, lat) = (lonLat[j], lonLat[j + 1]);
            for (var k = 1; k < pieces; k++)
            {
                between[0] = plane[j] + dx * k / pieces;
                between[1] = plane[j + 1] + dy * k / pieces;
                crs.ToLonLat(between);
                strips += EllipsoidArea.Strip(lon, lat, between[0], between[1], meridian);
                (lon, lat) = (between[0], between[1]);
            }
            strips += EllipsoidArea.Strip(lon, lat, lonLat[i], lonLat[i + 1], meridian);
        }
        return (Math.Abs(flat), Math.Abs(strips));
    }
}
