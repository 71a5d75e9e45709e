using LandLedger.Import;
using LandLedger.PostGis.Reading;
using Npgsql;

namespace LandLedger.PostGis.Sql;

/// <summary>
/// Hears of each commit on a connection of its own, so that whether anything has changed need not be asked of the server. What it
/// hears late by is the way of a message; where messages get lost, as behind a pool of connections, two seconds. While it has no
/// connection it knows nothing.
/// </summary>
internal sealed class CommitWatch : IDisposable
{
    /// <summary>The channel on which commits are told, of imports and of what others write; a name that other programs hardly use.</summary>
    public const string Channel = "landledger_commits";

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Database _database;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _watching;
    private volatile string? _last;
    private int _heard;

    public CommitWatch(Database database)
    {
        _database = database;
        _watching = Task.Run(WatchAsync);
    }

    /// <summary>Another text after each commit; null while nobody listens.</summary>
    public string? Stamp => _last is { } last ? $"{last}.{Volatile.Read(ref _heard)}" : null;

    /// <summary>A commit of our own, which readers must see at once.</summary>
    public void Committed() => Interlocked.Increment(ref _heard);

    public void Dispose()
    {
        _end.Cancel();
        _watching.Wait(Pause);
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var session = _database.Connect();
                session.Run("LISTEN " + Channel);
                session.Connection.Notification += (_, _) => Committed();
                await ListenAsync(session).ConfigureAwait(false);
                session.Run("UNLISTEN *");
            }
            catch (Exception e) when (e is StoreException or NpgsqlException or InvalidOperationException)
            {
                // Stamps are asked of the server until it can be listened to again.
            }
            finally
            {
                _last = null;
            }
            await Task.Delay(Pause, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(Session session)
    {
        while (!_end.IsCancellationRequested)
        {
            _last = Whole.StateOf(session);
            try
            {
                _ = await session.Connection.WaitAsync(Look, _end.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) { }
        }
    }
}
