using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace LandLedger.Geometry;

/// <summary>
/// The one file that knows ProjNet. Both directions are built at once, because the library's own inverse is made on first use
/// and races. Agrees with PROJ to 2 µm within a zone; its series drifts far from the meridian, where Krüger's is taken.
/// </summary>
internal sealed class PlaneProjection
{
    private static readonly CoordinateSystemFactory Factory = new();
    private static readonly CoordinateTransformationFactory Transformations = new();

    private const double SemiMajor = 6378137;
    private const double InverseFlattening = 298.257222101;

    private static readonly GeographicCoordinateSystem Cgcs2000 = Geographic(
        "China Geodetic Coordinate System 2000",
        SemiMajor,
        InverseFlattening
    );
    private static readonly KrugerSeries Kruger = new(SemiMajor, InverseFlattening);

    private readonly MathTransform _forward;
    private readonly MathTransform _inverse;
    private readonly FarZone? _far;

    private PlaneProjection(GeographicCoordinateSystem geographic, CoordinateSystem plane, FarZone? far = null)
    {
        _far = far;
        _forward = Transformations.CreateFromCoordinateSystems(geographic, plane).MathTransform;
        _inverse = Transformations.CreateFromCoordinateSystems(plane, geographic).MathTransform;
        Span<double> once = [geographic == Cgcs2000 ? 0.0 : 1, 0];
        Forward(once);
        Inverse(once);
    }

    /// <summary>Transverse Mercator on the CGCS2000 ellipsoid, scale 1, origin on the equator.</summary>
    public static PlaneProjection GaussKruger(double centralMeridian, double falseEasting)
    {
        var projection = Factory.CreateProjection(
            "Gauss-Kruger",
            "Transverse_Mercator",
            [
                new("latitude_of_origin", 0),
                new("central_meridian", centralMeridian),
                new("scale_factor", 1),
                new("false_easting", falseEasting),
                new("false_northing", 0),
            ]
        );
        var plane = Factory.CreateProjectedCoordinateSystem(
            "Gauss-Kruger",
            Cgcs2000,
            projection,
            LinearUnit.Metre,
            new("E", AxisOrientationEnum.East),
            new("N", AxisOrientationEnum.North)
        );
        return new(Cgcs2000, plane, new(centralMeridian, falseEasting));
    }

    public static PlaneProjection WebMercator() =>
        new(GeographicCoordinateSystem.WGS84, ProjectedCoordinateSystem.WebMercator);

    /// <summary>A projected system as parsed from WKT, on its own datum without shift; null for a projection that nobody here computes.</summary>
    public static PlaneProjection? Of(ProjectedCoordinateSystem plane)
    {
        try
        {
            return new(plane.GeographicCoordinateSystem, plane);
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Parses WKT1; null when it is malformed or not understood. Esri's Gauss_Kruger is Transverse_Mercator.</summary>
    public static CoordinateSystem? Parse(string wkt)
    {
        try
        {
            return Factory.CreateFromWkt(
                wkt.Replace("\"Gauss_Kruger\"", "\"Transverse_Mercator\"", StringComparison.OrdinalIgnoreCase)
            );
        }
        catch (Exception e)
            when (e
                    is ArgumentException
                        or FormatException
                        or InvalidOperationException
                        or NotSupportedException
                        or NullReferenceException
                        or IOException
            )
        {
            return null;
        }
    }

    public void Forward(Span<double> xy)
    {
        for (var i = 0; i + 1 < xy.Length; i += 2)
        {
            if (_far?.Forward(ref xy[i], ref xy[i + 1]) != true)
                _forward.Transform(ref xy[i], ref xy[i + 1]);
        }
    }

    public void Inverse(Span<double> xy)
    {
        for (var i = 0; i + 1 < xy.Length; i += 2)
        {
            var (easting, northing) = (xy[i], xy[i + 1]);
            _inverse.Transform(ref xy[i], ref xy[i + 1]);
            _far?.Inverse(easting, northing, ref xy[i], ref xy[i + 1]);
        }
    }

    /// <summary>A zone for points far outside of it.</summary>
    private sealed class FarZone(double centralMeridian, double falseEasting)
    {
        /// <summary>A zone of 6° ends at 3°, and surveys reach over it by half a degree.</summary>
        private const double NearDegrees = 3.5;

        /// <summary>As far on the equator; no place on Earth is so near the meridian beyond it.</summary>
        private const double NearMetres = 390_000;

        /// <summary>False for a point that is not far.</summary>
        public bool Forward(ref double x, ref double y)
        {
            if (IsNear(x))
                return false;
            var (easting, northing) = Kruger.Forward(
                double.DegreesToRadians(x - centralMeridian),
                double.DegreesToRadians(y)
            );
            (x, y) = (easting + falseEasting, northing);
            return true;
        }

        /// <summary>Comes in the place of what was worked out for a point that is far.</summary>
        public void Inverse(double easting, double northing, ref double x, ref double y)
        {
            if (Math.Abs(easting - falseEasting) <= NearMetres && IsNear(x))
                return;
            var (longitude, latitude) = Kruger.Inverse(easting - falseEasting, northing);
            (x, y) = (centralMeridian + double.RadiansToDegrees(longitude), double.RadiansToDegrees(latitude));
        }

        private bool IsNear(double longitude) => !(Math.Abs(longitude - centralMeridian) > NearDegrees);
    }

    private static GeographicCoordinateSystem Geographic(string name, double semiMajor, double inverseFlattening)
    {
        var ellipsoid = Factory.CreateFlattenedSphere(name, semiMajor, inverseFlattening, LinearUnit.Metre);
        var datum = Factory.CreateHorizontalDatum(name, DatumType.HD_Geocentric, ellipsoid, null);
        return Factory.CreateGeographicCoordinateSystem(
            name,
            AngularUnit.Degrees,
            datum,
            PrimeMeridian.Greenwich,
            new("Lon", AxisOrientationEnum.East),
            new("Lat", AxisOrientationEnum.North)
        );
    }
}
