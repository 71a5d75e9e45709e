using System.Globalization;
using LandLedger.Import;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Writing;

/// <summary>
/// The right to write: one import or migration at a time in the whole database. Held beside any transaction, so that the one
/// that begins after the waiting sees what the one before committed.
/// </summary>
internal sealed class WriteTurn : IDisposable
{
    /// <summary>The letters LandLedg.</summary>
    private const long Key = 0x4C61_6E64_4C65_6467;

    private const string End = "SELECT pg_advisory_unlock_all(); RESET lock_timeout; RESET statement_timeout";

    private readonly Session _session;
    private bool _ended;

    private WriteTurn(Session session) => _session = session;

    /// <summary>Waits for it.</summary>
    /// <param name="wait">For the turn, and later for what another program holds. A statement may then take as long as it takes.</param>
    /// <exception cref="StoreException">locked: another one writes for longer than the wait.</exception>
    public static WriteTurn Take(Session session, TimeSpan wait)
    {
        // No wait at all would mean to wait for ever.
        var most = Math.Max(1, (long)wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        session.Run($"SET lock_timeout = {most}; SET statement_timeout = 0; SELECT pg_advisory_lock({Key})");
        return new(session);
    }

    /// <summary>
    /// Commits with notifications take turns in the whole server, whatever databases they are of: that turn is waited for as long as any
    /// session of ours waits for a lock, so that no import is lost at its last step.
    /// </summary>
    public void Commit()
    {
        _session.Run($"RESET lock_timeout; NOTIFY {CommitWatch.Channel}; COMMIT; {End}");
        _ended = true;
    }

    /// <summary>Ends what was begun and not committed; with a broken connection the server has done both.</summary>
    public void Dispose()
    {
        if (_ended)
            return;
        _ended = true;
        try
        {
            _session.Run("ROLLBACK; " + End);
        }
        catch (StoreException) { }
    }
}
