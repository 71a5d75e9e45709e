using LandLedger.Fields;
using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Ledger;
using LandLedger.People;

namespace LandLedger.GeoPackage.Writing;

/// <summary>Adds and revokes tokens.</summary>
internal static class TokenWriter
{
    private const string AddSql = """
        INSERT INTO tokens (sha256, user, role, scope, since, until, made_by, made_at, revoked_by, revoked_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """;

    private const string RevokeSql =
        "UPDATE tokens SET revoked_by = ?2, revoked_at = ?3 WHERE id = ?1 AND revoked_at IS NULL";

    public static Token Add(WriteTransaction transaction, Token token)
    {
        transaction
            .Connection[AddSql]
            .Bind(1, token.Sha256)
            .Bind(2, token.User.Name)
            .Bind(3, CodeText.Of(token.User.Role))
            .Bind(4, token.User.Scope.ToString())
            .Bind(5, (DateOnly?)token.Since)
            .Bind(6, token.Until)
            .Bind(7, token.MadeBy)
            .Bind(8, LedgerRow.Time(token.MadeAt))
            .Bind(9, token.RevokedBy)
            .Bind(10, token.RevokedAt is { } revoked ? LedgerRow.Time(revoked) : null)
            .Run();
        var kept = TokenReader.Find(transaction.Connection, (int)transaction.Connection.LastRow)!;
        transaction.Commit(LedgerRow.Time(token.MadeAt));
        return kept;
    }

    public static Token? Revoke(WriteTransaction transaction, int id, string by, DateTimeOffset at)
    {
        transaction.Connection[RevokeSql].Bind(1, (long)id).Bind(2, by).Bind(3, LedgerRow.Time(at)).Run();
        var kept = TokenReader.Find(transaction.Connection, id);
        transaction.Commit(LedgerRow.Time(at));
        return kept;
    }
}
