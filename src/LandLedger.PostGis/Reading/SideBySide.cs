using System.Collections.Concurrent;
using LandLedger.Import;
using LandLedger.PostGis.Sql;
using LandLedger.Streams;

namespace LandLedger.PostGis.Reading;

/// <summary>
/// All plots in order of their key, read by several sessions on one snapshot: the first finds where the stretches begin, whichever
/// of the others is free reads the next. One joins when there is a stretch and none is free, so that no stretch waits and a small
/// park needs two.
/// </summary>
internal sealed class SideBySide : IStretches<Plot>
{
    private readonly Database _database;
    private readonly PlotQuery _query;
    private readonly CancellationToken _cancel;
    private readonly Snapshot _snapshot;
    private readonly IEnumerator<KeyRange> _ranges;
    private readonly ConcurrentBag<Session> _free = [];
    private readonly ConcurrentBag<Session> _joined = [];

    /// <summary>Takes over one of the database's whole readings.</summary>
    /// <param name="query">Without box and limit.</param>
    public SideBySide(Database database, PlotQuery query, CancellationToken cancel)
    {
        (_database, _query, _cancel) = (database, query, cancel);
        try
        {
            _snapshot = new(database);
        }
        catch
        {
            database.WholeReadings.Release();
            throw;
        }
        _ranges = KeyRange.All(_snapshot.First, query.After, cancel).GetEnumerator();
    }

    public IEnumerable<Plot>? Next() => _ranges.MoveNext() ? Read(_ranges.Current) : null;

    public void Dispose()
    {
        _ranges.Dispose();
        foreach (var session in _joined)
            session.Dispose();
        _snapshot.Dispose();
        _database.WholeReadings.Release();
    }

    private IEnumerable<Plot> Read(KeyRange range)
    {
        var session = Free();
        try
        {
            foreach (var plot in PlotReader.Of(session, range, _query, _cancel))
                yield return plot;
        }
        finally
        {
            _free.Add(session);
        }
    }

    private Session Free()
    {
        if (_free.TryTake(out var free))
            return free;
        var session = _snapshot.Join();
        _joined.Add(session);
        return session;
    }
}
