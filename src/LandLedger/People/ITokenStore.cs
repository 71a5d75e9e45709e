using LandLedger.Import;

namespace LandLedger.People;

/// <summary>Where the tokens of a store are kept, beside its plots. Reading sees the last commit.</summary>
public interface ITokenStore
{
    /// <summary>All that were ever made, in order of their ids.</summary>
    IReadOnlyList<Token> All();

    /// <summary>Keeps a new token; given back with its id.</summary>
    /// <exception cref="StoreException">The store cannot be written; it is as it was before.</exception>
    Token Add(Token token);

    /// <summary>Revokes a token; given back as it is then. One that was revoked before stays as it was; null where there is none.</summary>
    /// <exception cref="StoreException">The store cannot be written; it is as it was before.</exception>
    Token? Revoke(int id, string by, DateTimeOffset at);
}
