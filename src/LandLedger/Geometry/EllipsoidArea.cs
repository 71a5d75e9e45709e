namespace LandLedger.Geometry;

/// <summary>
/// Area on the CGCS2000 ellipsoid between parallels and a meridian, summed over the edges (图斑椭球面积, the formula of the second
/// national land survey). It uses the first eccentricity: the survey note's own pseudo-code takes the second, which is too large
/// by about 2 in 100,000. Edges are taken as straight in latitude and longitude, so they must be short: insert points every 70 m.
/// </summary>
internal static class EllipsoidArea
{
    private const double SemiMajor = 6378137;
    private const double SemiMinor = 6356752.31414036;
    private const double E2 = (SemiMajor * SemiMajor - SemiMinor * SemiMinor) / (SemiMajor * SemiMajor);
    private const double E4 = E2 * E2;
    private const double E6 = E4 * E2;
    private const double E8 = E4 * E4;
    private const double A = 1 + 3 / 6.0 * E2 + 30 / 80.0 * E4 + 35 / 112.0 * E6 + 630 / 2304.0 * E8;
    private const double B = 1 / 6.0 * E2 + 15 / 80.0 * E4 + 21 / 112.0 * E6 + 420 / 2304.0 * E8;
    private const double C = 3 / 80.0 * E4 + 7 / 112.0 * E6 + 180 / 2304.0 * E8;
    private const double D = 1 / 112.0 * E6 + 45 / 2304.0 * E8;
    private const double E = 5 / 2304.0 * E8;
    private const double Radian = Math.PI / 180;

    /// <summary>
    /// Signed strip in m² between the edge and the meridian <paramref name="meridian"/>, all in degrees; a closed ring of strips,
    /// walked counter-clockwise, sums to its area whatever the meridian.
    /// </summary>
    public static double Strip(double lon1, double lat1, double lon2, double lat2, double meridian)
    {
        var half = (lat2 - lat1) * Radian / 2;
        if (half == 0)
            return 0;
        var middle = (lat1 + lat2) * Radian / 2;
        var width = ((lon1 - meridian) + (lon2 - meridian)) * Radian / 2;

        // Chebyshev steps: sin and cos of 3, 5, 7 and 9 times an angle from the ones before.
        var (s1, c1) = (Math.Sin(half), Math.Cos(middle));
        var s = 2 * (1 - 2 * s1 * s1);
        var c = 2 * (2 * c1 * c1 - 1);
        var (s3, c3) = (s1 * (s + 1), c1 * (c - 1));
        var (s5, c5) = (s * s3 - s1, c * c3 - c1);
        var (s7, c7) = (s * s5 - s3, c * c5 - c3);
        var (s9, c9) = (s * s7 - s5, c * c7 - c5);
        var sum = A * s1 * c1 - B * s3 * c3 + C * s5 * c5 - D * s7 * c7 + E * s9 * c9;
        return 2 * SemiMinor * SemiMinor * width * sum;
    }
}
