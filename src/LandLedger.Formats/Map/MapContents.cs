using LandLedger.Disposal;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.Formats.Map;

/// <summary>What the GeoPackage says of itself: its layer with the extent, what the map rests on, and how QGIS should draw it.</summary>
internal static class MapContents
{
    public static void Write(Connection connection, ListBasis basis, Box? extent, Texts texts)
    {
        var asOf = Fact.Of(basis.AsOf).ToString();
        var contents = connection[
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, min_x, min_y, max_x, max_y, srs_id) VALUES ('plots', 'features', 'plots', ?1, ?2, ?3, ?4, ?5, 4490)"
        ]
            .Bind(1, $"{asOf} {basis.Package} {basis.Version} {basis.Data}".TrimEnd());
        if (extent is { } box)
            contents.Bind(2, box.West).Bind(3, box.South).Bind(4, box.East).Bind(5, box.North);
        contents.Run();
        connection.Execute(
            """
            INSERT INTO gpkg_geometry_columns VALUES ('plots', 'geom', 'MULTIPOLYGON', 4490, 0, 0);
            INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES
              ('basis', 'attributes', 'basis'), ('layer_styles', 'attributes', 'layer_styles');
            CREATE TABLE basis (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "as_of" DATE, "package" TEXT, "version" TEXT, "data" TEXT, "sharing_rule" TEXT);
            CREATE TABLE layer_styles (
              id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT,
              f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,
              owner TEXT, ui TEXT, update_time DATETIME
            );
            """
        );
        connection["INSERT INTO basis VALUES (1, ?1, ?2, ?3, ?4, ?5)"]
            .Bind(1, asOf)
            .Bind(2, basis.Package)
            .Bind(3, basis.Version)
            .Bind(4, basis.Data)
            .Bind(5, texts["sharing.rule"])
            .Run();
        connection[
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, useAsDefault, update_time) VALUES ('', '', 'plots', 'geom', 'category', ?1, 1, ?2)"
        ]
            .Bind(1, MapStyle.Qml(texts))
            .Bind(2, asOf + "T00:00:00.000Z")
            .Run();
    }
}
