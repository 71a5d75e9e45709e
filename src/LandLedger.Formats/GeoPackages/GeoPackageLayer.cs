using Microsoft.Data.Sqlite;

namespace LandLedger.Formats.GeoPackages;

/// <summary>A row of gpkg_contents with what is needed to read its table.</summary>
/// <param name="Table">Name of the table or view.</param>
/// <param name="Geometry">Name of the geometry column, or null for a table without shapes.</param>
/// <param name="SrsId">Key into gpkg_spatial_ref_sys.</param>
internal sealed record GeoPackageLayer(string Table, string? Geometry, long? SrsId)
{
    private const string StorePlots = "plots";
    private const string StoreMark = "store_version";

    /// <summary>
    /// Feature layers, then attribute tables, each by name. A store of ours has one table of plots; what else it keeps are its
    /// own books and no records to import.
    /// </summary>
    public static List<GeoPackageLayer> All(SqliteConnection connection)
    {
        var layers = new List<GeoPackageLayer>();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT c.table_name, g.column_name, coalesce(g.srs_id, c.srs_id)
            FROM gpkg_contents c
            JOIN sqlite_master m ON lower(m.name) = lower(c.table_name) AND m.type IN ('table', 'view')
            LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
            WHERE lower(c.data_type) IN ('features', 'attributes')
            ORDER BY lower(c.data_type) DESC, c.table_name
            """;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            layers.Add(
                new GeoPackageLayer(
                    reader.GetString(0),
                    reader.IsDBNull(1) ? null : reader.GetString(1),
                    reader.IsDBNull(2) ? null : reader.GetInt64(2)
                )
            );
        }
        var isStore =
            layers.Exists(layer => layer.Table == StoreMark) && layers.Exists(layer => layer.Table == StorePlots);
        return isStore ? layers.FindAll(layer => layer.Table == StorePlots) : layers;
    }
}
