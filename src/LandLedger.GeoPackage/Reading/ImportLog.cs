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
        var day = Column(connection, "imports", StoreTables.ImportDay);
        var key = Column(connection, "import_sources", StoreTables.SourceKey);
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
                    Sources(connection, id, key),
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

    /// <summary>The source that was kept by a key.</summary>
    public static ImportSource? Keyed(Connection connection, string key)
    {
        var row = connection["SELECT name, sha256, \"key\" FROM import_sources WHERE \"key\" = ?1"].Bind(1, key);
        var source = row.Step() ? Source(row) : null;
        row.Reset();
        return source;
    }

    private static List<ImportSource> Sources(Connection connection, long id, string key)
    {
        var sources = new List<ImportSource>();
        var rows = connection[$"SELECT name, sha256, {key} FROM import_sources WHERE import_id = ?1 ORDER BY seq"]
            .Bind(1, id);
        while (rows.Step())
            sources.Add(Source(rows));
        rows.Reset();
        return sources;
    }

    private static ImportSource Source(Statement row) => new(row.Text(0), row.Text(1)) { Key = row.TextOrNull(2) };

    private static string Column(Connection connection, string table, string column) =>
        StoreTables.Have(connection, table, column) ? $"\"{column}\"" : "NULL";
}
