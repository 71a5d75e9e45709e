using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.GeoPackage.Reading;

internal static class ImportLog
{
    public static List<ImportEntry> Read(Connection connection)
    {
        var entries = new List<ImportEntry>();
        // An older program's table has no such column, and a reader may not give it one.
        var day =
            connection.Number(
                $"SELECT count(*) FROM pragma_table_info('imports') WHERE name = '{StoreTables.ImportDay}'"
            ) > 0
                ? StoreTables.ImportDay
                : "NULL";
        var imports = connection[
            $"SELECT id, recorded_at, added, changed, same, ended, refused, {day} FROM imports ORDER BY id"
        ];
        while (imports.Step())
        {
            var recordedAt = LedgerRow.Time(imports.Text(1));
            var id = imports.Int64(0);
            entries.Add(
                new(
                    id,
                    recordedAt,
                    Sources(connection, id),
                    imports.Int32(2),
                    imports.Int32(3),
                    imports.Int32(4),
                    imports.Int32(5),
                    imports.Int32(6)
                )
                {
                    On = imports.Date(7),
                }
            );
        }
        imports.Reset();
        return entries;
    }

    private static List<ImportSource> Sources(Connection connection, long id)
    {
        var sources = new List<ImportSource>();
        var rows = connection["SELECT name, sha256 FROM import_sources WHERE import_id = ?1 ORDER BY seq"].Bind(1, id);
        while (rows.Step())
            sources.Add(new(rows.Text(0), rows.Text(1)));
        rows.Reset();
        return sources;
    }
}
