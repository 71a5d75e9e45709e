namespace LandLedger.Geometry;

/// <summary>Areas of rings given as interleaved x, y with the first point not repeated. Positive when counter-clockwise.</summary>
internal static class PlaneArea
{
    /// <summary>Signed area in square units, summed about the first corner so that large eastings cost no digits.</summary>
    public static double Signed(ReadOnlySpan<double> ring)
    {
        double sum = 0;
        var (x0, y0) = (ring[0], ring[1]);
        var (px, py) = (ring[^2] - x0, ring[^1] - y0);
        for (var i = 0; i < ring.Length; i += 2)
        {
            var (x, y) = (ring[i] - x0, ring[i + 1] - y0);
            sum += px * y - x * py;
            (px, py) = (x, y);
        }
        return sum / 2;
    }
}
