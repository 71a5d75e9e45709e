using LandLedger.Cases;
using LandLedger.PostGis.Sql;
using Npgsql;

namespace LandLedger.PostGis.Reading;

/// <summary>Cases with their steps.</summary>
internal static class CaseReader
{
    private const string Select = """
        SELECT record_send(ROW(number, county, plot, procedure, version, state, closed, opened, last_day, digest,
          ARRAY(SELECT ROW(seq, entry, key, kind, day, who, role, reason, facts, unit, person, evidence)
            FROM case_steps s WHERE s.number = c.number ORDER BY s.seq)))
        FROM cases c

        """;

    /// <summary>In order of the year, then of the running number, however many digits that has.</summary>
    private const string OfQuery =
        Select
        + """
            WHERE ($1 IS NULL OR plot = $1) AND ($2 IS NULL OR county = $2) AND ($3 IS NULL OR procedure = $3)
              AND ($4 IS NULL OR state = $4) AND ($5 IS NULL OR closed = ($5 = 'true'))
              AND ($7 IS NULL OR (opened <= $7 AND (NOT closed OR last_day > $7)))
              AND ($6 IS NULL OR (left(number, 4), length(number), number) > (left($6, 4), length($6), $6 COLLATE "C"))
            ORDER BY left(number, 4), length(number), number
            """;

    public static IEnumerable<CaseRow> Of(Session session, CaseQuery query) =>
        Read(
            session,
            Statement
                .Of(OfQuery)
                .With(query.Plot)
                .With(query.County)
                .With(query.Procedure)
                .With(query.State)
                .With(query.IsClosed is { } closed ? Fact.Of(closed).ToString() : null)
                .With(query.After?.ToString())
                .With(query.OpenOn)
        );

    public static CaseRow? Find(Session session, string number) =>
        Read(session, Statement.Of(Select + "WHERE number = $1").With(number)).ToList().SingleOrDefault();

    public static CaseRow? Keyed(Session session, string key) =>
        Read(session, Statement.Of(Select + "WHERE number = (SELECT number FROM case_steps WHERE key = $1)").With(key))
            .ToList()
            .SingleOrDefault();

    private static IEnumerable<CaseRow> Read(Session session, NpgsqlBatchCommand statement)
    {
        using var query = session.Ask(CancellationToken.None, statement);
        while (query.Next())
        {
            var row = query.Row;
            yield return new()
            {
                Number = row.Text(0),
                Plot = new(row.Text(1), row.Text(2)),
                Procedure = row.Text(3),
                Version = row.Text(4),
                State = row.Text(5),
                IsClosed = row.Flag(6)!.Value,
                Opened = row.Date(7) ?? default,
                LastDay = row.Date(8) ?? default,
                Digest = row.TextOrNull(9),
                Steps = row.List(10, Step),
            };
        }
    }

    private static StepRow Step(Record row) =>
        new()
        {
            Place = row.Whole(0)!.Value,
            Entry = row.Long(1),
            Key = row.TextOrNull(2),
            Kind = row.Text(3),
            Day = row.Date(4) ?? default,
            Who = row.Text(5),
            Role = row.Text(6),
            Reason = row.TextOrNull(7),
            Facts = row.Text(8),
            Unit = row.TextOrNull(9),
            Person = row.TextOrNull(10),
            Evidence = row.TextOrNull(11),
        };
}
