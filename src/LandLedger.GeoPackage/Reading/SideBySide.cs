using System.Collections.Concurrent;
using LandLedger.Import;
using LandLedger.Streams;

namespace LandLedger.GeoPackage.Reading;

/// <summary>
/// All plots in order of their key, read by several sessions on one snapshot: one finds where the stretches begin, whichever
/// of the others is free reads the next.
/// </summary>
/// <param name="lease">At least two sessions; given back at the end.</param>
/// <param name="query">Without box and limit.</param>
internal sealed class SideBySide(SessionPool.Lease lease, PlotQuery query, CancellationToken cancel) : IStretches<Plot>
{
    private readonly IEnumerator<KeyRange> _ranges = KeyRange.Of(lease.First.Connection, query).GetEnumerator();
    private readonly BlockingCollection<Session> _free = new(new ConcurrentBag<Session>(lease.Sessions.Skip(1)));

    public IEnumerable<Plot>? Next()
    {
        cancel.ThrowIfCancellationRequested();
        return _ranges.MoveNext() ? Read(_ranges.Current) : null;
    }

    public void Dispose()
    {
        _ranges.Dispose();
        _free.Dispose();
        lease.Dispose();
    }

    private IEnumerable<Plot> Read(KeyRange range)
    {
        var session = _free.Take();
        try
        {
            foreach (var plot in session.Plots.Of(range, query))
                yield return plot;
        }
        finally
        {
            _free.Add(session);
        }
    }
}
