using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Writing;
using LandLedger.People;

namespace LandLedger.GeoPackage.Reading;

/// <summary>The tokens of a file. One that an older program made has none, nor has one that is not made yet.</summary>
/// <param name="begin">Takes a session to read with; null while there is no file.</param>
/// <param name="write">Opens the write transaction.</param>
internal sealed class GeoPackageTokens(Func<SessionPool.Lease?> begin, Func<WriteTransaction> write) : ITokenStore
{
    public IReadOnlyList<Token> All()
    {
        using var reading = begin();
        return reading is not null && TokenTable.IsIn(reading.First.Connection)
            ? TokenReader.All(reading.First.Connection)
            : [];
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
