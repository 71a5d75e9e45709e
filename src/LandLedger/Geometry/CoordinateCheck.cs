using System.Globalization;
using LandLedger.Import;

namespace LandLedger.Geometry;

/// <summary>
/// Holds every point against the system that its file declares. What does not fit is named with the fix that would make it fit
/// (swapped axes, another zone, no zone number, degrees); nothing is turned round in silence.
/// </summary>
internal static class CoordinateCheck
{
    private const double NorthLimit = 6_300_000;
    private const double KilometresPerDegree = 111_320;

    /// <summary>Degrees by which programs miss the date line and the poles when they calculate; less than a millimetre.</summary>
    private const double Rounding = 1e-9;

    /// <summary>The first point of a ring that cannot be right, as an issue, or null.</summary>
    public static ImportIssue? Find(ReadOnlySpan<double> ring, Crs crs, RawPlace place, int? firstLine)
    {
        for (var i = 0; i < ring.Length; i += 2)
        {
            var (x, y) = (ring[i], ring[i + 1]);
            if (Fits(x, y, crs))
                continue;
            var point = place with { Line = firstLine + i / 2 ?? place.Line };
            return Name(x, y, crs, point);
        }
        return null;
    }

    /// <summary>As <see cref="Find"/>, for shapes that may lie anywhere: degrees are swapped only where all of them look so.</summary>
    public static ImportIssue? FindAnywhere(ReadOnlySpan<double> points, Crs crs, RawPlace place)
    {
        if (crs.Kind != CrsKind.Geographic)
            return Find(points, crs, place, null);
        var look = true;
        for (var i = 0; i < points.Length; i += 2)
        {
            var (x, y) = (points[i], points[i + 1]);
            if (!IsOnEarth(x, y))
                return Name(x, y, crs, place);
            look &= LooksSwapped(x, y);
        }
        return look && points.Length > 0 ? Name(points[0], points[1], crs, place) : null;
    }

    private static bool Fits(double x, double y, Crs crs) =>
        crs.Kind switch
        {
            CrsKind.GaussKruger => Math.Abs(x - crs.FalseEasting) <= Reach(crs) && y is >= 0 and <= NorthLimit,
            CrsKind.Geographic => IsOnEarth(x, y) && !LooksSwapped(x, y),
            CrsKind.WebMercator => Math.Abs(x) <= 20_037_509 && Math.Abs(y) <= 20_037_509,
            _ => double.IsFinite(x) && double.IsFinite(y),
        };

    private static bool IsOnEarth(double x, double y) => Math.Abs(x) <= 180 + Rounding && Math.Abs(y) <= 90 + Rounding;

    private static bool LooksSwapped(double x, double y) => InChina(y, x) && !InChina(x, y);

    private static double Reach(Crs crs) => (crs.ZoneWidth / 2.0 + 1.5) * KilometresPerDegree;

    private static bool InChina(double lon, double lat) => lon is >= 73 and <= 136 && lat is >= 3 and <= 54;

    private static ImportIssue Name(double x, double y, Crs crs, RawPlace place)
    {
        var value = string.Create(CultureInfo.InvariantCulture, $"{x}, {y}");
        if (!double.IsFinite(x) || !double.IsFinite(y))
            return place.Issue("shape.not-finite", Severity.Refuse, ("value", value));
        if (Fits(y, x, crs))
            return place.Issue(
                "coordinates.swapped",
                Severity.Refuse,
                ("value", value),
                ("crs", crs.Code),
                ("axes", crs.Kind == CrsKind.Geographic ? "lonlat" : "plane")
            );
        if (Proposal(x, y, crs) is { } proposed)
        {
            return place.Issue(
                "coordinates.other-crs",
                Severity.Refuse,
                ("value", value),
                ("crs", crs.Code),
                ("proposed", proposed.Code),
                ("name", proposed.Name)
            );
        }
        if (crs.Kind == CrsKind.Geographic && LooksPlane(x, y))
            return place.Issue("coordinates.plane", Severity.Refuse, ("value", value), ("crs", crs.Code));
        return place.Issue("coordinates.out-of-range", Severity.Refuse, ("value", value), ("crs", crs.Code));
    }

    /// <summary>An easting without zone number and a northing of China: of which zone nobody can tell.</summary>
    private static bool LooksPlane(double x, double y) =>
        x is > 100_000 and < 900_000 && y is > 300_000 and <= NorthLimit;

    /// <summary>The system of the table that the numbers themselves speak for, or null.</summary>
    private static Crs? Proposal(double x, double y, Crs crs)
    {
        if (InChina(x, y))
            return CrsTable.Cgcs2000;
        if (CrsTable.ByEasting(x) is { } zone && Fits(x, y, zone))
            return zone;
        if (crs.ZonePrefix is not null && x is > 100_000 and < 900_000 && y is > 0 and <= NorthLimit)
            return CrsTable.Find(Unprefixed(crs));
        return null;
    }

    private static string Unprefixed(Crs crs) =>
        "EPSG:"
        + (
            crs.ZoneWidth == 3
                ? 4534 + ((int)crs.CentralMeridian! - 75) / 3
                : 4502 + ((int)crs.CentralMeridian! - 75) / 6
        ).ToString(CultureInfo.InvariantCulture);
}
