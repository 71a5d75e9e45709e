using LandLedger.GeoPackage.Sqlite;
using LandLedger.Ledger;

namespace LandLedger.GeoPackage.Schema;

/// <summary>
/// The ledger, append-only: triggers refuse to alter or remove an entry, which keeps honest programs from it; what a dishonest one does
/// is found by the hashes. Since version 4.
/// </summary>
internal static class LedgerTable
{
    public const string Sql = """
        CREATE TABLE ledger (
          number INTEGER PRIMARY KEY NOT NULL,
          about TEXT NOT NULL, at TEXT NOT NULL, since DATE NOT NULL, entry BLOB NOT NULL
        );
        CREATE TABLE ledger_head (id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1), number INTEGER NOT NULL, hash TEXT NOT NULL);
        CREATE TRIGGER ledger_kept_as_it_is BEFORE UPDATE ON ledger
          BEGIN SELECT RAISE(ABORT, 'entries of the ledger are not altered'); END;
        CREATE TRIGGER ledger_kept BEFORE DELETE ON ledger
          BEGIN SELECT RAISE(ABORT, 'entries of the ledger are not removed'); END;
        INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('ledger', 'attributes', 'ledger');
        INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('ledger_head', 'attributes', 'ledger_head');
        """;

    /// <summary>Entries by what they are about. Made at the end of an import, when all rows of the first are there.</summary>
    public const string AboutSql = "CREATE INDEX IF NOT EXISTS ledger_about ON ledger (about, number)";

    /// <summary>What the store says is the last entry, and when that was recorded; null where there is none.</summary>
    public static LastEntry? Last(Connection connection)
    {
        var row = connection["SELECT h.number, h.hash, l.at FROM ledger_head h LEFT JOIN ledger l USING (number)"];
        LastEntry? last = row.Step() ? new(new(row.Int64(0), row.Text(1)!), row.Text(2) ?? "") : null;
        row.Reset();
        return last;
    }
}
