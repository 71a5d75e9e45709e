using System.Collections.Concurrent;

namespace LandLedger.GeoPackage.Reading;

/// <summary>
/// The sessions on one file, which may lose its place while they read. One of them reads nothing and keeps the file, so that it can be told
/// from another one at its place. Safe for use by several threads.
/// </summary>
/// <param name="number">Of the files that were opened at this path, the how many-th it is.</param>
internal sealed class FileSessions(string path, TimeSpan wait, int number) : IDisposable
{
    private readonly Session _keeper = StoreFile.OpenSession(path, wait);
    private readonly ConcurrentBag<Session> _idle = [];
    private readonly Lock _lock = new();
    private volatile bool _left;

    public int Number => number;

    /// <summary>Whether another file stands at its place, or none.</summary>
    public bool HasMoved
    {
        get
        {
            lock (_lock)
                return _keeper.Connection.HasMoved;
        }
    }

    public Session Take() => _idle.TryTake(out var idle) ? idle : Open();

    public void GiveBack(Session session)
    {
        _idle.Add(session);
        if (_left)
            CloseIdle();
    }

    /// <summary>
    /// Gives up a file that has moved, with its log: SQLite would take that for the log of the file that stands in its place now. Who still
    /// reads from it goes on.
    /// </summary>
    /// <exception cref="Import.StoreException">locked: what somebody still reads stands in the log alone.</exception>
    public void Leave()
    {
        StoreFile.RemoveLog(_keeper.Connection);
        Close();
    }

    public void Dispose()
    {
        if (HasMoved)
            Leave();
        else
            Close();
    }

    private Session Open()
    {
        var session = StoreFile.OpenSession(path, wait);
        if (!HasMoved)
            return session;
        session.Dispose();
        throw Problem.Of("locked", path);
    }

    private void Close()
    {
        _left = true;
        CloseIdle();
        _keeper.Dispose();
    }

    private void CloseIdle()
    {
        while (_idle.TryTake(out var session))
            session.Dispose();
    }
}
