using LandLedger.People;
using LandLedger.PostGis.Sql;
using LandLedger.PostGis.Writing;

namespace LandLedger.PostGis.Reading;

/// <summary>The tokens of a database.</summary>
/// <param name="write">Opens the write transaction.</param>
internal sealed class PostGisTokens(Database database, Func<WriteTransaction> write) : ITokenStore
{
    public IReadOnlyList<Token> All()
    {
        using var session = database.Connect();
        return TokenReader.All(session);
    }

    public Token Add(Token token)
    {
        using var transaction = write();
        return TokenWriter.Add(transaction, token);
    }

    public Token? Revoke(int id, string by, DateTimeOffset at)
    {
        using var transaction = write();
        return TokenWriter.Revoke(transaction, id, by, at);
    }
}
