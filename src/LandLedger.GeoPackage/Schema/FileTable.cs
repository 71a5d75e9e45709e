using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Schema;

/// <summary>The bytes of the files that the store keeps, in parts: triggers keep honest programs from altering one. Since version 11.</summary>
internal static class FileTable
{
    public const string Sql = """
        CREATE TABLE file_parts (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
          sha256 TEXT NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL
        );
        CREATE UNIQUE INDEX file_parts_key ON file_parts (sha256, part);
        CREATE TRIGGER file_parts_kept_as_they_are BEFORE UPDATE ON file_parts
          BEGIN SELECT RAISE(ABORT, 'files are not altered'); END;
        CREATE TRIGGER file_parts_kept BEFORE DELETE ON file_parts
          BEGIN SELECT RAISE(ABORT, 'files are not removed'); END;
        INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('file_parts', 'attributes', 'file_parts');
        """;

    /// <summary>An older program's file has none, and a reader may not give it any.</summary>
    public static bool IsIn(Connection connection) =>
        connection.Finds("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'file_parts'");
}
