using LandLedger.Import;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Reading;

internal static class ImportLog
{
    private const string Sql = """
        SELECT record_send(ROW(id, recorded_at, added, changed, same, ended, refused,
          ARRAY(SELECT ROW(name, sha256, key) FROM import_sources s WHERE s.import_id = i.id ORDER BY s.seq), stands_for))
        FROM imports i ORDER BY id
        """;

    private const string KeyedSql = "SELECT record_send(ROW(name, sha256, key)) FROM import_sources WHERE key = $1";

    public static List<ImportEntry> Read(Session session)
    {
        using var query = session.Ask(CancellationToken.None, Statement.Of(Sql));
        var entries = new List<ImportEntry>();
        while (query.Next())
        {
            var row = query.Row;
            entries.Add(
                new(
                    row.Long(0),
                    row.Time(1),
                    row.List(7, Source),
                    row.Whole(2)!.Value,
                    row.Whole(3)!.Value,
                    row.Whole(4)!.Value,
                    row.Whole(5)!.Value,
                    row.Whole(6)!.Value
                )
                {
                    On = row.Date(8),
                }
            );
        }
        return entries;
    }

    /// <summary>The source that was kept by a key.</summary>
    public static ImportSource? Keyed(Session session, string key)
    {
        using var query = session.Ask(CancellationToken.None, Statement.Of(KeyedSql).With(key));
        return query.Next() ? Source(query.Row) : null;
    }

    private static ImportSource Source(Record row) => new(row.Text(0), row.Text(1)) { Key = row.TextOrNull(2) };
}
