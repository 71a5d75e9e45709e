using LandLedger.Ledger;
using LandLedger.PostGis.Sql;
using Npgsql;

namespace LandLedger.PostGis.Reading;

/// <summary>The ledger of a database.</summary>
internal sealed class PostGisLedger(Database database) : ILedger
{
    private const string Select = "SELECT record_send(ROW(number, about, at, since, entry)) FROM ledger ";

    public static LastEntry? Last(Session session)
    {
        using var query = session.Ask(
            CancellationToken.None,
            Statement.Of(
                "SELECT record_send(ROW(h.number, h.hash, l.at)) FROM ledger_head h LEFT JOIN ledger l USING (number)"
            )
        );
        return query.Next() ? new(new(query.Row.Long(0), query.Row.Text(1)), query.Row.TextOrNull(2) ?? "") : null;
    }

    public LedgerHead Head()
    {
        using var session = database.Connect();
        return Last(session)?.Head ?? LedgerHead.None;
    }

    public IEnumerable<LedgerRow> Rows(long after = 0) =>
        Read(Statement.Of(Select + "WHERE number > $1 ORDER BY number").With((long?)after));

    public IEnumerable<LedgerRow> About(string subject) =>
        Read(Statement.Of(Select + "WHERE about = $1 ORDER BY number").With(subject));

    public IEnumerable<LedgerRow> About(IReadOnlyList<string> subjects) =>
        Read(Statement.Of(Select + "WHERE about = ANY ($1) ORDER BY about, number").With([.. subjects]));

    public IEnumerable<LedgerRow> BySubject(string start) =>
        Read(
            Statement
                .Of(Select + "WHERE about >= $1 AND about < $2 ORDER BY about, number")
                .With(start)
                .With(start[..^1] + (char)(start[^1] + 1))
        );

    private IEnumerable<LedgerRow> Read(NpgsqlBatchCommand statement)
    {
        using var session = database.Connect();
        using var query = session.Ask(CancellationToken.None, statement);
        while (query.Next())
        {
            var row = query.Row;
            yield return new(row.Long(0), row.Text(1), row.Text(2), row.Date(3)!.Value, row.Bytes(4).ToArray());
        }
    }
}
