using System.Globalization;
using System.Text.Json;
using LandLedger.Import;

namespace LandLedger.Formats.GeoJson;

/// <summary>
/// The legacy member "crs" of GeoJSON 2008 as GDAL and QGIS still write it. The first number of a position is easting or
/// longitude whatever the authority says: that is what all writers do.
/// </summary>
internal static class GeoJsonCrs
{
    public const string LonLat = "OGC:CRS84";

    /// <summary>Null when the member names no system that can be told.</summary>
    public static CrsDeclaration? Declare(JsonElement crs)
    {
        var name = Name(crs);
        if (name is null)
        {
            return null;
        }
        if (name.EndsWith("CRS84", StringComparison.OrdinalIgnoreCase))
        {
            return new CrsDeclaration(LonLat, Note: name);
        }
        var number = name[(name.LastIndexOfAny([':', '/']) + 1)..];
        return
            name.Contains("EPSG", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? new CrsDeclaration(string.Create(CultureInfo.InvariantCulture, $"EPSG:{code}"), Note: name)
            : null;
    }

    /// <summary>What the member says, for a message.</summary>
    public static string Text(JsonElement crs) => Name(crs) ?? crs.GetRawText();

    private static string? Name(JsonElement crs)
    {
        if (
            crs.ValueKind != JsonValueKind.Object
            || !crs.TryGetProperty("properties", out var properties)
            || properties.ValueKind != JsonValueKind.Object
        )
        {
            return null;
        }
        if (properties.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String)
        {
            return name.GetString();
        }
        return properties.TryGetProperty("code", out var code) ? "EPSG:" + code : null;
    }
}
