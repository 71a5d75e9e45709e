using LandLedger.GeoPackage.Filters;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Layers;

namespace LandLedger.GeoPackage.Layers;

/// <summary>What the file remembers of its layers. The first layer makes the table for it.</summary>
internal static class LayerBooks
{
    private const string HasTable = "SELECT 1 FROM sqlite_master WHERE name = 'layers'";

    private const string Make = """
        CREATE TABLE layers (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
          name TEXT NOT NULL UNIQUE,
          title TEXT NOT NULL,
          kind TEXT NOT NULL,
          features INTEGER NOT NULL,
          properties TEXT NOT NULL
        );
        INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('layers', 'attributes', 'layers');
        """;

    private const string Read = """
        SELECT l.name, l.title, l.properties, l.kind, l.features, l.id, c.min_x, c.min_y, c.max_x, c.max_y
        FROM layers l JOIN gpkg_contents c ON c.table_name = 'layer_' || l.name ORDER BY l.name
        """;

    /// <summary>By the bytes of their names.</summary>
    public static IReadOnlyList<Layer> All(Connection connection)
    {
        if (connection.Number(HasTable) is null)
            return [];
        var layers = new List<Layer>();
        var row = connection[Read];
        while (row.Step())
        {
            layers.Add(
                new(row.Text(0), row.Text(1), LayerProperties.Read(row.Text(2)))
                {
                    Kind = row.Text(3),
                    Features = row.Int64(4),
                    Revision = row.Int64(5),
                    Extent = row.IsNull(6) ? null : new(row.Double(6), row.Double(7), row.Double(8), row.Double(9)),
                }
            );
        }
        row.Reset();
        return layers;
    }

    /// <summary>Writes a finished layer down, for this program and for others.</summary>
    public static void Add(Connection connection, Layer layer, LayerTable table, string time)
    {
        if (connection.Number(HasTable) is null)
            connection.Execute(Make);
        connection["INSERT INTO layers (name, title, kind, features, properties) VALUES (?1, ?2, ?3, ?4, ?5)"]
            .Bind(1, layer.Name)
            .Bind(2, layer.Title)
            .Bind(3, layer.Kind)
            .Bind(4, layer.Features)
            .Bind(5, LayerProperties.Write(layer.Properties))
            .Run();
        var contents = connection[
            """
            INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id, min_x, min_y, max_x, max_y)
            VALUES (?1, 'features', ?2, ?3, ?4, 4490, ?5, ?6, ?7, ?8)
            """
        ]
            .Bind(1, table.Name)
            .Bind(2, layer.Name)
            .Bind(3, layer.Title)
            .Bind(4, time);
        if (layer.Extent is { } box)
            contents.Bind(5, box.West).Bind(6, box.South).Bind(7, box.East).Bind(8, box.North);
        contents.Run();
        connection["INSERT INTO gpkg_geometry_columns VALUES (?1, ?2, ?3, 4490, 0, 0)"]
            .Bind(1, table.Name)
            .Bind(2, table.Geometry)
            .Bind(3, layer.Kind.ToUpperInvariant())
            .Run();
        connection[
            """
            INSERT INTO gpkg_extensions VALUES
            (?1, ?2, 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')
            """
        ]
            .Bind(1, table.Name)
            .Bind(2, table.Geometry)
            .Run();
    }

    /// <summary>Takes a layer and its table away: how many features it had, or null where there is none.</summary>
    public static long? Remove(Connection connection, string name)
    {
        if (All(connection).FirstOrDefault(layer => layer.Name == name) is not { } layer)
            return null;
        var table = new LayerTable(layer);
        connection.Execute(table.Index.DropTreeSql + $"DROP TABLE {SqlName.Quoted(table.Name)};");
        string[] books = ["gpkg_extensions", "gpkg_geometry_columns", "gpkg_ogr_contents", "gpkg_contents"];
        foreach (var book in books)
        {
            // That of GDAL is there only where GDAL has written.
            if (connection.Number($"SELECT 1 FROM sqlite_master WHERE name = '{book}'") is null)
                continue;
            using var statement = connection.Prepare($"DELETE FROM {book} WHERE table_name = ?1");
            statement.Bind(1, table.Name).Run();
        }
        connection["DELETE FROM layers WHERE name = ?1"].Bind(1, name).Run();
        return layer.Features;
    }
}
