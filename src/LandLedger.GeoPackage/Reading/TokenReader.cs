using LandLedger.GeoPackage.Sqlite;
using LandLedger.Ledger;
using LandLedger.People;

namespace LandLedger.GeoPackage.Reading;

/// <summary>Tokens through one connection.</summary>
internal static class TokenReader
{
    private const string Select =
        "SELECT id, sha256, user, role, scope, since, until, made_by, made_at, revoked_by, revoked_at FROM tokens ";

    public static IReadOnlyList<Token> All(Connection connection) => Read(connection[Select + "ORDER BY id"]);

    public static Token? Find(Connection connection, int id) =>
        Read(connection[Select + "WHERE id = ?1"].Bind(1, (long)id)).SingleOrDefault();

    private static List<Token> Read(Statement rows)
    {
        var tokens = new List<Token>();
        while (rows.Step())
            tokens.Add(Token(rows));
        rows.Reset();
        return tokens;
    }

    private static Token Token(Statement row)
    {
        try
        {
            return new()
            {
                Id = row.Int32(0),
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
            throw People.Token.Damaged(row.Int32(0));
        }
    }
}
