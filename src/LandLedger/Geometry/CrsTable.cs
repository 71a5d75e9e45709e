using System.Collections.Frozen;
using System.Globalization;

namespace LandLedger.Geometry;

/// <summary>
/// Every coordinate reference system that LandLedger speaks: CGCS2000 geographic (4490), its 6° zones 13 to 23 with zone number
/// (4491 to 4501) and by central meridian (4502 to 4512), its 3° zones 25 to 45 (4513 to 4533) and by central meridian
/// (4534 to 4554), WGS 84 (4326), longitude-latitude (CRS84) and Web Mercator (3857). Rules checked against the PROJ database.
/// </summary>
public static class CrsTable
{
    private const int First6 = 13;
    private const int Last6 = 23;
    private const int First3 = 25;
    private const int Last3 = 45;

    /// <summary>3° zones of all longitudes, −60 to 60, for land outside the EPSG zones.</summary>
    private static readonly Lazy<Crs>[] Zones3 =
    [
        .. Enumerable.Range(-60, 121).Select(number => new Lazy<Crs>(() => Gk("GK3:" + number, 3, 3 * number, null))),
    ];

    private static readonly FrozenDictionary<string, Crs> ByCode = Build().ToFrozenDictionary(crs => crs.Code);

    public static IEnumerable<Crs> All => ByCode.Values.OrderBy(crs => crs.Code, StringComparer.Ordinal);

    public static Crs LonLat { get; } = ByCode["OGC:CRS84"];

    public static Crs Cgcs2000 { get; } = ByCode["EPSG:4490"];

    /// <summary>
    /// Finds a system by "EPSG:4526", "4526", "urn:ogc:def:crs:EPSG::4526", an opengis.net URI, or CRS84; null when it is not in
    /// the table.
    /// </summary>
    public static Crs? Find(string code)
    {
        var text = code.Trim();
        var last = text[(text.LastIndexOfAny([':', '/']) + 1)..];
        if (last.Equals("CRS84", StringComparison.OrdinalIgnoreCase))
            return LonLat;
        var authority = text.Length == last.Length || text.Contains("EPSG", StringComparison.OrdinalIgnoreCase);
        return authority && last.All(char.IsAsciiDigit) ? ByCode.GetValueOrDefault("EPSG:" + last) : null;
    }

    /// <summary>The zone whose number stands before an easting of eight digits (38500000 → 3° zone 38), or null.</summary>
    public static Crs? ByEasting(double easting)
    {
        var prefix = (int)Math.Floor(easting / 1_000_000);
        return prefix switch
        {
            >= First6 and <= Last6 => ByCode[Epsg(4478 + prefix)],
            >= First3 and <= Last3 => ByCode[Epsg(4488 + prefix)],
            _ => null,
        };
    }

    /// <summary>
    /// The 3° zone in which the plane area at a longitude is measured: floor((lon + 1.5) / 3). East of 73.5° and west of 136.5° it
    /// is an EPSG zone; elsewhere it is the same projection about that meridian, named "GK3:number", without a code.
    /// </summary>
    public static Crs Zone3At(double longitude)
    {
        var number = (int)Math.Floor((longitude + 1.5) / 3);
        return number is >= First3 and <= Last3 ? ByCode[Epsg(4488 + number)] : Zones3[number + 60].Value;
    }

    /// <summary>The zone so many widths further east in the same series of codes, or null past its end.</summary>
    internal static Crs? Neighbour(Crs crs, int zones)
    {
        var meridian = crs.CentralMeridian + zones * crs.ZoneWidth;
        return ByCode.Values.FirstOrDefault(other =>
            other.CentralMeridian == meridian
            && other.ZoneWidth == crs.ZoneWidth
            && other.ZonePrefix is null == crs.ZonePrefix is null
        );
    }

    private static IEnumerable<Crs> Build()
    {
        yield return new("OGC:CRS84", "WGS 84 (CRS84)", CrsKind.Geographic, AxisOrder.LongitudeLatitude, null);
        yield return new("EPSG:4326", "WGS 84", CrsKind.Geographic, AxisOrder.LatitudeLongitude, null);
        yield return new("EPSG:4490", "CGCS2000", CrsKind.Geographic, AxisOrder.LatitudeLongitude, null);
        yield return new(
            "EPSG:3857",
            "Web Mercator",
            CrsKind.WebMercator,
            AxisOrder.EastingNorthing,
            PlaneProjection.WebMercator()
        );
        for (var zone = First6; zone <= Last6; zone++)
        {
            yield return Zone(4478 + zone, 6, 6 * zone - 3, zone);
            yield return Zone(4502 + zone - First6, 6, 6 * zone - 3, null);
        }
        for (var zone = First3; zone <= Last3; zone++)
        {
            yield return Zone(4488 + zone, 3, 3 * zone, zone);
            yield return Zone(4534 + zone - First3, 3, 3 * zone, null);
        }
    }

    private static Crs Zone(int epsg, int width, int meridian, int? prefix) => Gk(Epsg(epsg), width, meridian, prefix);

    private static Crs Gk(string code, int width, int meridian, int? prefix)
    {
        var falseEasting = 500_000 + 1_000_000.0 * (prefix ?? 0);
        var name = prefix is { } zone
            ? string.Create(CultureInfo.InvariantCulture, $"CGCS2000 / {width}-degree Gauss-Kruger zone {zone}")
            : string.Create(CultureInfo.InvariantCulture, $"CGCS2000 / {width}-degree Gauss-Kruger CM {meridian}E");
        var projection = PlaneProjection.GaussKruger(meridian, falseEasting);
        return new(code, name, CrsKind.GaussKruger, AxisOrder.NorthingEasting, projection)
        {
            CentralMeridian = meridian,
            ZoneWidth = width,
            ZonePrefix = prefix,
            FalseEasting = falseEasting,
        };
    }

    private static string Epsg(int code) => "EPSG:" + code.ToString(CultureInfo.InvariantCulture);
}
