using System.Globalization;
using LandLedger.Formats.Shapes;
using LandLedger.Import;
using Microsoft.Data.Sqlite;

namespace LandLedger.Formats.GeoPackages;

/// <summary>
/// What gpkg_spatial_ref_sys says of a layer. Positions are easting or longitude first in every system, as the standard demands.
/// </summary>
internal static class GeoPackageCrs
{
    public static CrsDeclaration Of(SqliteConnection connection, long? srsId)
    {
        // -1 and 0 stand for undefined systems.
        if (srsId is null or -1 or 0)
        {
            return CrsDeclaration.None;
        }
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT srs_name, organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = $id";
        command.Parameters.AddWithValue("$id", srsId.Value);
        using var reader = command.ExecuteReader();
        if (!reader.Read())
        {
            return CrsDeclaration.None;
        }
        var name = Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture);
        var organization = Convert.ToString(reader.GetValue(1), CultureInfo.InvariantCulture) ?? "";
        var definition = Convert.ToString(reader.GetValue(3), CultureInfo.InvariantCulture) ?? "";
        if (organization.Trim().Equals("EPSG", StringComparison.OrdinalIgnoreCase) && !reader.IsDBNull(2))
        {
            // A code that is none of ours still has its definition, which tells a usable grid from a local datum.
            var code = string.Create(CultureInfo.InvariantCulture, $"EPSG:{reader.GetInt64(2)}");
            return new CrsDeclaration(
                code,
                definition.Contains('[', StringComparison.Ordinal) ? definition : null,
                name
            );
        }
        return CrsText.Declare(definition) with { Note = name };
    }
}
