using ProjNet.CoordinateSystems;

namespace LandLedger.Geometry;

/// <summary>
/// Systems that a file brings along as WKT. A projected one on a modern geocentric datum is taken with a caveat (no datum shift,
/// up to about 2 m); the local datums 1954北京 and 1980西安 are refused, because their shift needs parameters that nobody may guess.
/// </summary>
public static class ForeignCrs
{
    private static readonly string[] LocalDatums =
    [
        "Beijing_1954",
        "Beijing 1954",
        "Xian_1980",
        "Xian 1980",
        "北京54",
        "西安80",
    ];

    private static readonly string[] Cgcs2000 = ["D_China_2000", "China_2000", "CGCS2000", "China Geodetic 2000"];

    /// <summary>Whether a datum is that of CGCS2000, by the names that programs give it.</summary>
    public static bool IsCgcs2000(string datum) => Cgcs2000.Contains(datum, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the WKT names a datum whose shift is not known.</summary>
    public static bool IsLocalDatum(string wkt) =>
        LocalDatums.Any(name => wkt.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The system, or null when the WKT is not understood or rests on a local datum.</summary>
    public static Crs? Parse(string wkt)
    {
        if (IsLocalDatum(wkt))
            return null;
        return PlaneProjection.Parse(wkt) switch
        {
            ProjectedCoordinateSystem plane when PlaneProjection.Of(plane) is { } projection => new Crs(
                plane.Name,
                plane.Name,
                CrsKind.Foreign,
                AxisOrder.EastingNorthing,
                projection
            )
            {
                Caveat = plane.GeographicCoordinateSystem.HorizontalDatum.Name,
            },
            GeographicCoordinateSystem geographic => new Crs(
                geographic.Name,
                geographic.Name,
                CrsKind.Geographic,
                AxisOrder.LongitudeLatitude,
                null
            )
            {
                Caveat = geographic.HorizontalDatum.Name,
            },
            _ => null,
        };
    }
}
