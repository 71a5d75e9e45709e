using LandLedger.Import;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Reading;

internal static class ImportLog
{
    private const string Sql = """
        SELECT record_send(ROW(id, recorded_at, added, changed, same, ended, refused,
          ARRAY(SELECT ROW(name, sha256) FROM import_sources s WHERE s.import_id = i.id ORDER BY s.seq), stands_for))
        FROM imports i ORDER BY id
        """;

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
                    row.List(7, source => new ImportSource(source.Text(0), source.Text(1))),
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
}
