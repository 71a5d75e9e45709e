using LandLedger.Fields;
using LandLedger.Ledger;
using LandLedger.People;
using LandLedger.PostGis.Reading;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Writing;

/// <summary>Adds and revokes tokens.</summary>
internal static class TokenWriter
{
    private const string AddSql = """
        INSERT INTO tokens (sha256, "user", role, scope, since, until, made_by, made_at, revoked_by, revoked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id
        """;

    private const string RevokeSql =
        "UPDATE tokens SET revoked_by = $2, revoked_at = $3 WHERE id = $1 AND revoked_at IS NULL";

    public static Token Add(WriteTransaction transaction, Token token)
    {
        var id = (int)
            transaction.Session.Value(
                Statement
                    .Of(AddSql)
                    .With(token.Sha256)
                    .With(token.User.Name)
                    .With(CodeText.Of(token.User.Role))
                    .With(token.User.Scope.ToString())
                    .With((DateOnly?)token.Since)
                    .With(token.Until)
                    .With(token.MadeBy)
                    .With(LedgerRow.Time(token.MadeAt))
                    .With(token.RevokedBy)
                    .With(token.RevokedAt is { } revoked ? LedgerRow.Time(revoked) : null)
            )!;
        var kept = TokenReader.Find(transaction.Session, id)!;
        transaction.Commit();
        return kept;
    }

    public static Token? Revoke(WriteTransaction transaction, int id, string by, DateTimeOffset at)
    {
        transaction.Session.Run(Statement.Of(RevokeSql).With((long?)id).With(by).With(LedgerRow.Time(at)));
        var kept = TokenReader.Find(transaction.Session, id);
        transaction.Commit();
        return kept;
    }
}
