namespace LandLedger.GeoPackage.Reading;

/// <summary>
/// The sessions of a store: opened when needed, kept for the next reader. Where another file has taken the place of the one that was
/// opened, by a move, the next to begin reads that. Safe for use by several threads.
/// </summary>
internal sealed class SessionPool(string path, TimeSpan wait) : IDisposable
{
    private readonly Lock _lock = new();
    private FileSessions? _file;
    private int _files;
    private bool _disposed;

    /// <summary>Opens the file, so that one that is no store shows at once.</summary>
    public void Warm() => Current();

    /// <summary>So many sessions on one snapshot; one where a writer commits without pause.</summary>
    public Lease Begin(int count) => new(Current(), count);

    /// <summary>Gives up a file that was moved away or replaced; to be done before what stands in its place is written.</summary>
    public void LeaveMoved()
    {
        lock (_lock)
        {
            if (_file is not { HasMoved: true })
                return;
            _file.Leave();
            _file = null;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _file?.Dispose();
            _file = null;
        }
    }

    private FileSessions Current()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            LeaveMoved();
            return _file ??= new(path, wait, ++_files);
        }
    }

    /// <summary>Sessions in use, all on one snapshot, given back at the end.</summary>
    internal sealed class Lease : IDisposable
    {
        private readonly FileSessions _file;
        private readonly List<Session> _sessions = [];

        internal Lease(FileSessions file, int count)
        {
            _file = file;
            try
            {
                while (_sessions.Count < count)
                    _sessions.Add(file.Take());
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

        /// <summary>The state that is read, by a text that no other file at this place had either; null where nobody can tell.</summary>
        public string? State() => First.State() is { } state ? $"{_file.Number}.{state}" : null;

        public void Dispose()
        {
            foreach (var session in _sessions)
                session.End();
            GiveBack(0);
        }

        private void GiveBack(int keep)
        {
            foreach (var session in _sessions.Skip(keep))
                _file.GiveBack(session);
            _sessions.RemoveRange(keep, _sessions.Count - keep);
        }
    }
}
