namespace LandLedger.Geometry;

/// <summary>
/// The shift that Chinese web maps put on positions (GCJ-02), 100 to 700 m: to recognise it, as shifted coordinates are never taken
/// for surveyed ones, and to lay plots over such a map where that is asked for.
/// </summary>
public static class Gcj02
{
    private const double SemiMajor = 6378245;
    private const double E2 = 0.00669342162296594323;

    /// <summary>More than any position is moved, in degrees of longitude or latitude.</summary>
    public const double Most = 0.02;

    /// <summary>The box that those maps shift positions in; beyond it they leave them as they are.</summary>
    public static bool Covers(double lon, double lat) =>
        lon is >= 72.004 and <= 137.8347 && lat is >= 0.8293 and <= 55.8271;

    /// <summary>Shifts true positions in place, longitude and latitude by turns.</summary>
    public static void Shift(Span<double> lonLat)
    {
        for (var i = 0; i < lonLat.Length; i += 2)
        {
            if (Covers(lonLat[i], lonLat[i + 1]))
                (lonLat[i], lonLat[i + 1]) = Shift(lonLat[i], lonLat[i + 1]);
        }
    }

    /// <summary>The shifted position of a true longitude and latitude, degrees.</summary>
    public static (double Lon, double Lat) Shift(double lon, double lat)
    {
        var (x, y) = (lon - 105, lat - 35);
        var north =
            -100
            + 2 * x
            + 3 * y
            + 0.2 * y * y
            + 0.1 * x * y
            + 0.2 * Math.Sqrt(Math.Abs(x))
            + Waves(x, 6, 2)
            + Wave(y, (20, 1), (40, 3))
            + Wave(y, (160, 12), (320, 30));
        var east =
            300
            + x
            + 2 * y
            + 0.1 * x * x
            + 0.1 * x * y
            + 0.1 * Math.Sqrt(Math.Abs(x))
            + Waves(x, 6, 2)
            + Wave(x, (20, 1), (40, 3))
            + Wave(x, (150, 12), (300, 30));
        var sin = Math.Sin(lat * Math.PI / 180);
        var w2 = 1 - E2 * sin * sin;
        var meridian = SemiMajor * (1 - E2) / (w2 * Math.Sqrt(w2)) * Math.PI / 180;
        var parallel = SemiMajor / Math.Sqrt(w2) * Math.Cos(lat * Math.PI / 180) * Math.PI / 180;
        return (lon + east / parallel, lat + north / meridian);
    }

    private static double Waves(double x, int first, int second) =>
        (20 * Math.Sin(first * x * Math.PI) + 20 * Math.Sin(second * x * Math.PI)) * 2 / 3;

    private static double Wave(double v, (double Size, double Length) a, (double Size, double Length) b) =>
        (a.Size * Math.Sin(v * Math.PI / a.Length) + b.Size * Math.Sin(v * Math.PI / b.Length)) * 2 / 3;
}
