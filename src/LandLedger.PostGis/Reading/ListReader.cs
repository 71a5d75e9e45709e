using LandLedger.Issuing;
using LandLedger.PostGis.Sql;
using Npgsql;

namespace LandLedger.PostGis.Reading;

/// <summary>Issued lists with their steps.</summary>
internal static class ListReader
{
    private const string Select = """
        SELECT record_send(ROW(number, entry, at, key, as_of, package, version, "rows", sha256, state, says,
          ARRAY(SELECT ROW(seq, entry, key, kind, day, "row", says)
            FROM disposal_list_steps s WHERE s.number = l.number ORDER BY s.seq)))
        FROM disposal_lists l

        """;

    /// <summary>In order of the year, then of the running number, however many digits that has.</summary>
    private const string InOrder = "ORDER BY left(number, 4), length(number), number";

    private const string OfKey = "WHERE key = $1 OR number = (SELECT number FROM disposal_list_steps WHERE key = $1)";

    public static IEnumerable<ListRow> All(Session session) => Read(session, Statement.Of(Select + InOrder));

    public static ListRow? Find(Session session, string number) =>
        Read(session, Statement.Of(Select + "WHERE number = $1").With(number)).ToList().SingleOrDefault();

    public static ListRow? Keyed(Session session, string key) =>
        Read(session, Statement.Of(Select + OfKey).With(key)).ToList().SingleOrDefault();

    private static IEnumerable<ListRow> Read(Session session, NpgsqlBatchCommand statement)
    {
        using var query = session.Ask(CancellationToken.None, statement);
        while (query.Next())
        {
            var row = query.Row;
            yield return new()
            {
                Number = row.Text(0),
                Entry = row.Long(1),
                At = row.Text(2),
                Key = row.TextOrNull(3),
                AsOf = row.Date(4) ?? default,
                Package = row.Text(5),
                Version = row.Text(6),
                Rows = row.Whole(7)!.Value,
                Sha256 = row.Text(8),
                State = row.Text(9),
                Says = row.Text(10),
                Steps = row.List(11, Step),
            };
        }
    }

    private static ListStepRow Step(Record row) =>
        new()
        {
            Place = row.Whole(0)!.Value,
            Entry = row.Long(1),
            Key = row.TextOrNull(2),
            Kind = row.Text(3),
            Day = row.Date(4) ?? default,
            Row = row.Whole(5),
            Says = row.Text(6),
        };
}
