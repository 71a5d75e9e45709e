using System.Collections.Concurrent;
using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.GeoPackage.Writing;
using LandLedger.Import;
using SQLitePCL;

namespace LandLedger.GeoPackage;

public enum StoreMode
{
    /// <summary>The file must be there and is not written.</summary>
    Read,

    /// <summary>The file must be there.</summary>
    Write,

    /// <summary>As <see cref="Write"/>; where there is no file, the first import that commits makes it. Until then it is an empty store.</summary>
    Create,
}

/// <summary>
/// The embedded store: one GeoPackage 1.3 file that map programs open as it is. Outlines are kept as multipolygons, so a
/// multipolygon of one part comes back as a polygon. Plots with equal county come in order of their number's code points.
/// <para>
/// The file is in WAL mode: any number of readers, in any process, see the last commit while one import writes. A committed
/// import survives the end of the process and, as its commit waits for the disk, the loss of power. Closing folds the log into
/// the file, so that the file alone can be copied. Safe for use by several threads.
/// </para>
/// </summary>
public sealed class GeoPackageStore : IPlotStore
{
    /// <summary>From here on several connections read side by side.</summary>
    private const int Many = 5000;

    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(5);

    private readonly string _path;
    private readonly StoreMode _mode;
    private readonly TimeSpan _wait;
    private readonly ConcurrentBag<Session> _idle = [];
    private volatile bool _disposed;

    private GeoPackageStore(string path, StoreMode mode, TimeSpan wait)
    {
        _path = path;
        _mode = mode;
        _wait = wait;
    }

    /// <summary>Stands in for a full disk in tests: the file may not grow beyond so many pages.</summary>
    internal int? PageLimit { get; set; }

    /// <summary>Opens a store, or makes it where the mode says so.</summary>
    /// <param name="wait">How long an import waits for another one to end; 5 seconds when null.</param>
    /// <exception cref="StoreException">missing, foreign, not-a-database, newer, damaged …</exception>
    public static GeoPackageStore Open(string path, StoreMode mode, TimeSpan? wait = null)
    {
        var store = new GeoPackageStore(path, mode, wait ?? DefaultWait);
        if (!store.IsUnmade)
            store._idle.Add(StoreFile.OpenSession(path, store._wait));
        return store;
    }

    public IEnumerable<Plot> Plots(PlotQuery query)
    {
        if (IsUnmade)
            return [];
        var plots = query.Box is { } box ? InBox(query, box) : InKeyOrder(query);
        return query.Limit is { } limit ? plots.Take(limit) : plots;
    }

    public IReadOnlyList<Plot> Find(string number)
    {
        if (IsUnmade)
            return [];
        using var reading = Begin(1);
        return reading.First.Plots.OfPlotNumber(number, Outlines.Whole);
    }

    public IEnumerable<Firm> Firms()
    {
        if (IsUnmade)
            yield break;
        using var reading = Begin(1);
        foreach (var firm in FirmReader.All(reading.First.Connection))
            yield return firm;
    }

    public IReadOnlyList<ImportEntry> Imports()
    {
        if (IsUnmade)
            return [];
        using var reading = Begin(1);
        return ImportLog.Read(reading.First.Connection);
    }

    public IImport BeginImport()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_mode == StoreMode.Read)
            throw Problem.Of("read-only", _path);
        var (newFile, connection) = IsUnmade
            ? NewFile.Begin(_path, _wait)
            : (null, StoreFile.BeginWriting(_path, _wait));
        try
        {
            if (PageLimit is { } pages)
                _ = connection.Number($"PRAGMA max_page_count = {pages}");
            return new GeoPackageImport(connection, newFile);
        }
        catch
        {
            connection.Dispose();
            newFile?.Remove();
            throw;
        }
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        CloseIdle();
        if (_mode != StoreMode.Read)
            StoreFile.FoldLog(_path);
    }

    /// <summary>Whether a first import is still to come.</summary>
    private bool IsUnmade => _mode == StoreMode.Create && !File.Exists(_path);

    private IEnumerable<Plot> InKeyOrder(PlotQuery query)
    {
        var sessions = query.Limit is < Many ? 1 : Math.Clamp(Environment.ProcessorCount, 1, 4);
        using var reading = Begin(sessions);
        var after = query.After ?? default;
        after = new(after.County ?? "", after.Number ?? "");
        var plots =
            reading.Sessions.Count == 1
                ? reading.First.Plots.After(after, query.Shapes, query.Ended)
                : PlotStream.Read(reading.Sessions, after, query.Shapes, query.Ended);
        foreach (var plot in plots)
            yield return plot;
    }

    private IEnumerable<Plot> InBox(PlotQuery query, Box box)
    {
        using var reading = Begin(1);
        var after = query.After ?? new PlotKey("", "");
        foreach (var fid in BoxSearch.Rows(reading.First.Connection, box, after, query.Ended))
        {
            if (reading.First.Plots.Row(fid, query.Shapes) is { } plot)
                yield return plot;
        }
    }

    private Lease Begin(int sessions)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new Lease(this, sessions);
    }

    private void CloseIdle()
    {
        while (_idle.TryTake(out var session))
            session.Dispose();
    }

    /// <summary>Sessions in use, all on one snapshot, given back at the end.</summary>
    private sealed class Lease : IDisposable
    {
        private readonly GeoPackageStore _store;
        private readonly List<Session> _sessions = [];

        public Lease(GeoPackageStore store, int count)
        {
            _store = store;
            try
            {
                while (_sessions.Count < count)
                {
                    var idle = store._idle.TryTake(out var session);
                    _sessions.Add(idle ? session! : StoreFile.OpenSession(store._path, store._wait));
                }
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

        public List<Session> Sessions => _sessions;

        public void Dispose()
        {
            foreach (var session in _sessions)
                session.End();
            GiveBack(0);
        }

        private void GiveBack(int keep)
        {
            foreach (var session in _sessions.Skip(keep))
                _store._idle.Add(session);
            _sessions.RemoveRange(keep, _sessions.Count - keep);
            if (_store._disposed)
                _store.CloseIdle();
        }
    }
}
