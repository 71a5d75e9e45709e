using LandLedger.Ledger;
using LandLedger.People;
using LandLedger.PostGis.Sql;
using Npgsql;

namespace LandLedger.PostGis.Reading;

/// <summary>Tokens.</summary>
internal static class TokenReader
{
    private const string Select = """
        SELECT record_send(ROW(id, sha256, "user", role, scope, since, until, made_by, made_at, revoked_by, revoked_at)) FROM tokens

        """;

    public static IReadOnlyList<Token> All(Session session) => Read(session, Statement.Of(Select + "ORDER BY id"));

    public static Token? Find(Session session, int id) =>
        Read(session, Statement.Of(Select + "WHERE id = $1").With((long?)id)).SingleOrDefault();

    private static List<Token> Read(Session session, NpgsqlBatchCommand statement)
    {
        var tokens = new List<Token>();
        using var query = session.Ask(CancellationToken.None, statement);
        while (query.Next())
            tokens.Add(Token(query.Row));
        return tokens;
    }

    private static Token Token(Record row)
    {
        try
        {
            return new()
            {
                Id = row.Whole(0)!.Value,
                Sha256 = row.Text(1),
                User = new(row.Text(2), People.Token.RoleOf(row.Text(3))) { Scope = Scope.Parse(row.Text(4)) },
                Since = row.Date(5) ?? throw new FormatException("since"),
                Until = row.IsNull(6) ? null : row.Date(6) ?? throw new FormatException("until"),
                MadeBy = row.Text(7),
                MadeAt = LedgerRow.Time(row.Text(8)),
                RevokedBy = row.TextOrNull(9),
                RevokedAt = row.TextOrNull(10) is { } revoked ? LedgerRow.Time(revoked) : null,
            };
        }
        catch (FormatException)
        {
            throw People.Token.Damaged(row.Whole(0)!.Value);
        }
    }
}
