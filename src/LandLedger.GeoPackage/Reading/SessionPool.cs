using System.Collections.Concurrent;

namespace LandLedger.GeoPackage.Reading;

/// <summary>The sessions of a store: opened when needed, kept for the next reader. Safe for use by several threads.</summary>
internal sealed class SessionPool(string path, TimeSpan wait) : IDisposable
{
    private readonly ConcurrentBag<Session> _idle = [];
    private volatile bool _disposed;

    /// <summary>Opens the first session, so that a file that is no store shows at once.</summary>
    public void Warm() => _idle.Add(Open());

    /// <summary>So many sessions on one snapshot; one where a writer commits without pause.</summary>
    public Lease Begin(int count)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new(this, count);
    }

    public void Dispose()
    {
        _disposed = true;
        CloseIdle();
    }

    private Session Open() => StoreFile.OpenSession(path, wait);

    private void CloseIdle()
    {
        while (_idle.TryTake(out var session))
            session.Dispose();
    }

    /// <summary>Sessions in use, all on one snapshot, given back at the end.</summary>
    internal sealed class Lease : IDisposable
    {
        private readonly SessionPool _pool;
        private readonly List<Session> _sessions = [];

        internal Lease(SessionPool pool, int count)
        {
            _pool = pool;
            try
            {
                while (_sessions.Count < count)
                    _sessions.Add(pool._idle.TryTake(out var idle) ? idle : pool.Open());
                if (count == 1 || !Session.BeginTogether(_sessions))
                {
                    // A writer that commits without pause: one session is always of one mind.
                    GiveBack(1);
                    First.Begin();
                }
            }
            catch
            {
                GiveBack(0);
                throw;
            }
        }

        public Session First => _sessions[0];

        public IReadOnlyList<Session> Sessions => _sessions;

        public void Dispose()
        {
            foreach (var session in _sessions)
                session.End();
            GiveBack(0);
        }

        private void GiveBack(int keep)
        {
            foreach (var session in _sessions.Skip(keep))
                _pool._idle.Add(session);
            _sessions.RemoveRange(keep, _sessions.Count - keep);
            if (_pool._disposed)
                _pool.CloseIdle();
        }
    }
}
