using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Schema;

/// <summary>Mortgages on plots. Since version 8.</summary>
internal static class ChargeTable
{
    public const string Sql = """
        CREATE TABLE charges (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
          county TEXT NOT NULL, plot TEXT NOT NULL, seq INTEGER NOT NULL, certificate TEXT, mortgagee TEXT,
          registered_on DATE, released_on DATE, mu DOUBLE, secured DOUBLE
        );
        CREATE UNIQUE INDEX charges_key ON charges (county, plot, seq);
        INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('charges', 'attributes', 'charges');
        """;

    /// <summary>An older program's file has none, and a reader may not give it any.</summary>
    public static bool IsIn(Connection connection) =>
        connection.Finds("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'charges'");
}
