namespace LandLedger.Geometry;

/// <summary>What the two numbers of a position mean, in the order of the authority.</summary>
public enum AxisOrder
{
    /// <summary>Latitude first, as EPSG states for geographic systems.</summary>
    LatitudeLongitude,

    LongitudeLatitude,

    /// <summary>X is north and comes first, as EPSG states for the Chinese Gauss-Kruger zones.</summary>
    NorthingEasting,
    EastingNorthing,
}

public enum CrsKind
{
    Geographic,

    /// <summary>Gauss-Kruger zone of CGCS2000.</summary>
    GaussKruger,
    WebMercator,

    /// <summary>A projected system that a file brought along as WKT.</summary>
    Foreign,
}

/// <summary>
/// A coordinate reference system (坐标系). Positions are handled as x (easting or longitude), y (northing or latitude) inside,
/// whatever the authority's order; <see cref="Axis"/> is for reading and answering. CGCS2000 and WGS 84 longitude and latitude
/// are taken as equal (they differ by centimetres). Immutable and safe for many threads.
/// </summary>
public sealed class Crs
{
    private readonly PlaneProjection? _projection;

    internal Crs(string code, string name, CrsKind kind, AxisOrder axis, PlaneProjection? projection)
    {
        Code = code;
        Name = name;
        Kind = kind;
        Axis = axis;
        _projection = projection;
    }

    /// <summary>"EPSG:4526", "OGC:CRS84"; for a foreign system its name.</summary>
    public string Code { get; }

    public string Name { get; }

    public CrsKind Kind { get; }

    public AxisOrder Axis { get; }

    /// <summary>Central meridian in degrees, for Gauss-Kruger zones.</summary>
    public double? CentralMeridian { get; init; }

    /// <summary>3 or 6 degrees, for Gauss-Kruger zones; else 0.</summary>
    public int ZoneWidth { get; init; }

    /// <summary>Zone number that stands before the easting, or null where eastings carry none.</summary>
    public int? ZonePrefix { get; init; }

    public double FalseEasting { get; init; }

    /// <summary>A remark that an import must make when it uses this system (datum taken without shift), or null.</summary>
    public string? Caveat { get; init; }

    /// <summary>Whether areas may be measured in its plane. A foreign grid (UTM, feet) is no legal basis, whatever its unit.</summary>
    public bool MeasuresArea => Kind == CrsKind.GaussKruger;

    /// <summary>Turns x, y pairs of this system into longitude and latitude degrees, in place.</summary>
    public void ToLonLat(Span<double> xy) => _projection?.Inverse(xy);

    /// <summary>Turns longitude and latitude degrees into x, y of this system, in place.</summary>
    public void FromLonLat(Span<double> xy) => _projection?.Forward(xy);

    public override string ToString() => Code;
}
