namespace LandLedger.Geometry;

/// <summary>
/// Transverse Mercator by Krüger's series to the sixth order of the third flattening: within 10 µm of PROJ up to 61° from the
/// meridian. Scale 1, origin where the meridian meets the equator; angles in radians, lengths in metres.
/// </summary>
internal sealed class KrugerSeries
{
    private const int Order = 6;

    private readonly double _eccentricity;
    private readonly double _radius;
    private readonly double[] _forward;
    private readonly double[] _inverse;

    public KrugerSeries(double semiMajor, double inverseFlattening)
    {
        var flattening = 1 / inverseFlattening;
        var n = flattening / (2 - flattening);
        _eccentricity = Math.Sqrt(flattening * (2 - flattening));
        _radius = semiMajor / (1 + n) * Sum(n, 0, 1, 0, 1 / 4.0, 0, 1 / 64.0, 0, 1 / 256.0);
        _forward =
        [
            Sum(n, 1, 1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0, -127 / 288.0, 7891 / 37800.0),
            Sum(n, 2, 13 / 48.0, -3 / 5.0, 557 / 1440.0, 281 / 630.0, -1983433 / 1935360.0),
            Sum(n, 3, 61 / 240.0, -103 / 140.0, 15061 / 26880.0, 167603 / 181440.0),
            Sum(n, 4, 49561 / 161280.0, -179 / 168.0, 6601661 / 7257600.0),
            Sum(n, 5, 34729 / 80640.0, -3418889 / 1995840.0),
            Sum(n, 6, 212378941 / 319334400.0),
        ];
        _inverse =
        [
            Sum(n, 1, 1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0, -81 / 512.0, 96199 / 604800.0),
            Sum(n, 2, 1 / 48.0, 1 / 15.0, -437 / 1440.0, 46 / 105.0, -1118711 / 3870720.0),
            Sum(n, 3, 17 / 480.0, -37 / 840.0, -209 / 4480.0, 5569 / 90720.0),
            Sum(n, 4, 4397 / 161280.0, -11 / 504.0, -830251 / 7257600.0),
            Sum(n, 5, 4583 / 161280.0, -108847 / 3991680.0),
            Sum(n, 6, 20648693 / 638668800.0),
        ];
    }

    /// <summary>Easting from the meridian, and northing from the equator.</summary>
    /// <param name="longitude">From the central meridian.</param>
    public (double Easting, double Northing) Forward(double longitude, double latitude)
    {
        var conformal = Conformal(Math.Tan(latitude));
        var (sine, cosine) = Math.SinCos(longitude);
        var north = Math.Atan2(conformal, cosine);
        var east = Math.Asinh(sine / double.Hypot(conformal, cosine));
        var (moreNorth, moreEast) = Series(_forward, north, east);
        return (_radius * (east + moreEast), _radius * (north + moreNorth));
    }

    /// <summary>Longitude from the central meridian, and latitude.</summary>
    public (double Longitude, double Latitude) Inverse(double easting, double northing)
    {
        var (north, east) = (northing / _radius, easting / _radius);
        var (lessNorth, lessEast) = Series(_inverse, north, east);
        (north, east) = (north - lessNorth, east - lessEast);
        var (sine, cosine) = Math.SinCos(north);
        var across = Math.Sinh(east);
        return (Math.Atan2(across, cosine), Math.Atan(FromConformal(sine / double.Hypot(across, cosine))));
    }

    /// <summary>The tangent of the conformal latitude.</summary>
    private double Conformal(double tangent)
    {
        var secant = double.Hypot(1, tangent);
        var sigma = Math.Sinh(_eccentricity * Math.Atanh(_eccentricity * tangent / secant));
        return tangent * double.Hypot(1, sigma) - sigma * secant;
    }

    /// <summary>By Newton's method, which is there after two or three steps.</summary>
    private double FromConformal(double conformal)
    {
        var rest = 1 - _eccentricity * _eccentricity;
        var tangent = conformal / rest;
        for (var step = 0; step < 5; step++)
        {
            var at = Conformal(tangent);
            tangent +=
                (conformal - at)
                / double.Hypot(1, at)
                * (1 + rest * tangent * tangent)
                / (rest * double.Hypot(1, tangent));
        }
        return tangent;
    }

    private static (double North, double East) Series(double[] factors, double north, double east)
    {
        var (sumNorth, sumEast) = (0.0, 0.0);
        for (var j = Order; j > 0; j--)
        {
            var (sine, cosine) = Math.SinCos(2 * j * north);
            sumNorth += factors[j - 1] * sine * Math.Cosh(2 * j * east);
            sumEast += factors[j - 1] * cosine * Math.Sinh(2 * j * east);
        }
        return (sumNorth, sumEast);
    }

    /// <summary>A polynomial that begins at a power.</summary>
    private static double Sum(double n, int power, params ReadOnlySpan<double> factors)
    {
        var sum = 0.0;
        for (var i = factors.Length - 1; i >= 0; i--)
            sum = sum * n + factors[i];
        return sum * Math.Pow(n, power);
    }
}
