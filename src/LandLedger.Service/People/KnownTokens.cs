using System.Collections.Frozen;
using LandLedger.Import;
using LandLedger.People;

namespace LandLedger.Service.People;

/// <summary>The tokens of the store, read once for each state of it. What another program revokes shows when its commit is heard of, within seconds.</summary>
internal sealed class KnownTokens(OpenStore store)
{
    private volatile OfState? _last;

    /// <summary>Those of the store as it is now.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public OfState Now()
    {
        // Looked at before the tokens are read, so that they are never older than it says.
        var (opened, stamp) = store.Stamped();
        if (_last is { } last && last.Stamp == stamp)
            return last;
        return _last = new(stamp, opened.Tokens.All());
    }

    internal sealed class OfState(string stamp, IReadOnlyList<Token> tokens)
    {
        private readonly FrozenDictionary<string, Token> _bySha256 = tokens.ToFrozenDictionary(
            token => token.Sha256,
            StringComparer.Ordinal
        );

        /// <summary>That of the store when they were as they are.</summary>
        public string Stamp => stamp;

        /// <summary>Whether a token was ever made.</summary>
        public bool Any => tokens.Count > 0;

        /// <summary>The user whom a secret lets in on a day. The digest is looked up: how long that takes tells nothing of any secret.</summary>
        public User? Find(string secret, DateOnly on) =>
            _bySha256.GetValueOrDefault(TokenSecret.Digest(secret)) is { } token && token.IsGood(on)
                ? token.User
                : null;
    }
}
