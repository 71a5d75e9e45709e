using System.Globalization;
using LandLedger.Import;

namespace LandLedger.Formats.Shapes;

/// <summary>
/// From the WKT1 of a coordinate system (a .prj file, a GeoPackage) to a declaration. The code is told by datum, ellipsoid and
/// projection parameters; the name decides only between the 3-degree and the 6-degree code of one and the same projection.
/// A system outside the table keeps its WKT and gets no code.
/// </summary>
public static class CrsText
{
    private const double SemiMajorAxis = 6_378_137;
    private const double Cgcs2000InverseFlattening = 298.257222101;
    private const double Wgs84InverseFlattening = 298.257223563;

    private static readonly string[] _transverseMercator = ["TRANSVERSEMERCATOR", "GK"];

    private enum Datum
    {
        Other,
        Cgcs2000,
        Wgs84,
    }

    public static CrsDeclaration Declare(string wkt)
    {
        var text = wkt.Trim('\uFEFF', '\0', ' ', '\t', '\r', '\n');
        if (text.Length == 0)
        {
            return CrsDeclaration.None;
        }
        var root = WktNode.Parse(text);
        var code = root?.Keyword.ToUpperInvariant() switch
        {
            "GEOGCS" => Geographic(root),
            "PROJCS" => Projected(root),
            "COMPD_CS" => root.Find("PROJCS") is { } plane ? Projected(plane)
            : root.Find("GEOGCS") is { } degrees ? Geographic(degrees)
            : null,
            _ => null,
        };
        return code is null ? new CrsDeclaration(null, text, root?.Name) : new CrsDeclaration(code, null, root?.Name);
    }

    private static string? Geographic(WktNode node) =>
        DatumOf(node) switch
        {
            Datum.Cgcs2000 => "EPSG:4490",
            Datum.Wgs84 => "EPSG:4326",
            _ => null,
        };

    private static string? Projected(WktNode node)
    {
        if (node.Find("GEOGCS") is not { } geographic || node.Find("PROJECTION") is not { } projection)
        {
            return null;
        }
        var datum = DatumOf(geographic);
        var metres = node.Find("UNIT") is { Numbers: [1] };
        if (datum == Datum.Wgs84 && metres && IsWebMercator(node, projection))
        {
            return "EPSG:3857";
        }
        var fits =
            datum == Datum.Cgcs2000
            && metres
            && Array.IndexOf(_transverseMercator, Plain(projection.Name)) >= 0
            && Parameter(node, "scale_factor", 1) == 1
            && Parameter(node, "latitude_of_origin", 0) == 0
            && Parameter(node, "false_northing", 0) == 0;
        return fits
            ? Zone(Plain(node.Name), Parameter(node, "central_meridian", -1), Parameter(node, "false_easting", -1))
            : null;
    }

    private static string? Zone(string name, double meridian, double falseEasting)
    {
        if (meridian is < 75 or > 135 || meridian % 3 != 0)
        {
            return null;
        }
        var zone = (falseEasting - 500_000) / 1_000_000;
        int? number = zone switch
        {
            0
                when (meridian - 75) % 6 == 0
                    && !name.Contains("3DEGREE", StringComparison.Ordinal)
                    && name.Contains("GK", StringComparison.Ordinal) => 4502 + (int)((meridian - 75) / 6),
            0 => 4534 + (int)((meridian - 75) / 3),
            >= 25 and <= 45 when zone == meridian / 3 => 4488 + (int)zone,
            >= 13 and <= 23 when zone == (meridian + 3) / 6 => 4478 + (int)zone,
            _ => null,
        };
        return number is { } epsg ? string.Create(CultureInfo.InvariantCulture, $"EPSG:{epsg}") : null;
    }

    private static bool IsWebMercator(WktNode node, WktNode projection)
    {
        var method = Plain(projection.Name);
        var extension =
            node.Find("EXTENSION")?.Texts is [_, var proj4] && proj4.Contains("+b=6378137", StringComparison.Ordinal);
        return (
                method == "MERCATORAUXILIARYSPHERE"
                || method == "POPULARVISUALISATIONPSEUDOMERCATOR"
                || (method == "MERCATOR1SP" && extension)
            )
            && Parameter(node, "central_meridian", 0) == 0
            && Parameter(node, "false_easting", 0) == 0
            && Parameter(node, "false_northing", 0) == 0;
    }

    private static Datum DatumOf(WktNode geographic)
    {
        var datum = geographic.Find("DATUM");
        var greenwich = geographic.Find("PRIMEM") is not { Numbers: [not 0, ..] };
        var degrees = geographic.Find("UNIT") is { Numbers: [> 0.01745329 and < 0.0174533] };
        if (datum?.Find("SPHEROID") is not { Numbers: [SemiMajorAxis, var flattening, ..] } || !greenwich || !degrees)
        {
            return Datum.Other;
        }
        var name = Plain(datum.Name);
        if (
            Near(flattening, Cgcs2000InverseFlattening)
            && name is "CHINA2000" or "DCHINA2000" or "CGCS2000" or "DCGCS2000" or "CHINAGEODETICCOORDINATESYSTEM2000"
        )
        {
            return Datum.Cgcs2000;
        }
        return
            Near(flattening, Wgs84InverseFlattening)
            && name is "WGS1984" or "DWGS1984" or "WGS84" or "WORLDGEODETICSYSTEM1984"
            ? Datum.Wgs84
            : Datum.Other;
    }

    private static bool Near(double value, double wanted) => Math.Abs(value - wanted) < 5e-8;

    private static double Parameter(WktNode node, string name, double absent)
    {
        var plain = Plain(name);
        foreach (var parameter in node.Nodes)
        {
            if (
                parameter is { Numbers: [var value, ..] }
                && parameter.Keyword.Equals("PARAMETER", StringComparison.OrdinalIgnoreCase)
                && Plain(parameter.Name) == plain
            )
            {
                return value;
            }
        }
        return absent;
    }

    /// <summary>Letters and digits alone, in capitals: what all spellings of a name have in common.</summary>
    internal static string Plain(string name) =>
        string.Concat(name.Where(char.IsAsciiLetterOrDigit))
            .ToUpperInvariant()
            .Replace("GAUSSKRUGER", "GK", StringComparison.Ordinal);
}
