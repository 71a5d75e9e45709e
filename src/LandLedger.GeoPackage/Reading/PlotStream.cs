using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>
/// All plots in order of their key, decoded by several connections on one snapshot: each takes the next stretch of keys while
/// the caller works on an earlier one. At most one stretch a connection is in memory beside the caller's.
/// </summary>
internal static class PlotStream
{
    /// <summary>Rows a stretch: long enough to hide its start, short enough to stop soon and to hold little.</summary>
    private const int Stretch = 512;

    private const string Boundary =
        "SELECT county, plot FROM plots WHERE (county, plot) > (?1, ?2) ORDER BY county, plot LIMIT 1 OFFSET ?3";

    private sealed record Work(Session Session, Task<List<Plot>> Plots);

    public static IEnumerable<Plot> Read(IReadOnlyList<Session> sessions, PlotKey after, bool shapes, bool ended)
    {
        var running = new Queue<Work>();
        PlotKey? next = after;
        try
        {
            foreach (var session in sessions)
                Start(session);
            while (running.TryDequeue(out var work))
            {
                var plots = work.Plots.GetAwaiter().GetResult();
                Start(work.Session);
                foreach (var plot in plots)
                    yield return plot;
            }
        }
        finally
        {
            foreach (var work in running)
                ((IAsyncResult)work.Plots).AsyncWaitHandle.WaitOne();
        }

        void Start(Session session)
        {
            if (next is not { } from)
                return;
            next = EndOfStretch(session.Connection, from);
            running.Enqueue(new(session, Task.Run(() => session.Plots.After(from, shapes, ended, Stretch).ToList())));
        }
    }

    /// <summary>The key that ends the stretch, or null when the rest is shorter.</summary>
    private static PlotKey? EndOfStretch(Connection connection, PlotKey from)
    {
        var statement = connection[Boundary].Bind(1, from.County).Bind(2, from.Number).Bind(3, Stretch - 1L);
        PlotKey? end = statement.Step() ? new PlotKey(statement.Text(0), statement.Text(1)) : null;
        statement.Reset();
        return end;
    }
}
