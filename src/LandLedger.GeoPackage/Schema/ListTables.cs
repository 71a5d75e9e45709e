using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Schema;

/// <summary>Issued lists and what was done about them: what the ledger says of them, to be looked up by. Their rows stand in the ledger. Since version 6.</summary>
internal static class ListTables
{
    public const string Sql = """
        CREATE TABLE disposal_lists (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
          number TEXT NOT NULL, entry INTEGER NOT NULL, at TEXT NOT NULL, "key" TEXT, as_of DATE NOT NULL, package TEXT NOT NULL,
          version TEXT NOT NULL, "rows" INTEGER NOT NULL, sha256 TEXT NOT NULL, state TEXT NOT NULL, says TEXT NOT NULL
        );
        CREATE UNIQUE INDEX disposal_lists_number ON disposal_lists (number);
        CREATE UNIQUE INDEX disposal_lists_once ON disposal_lists ("key");
        CREATE TABLE disposal_list_steps (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
          number TEXT NOT NULL, seq INTEGER NOT NULL, entry INTEGER NOT NULL, "key" TEXT, kind TEXT NOT NULL, day DATE NOT NULL,
          "row" INTEGER, says TEXT NOT NULL
        );
        CREATE UNIQUE INDEX disposal_list_steps_key ON disposal_list_steps (number, seq);
        CREATE UNIQUE INDEX disposal_list_steps_once ON disposal_list_steps ("key");
        INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('disposal_lists', 'attributes', 'disposal_lists');
        INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('disposal_list_steps', 'attributes', 'disposal_list_steps');
        """;

    /// <summary>An older program's file has none, and a reader may not give it any.</summary>
    public static bool AreIn(Connection connection) =>
        connection.Number("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'disposal_list_steps'")
            is not null;
}
