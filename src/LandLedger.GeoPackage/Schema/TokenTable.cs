using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Schema;

/// <summary>
/// Who may sign in. A row is never removed, and of one that is there only the revoking is written, once: triggers keep honest programs from
/// anything else. Since version 7.
/// </summary>
internal static class TokenTable
{
    public const string Sql = """
        CREATE TABLE tokens (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
          sha256 TEXT NOT NULL, user TEXT NOT NULL, role TEXT NOT NULL, scope TEXT NOT NULL, since DATE NOT NULL, until DATE,
          made_by TEXT NOT NULL, made_at TEXT NOT NULL, revoked_by TEXT, revoked_at TEXT
        );
        CREATE UNIQUE INDEX tokens_key ON tokens (sha256);
        CREATE TRIGGER tokens_kept_as_they_are BEFORE UPDATE ON tokens
          WHEN OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL
            OR (OLD.id, OLD.sha256, OLD.user, OLD.role, OLD.scope, OLD.since, OLD.until, OLD.made_by, OLD.made_at)
              IS NOT (NEW.id, NEW.sha256, NEW.user, NEW.role, NEW.scope, NEW.since, NEW.until, NEW.made_by, NEW.made_at)
          BEGIN SELECT RAISE(ABORT, 'tokens are revoked, not altered'); END;
        CREATE TRIGGER tokens_kept BEFORE DELETE ON tokens
          BEGIN SELECT RAISE(ABORT, 'tokens are revoked, not removed'); END;
        INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('tokens', 'attributes', 'tokens');
        """;

    /// <summary>An older program's file has none, and a reader may not give it any.</summary>
    public static bool IsIn(Connection connection) =>
        connection.Number("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'tokens'") is not null;
}
