using System.Collections.Frozen;
using LandLedger.Acreage;
using LandLedger.Cases;
using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.GeoPackage.Filters;
using LandLedger.GeoPackage.Layers;
using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.GeoPackage.Writing;
using LandLedger.Import;
using LandLedger.Issuing;
using LandLedger.Layers;
using LandLedger.Ledger;
using LandLedger.People;
using LandLedger.Streams;
using SQLitePCL;

namespace LandLedger.GeoPackage;

/// <summary>
/// The embedded store: one GeoPackage 1.3 file that map programs open as it is. Outlines are kept as multipolygons, so a
/// multipolygon of one part comes back as a polygon. Plots with equal county come in order of their number's code points.
/// <para>
/// The file is in WAL mode: any number of readers, in any process, see the last commit while one import writes. A committed
/// import survives the end of the process and, as its commit waits for the disk, the loss of power. Closing folds the log into
/// the file, so that the file alone can be copied. A file that takes its place by a move is read from then on. Safe for use by several
/// threads.
/// </para>
/// </summary>
public sealed class GeoPackageStore : IPlotStore
{
    /// <summary>Plots handed on at a time where one connection reads.</summary>
    private const int Handed = 256;

    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(5);

    private readonly string _path;
    private readonly StoreMode _mode;
    private readonly TimeSpan _wait;
    private readonly SessionPool _sessions;
    private volatile bool _disposed;

    private GeoPackageStore(string path, StoreMode mode, TimeSpan wait, Procedures procedures)
    {
        _path = path;
        _mode = mode;
        _wait = wait;
        _sessions = new(path, wait);
        Ledger = new GeoPackageLedger(() => IsUnmade ? null : _sessions.Begin(1));
        Cases = new GeoPackageCases(procedures.And(Ledger), () => IsUnmade ? null : _sessions.Begin(1), BeginCase);
        Lists = new GeoPackageLists(() => IsUnmade ? null : _sessions.Begin(1), BeginList);
        Tokens = new GeoPackageTokens(
            () => IsUnmade ? null : _sessions.Begin(1),
            () => BeginWriting(transaction => transaction)
        );
        Layers = new GeoPackageLayers(path, _sessions, () => IsUnmade, BeginWriting);
    }

    /// <summary>Stands in for a full disk in tests: the file may not grow beyond so many pages.</summary>
    internal int? PageLimit { get; set; }

    /// <summary>Opens a store, or makes it where the mode says so.</summary>
    /// <param name="wait">How long an import waits for another one to end; 5 seconds when null.</param>
    /// <param name="procedures">By which its cases are read; those that come with LandLedger when null.</param>
    /// <exception cref="StoreException">missing, foreign, not-a-database, newer, damaged …</exception>
    public static GeoPackageStore Open(
        string path,
        StoreMode mode,
        TimeSpan? wait = null,
        Procedures? procedures = null
    )
    {
        var store = new GeoPackageStore(path, mode, wait ?? DefaultWait, procedures ?? Procedures.Shipped);
        if (store.IsUnmade)
            StoreFile.RequirePlace(path);
        else
            store._sessions.Warm();
        return store;
    }

    public Stretched<Plot> Plots(PlotQuery query, CancellationToken cancel = default)
    {
        if (IsUnmade)
            return Stretched<Plot>.Of([], Handed);
        if (query is { Box: null, Filter: null, Limit: null })
            return new(() => Stretches(query, cancel));
        var plots = query is { Box: null, Filter: null } ? InKeyOrder(query, cancel) : Found(query, cancel);
        return Stretched<Plot>.Of(query.Limit is { } limit ? plots.Take(limit) : plots, Handed);
    }

    public IPlotPage Page(PlotQuery query, bool whole = false, CancellationToken cancel = default) =>
        IsUnmade ? NoPlots.Page : new MarkedPlots(_sessions, query, cancel);

    public IEnumerable<PlacedPlot> Sorted(PlotQuery query, PlotSort sort, CancellationToken cancel = default)
    {
        if (IsUnmade)
            return [];
        var plots = Ordered(query, sort, cancel);
        return query.Limit is { } limit ? plots.Take(limit) : plots;
    }

    public long Count(PlotQuery query, SearchBox? area = null, CancellationToken cancel = default) =>
        Told(
            connection => PlotCount.Exact(connection, area is null ? query : query with { Box = area.Bounds }, area),
            0,
            cancel
        );

    public long Estimate(PlotQuery query, CancellationToken cancel = default) =>
        Told(connection => PlotCount.Estimate(connection, query), 0, cancel);

    public IReadOnlyList<ZoneSum> Zones(DateOnly on, CancellationToken cancel = default) =>
        Told(connection => ZoneSums.Of(connection, on), [], cancel);

    public FilterError? Refusal(BoundFilter filter) => FilterSearch.Compile(filter).Error;

    public IReadOnlyList<Plot> Find(string number)
    {
        if (IsUnmade)
            return [];
        using var reading = _sessions.Begin(1);
        return reading.First.Plots.OfPlotNumber(number, Outlines.Whole);
    }

    public Box? Extent()
    {
        if (IsUnmade)
            return null;
        using var reading = _sessions.Begin(1);
        return LayerBox.Read(reading.First.Connection);
    }

    public IReadOnlySet<string> SharedNumbers()
    {
        if (IsUnmade)
            return FrozenSet<string>.Empty;
        using var reading = _sessions.Begin(1);
        return reading.First.Plots.SharedNumbers();
    }

    public IEnumerable<(PlotKey Plot, int Parts)> PartCounts()
    {
        if (IsUnmade)
            yield break;
        using var reading = _sessions.Begin(1);
        foreach (var counted in PlotChildren.Counts(reading.First.Connection))
            yield return counted;
    }

    public IEnumerable<Firm> Firms()
    {
        if (IsUnmade)
            yield break;
        using var reading = _sessions.Begin(1);
        foreach (var firm in FirmReader.All(reading.First.Connection))
            yield return firm;
    }

    /// <summary>
    /// Length and time of the files would not do where there is a log: what is committed is written before readers see it, and a log that
    /// begins anew may be as long as before.
    /// </summary>
    public string Stamp() => State() ?? FileStamp.Of(_path);

    public string? State()
    {
        if (IsUnmade)
            return null;
        using var reading = _sessions.Begin(1);
        return reading.State();
    }

    public IReadOnlyList<ImportEntry> Imports()
    {
        if (IsUnmade)
            return [];
        using var reading = _sessions.Begin(1);
        return ImportLog.Read(reading.First.Connection);
    }

    public ILedger Ledger { get; }

    public ICaseStore Cases { get; }

    public IListStore Lists { get; }

    public ITokenStore Tokens { get; }

    public ILayerStore Layers { get; }

    public IImport BeginImport() => BeginWriting(transaction => new GeoPackageImport(transaction));

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _sessions.Dispose();
        if (_mode != StoreMode.Read)
            StoreFile.FoldLog(_path);
    }

    private GeoPackageCaseWriting BeginCase() => BeginWriting(transaction => new GeoPackageCaseWriting(transaction));

    private GeoPackageListWriting BeginList() => BeginWriting(transaction => new GeoPackageListWriting(transaction));

    /// <summary>Opens a write transaction; where that fails the connection is not left behind.</summary>
    private T BeginWriting<T>(Func<WriteTransaction, T> begin)
    {
        var (newFile, connection) = BeginWriting();
        try
        {
            return begin(new(connection, newFile));
        }
        catch
        {
            connection.Dispose();
            newFile?.Remove();
            throw;
        }
    }

    private (NewFile? File, Connection Connection) BeginWriting()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_mode == StoreMode.Read)
            throw Problem.Of("read-only", _path);
        _sessions.LeaveMoved();
        var (newFile, connection) = IsUnmade
            ? NewFile.Begin(_path, _wait)
            : (null, StoreFile.BeginWriting(_path, _wait));
        try
        {
            if (PageLimit is { } pages)
                _ = connection.Number($"PRAGMA max_page_count = {pages}");
            return (newFile, connection);
        }
        catch
        {
            connection.Dispose();
            newFile?.Remove();
            throw;
        }
    }

    private IStretches<Plot> Stretches(PlotQuery query, CancellationToken cancel)
    {
        // One for each stretch that may be under way, so that none waits for a session.
        var lease = _sessions.Begin(1 + InOrder.Ahead);
        if (lease.Sessions.Count > 1)
            return new SideBySide(lease, query, cancel);
        lease.Dispose();
        return Stretched<Plot>.Of(InKeyOrder(query, cancel), Handed).Open();
    }

    /// <summary>Whether a first import is still to come.</summary>
    private bool IsUnmade => _mode == StoreMode.Create && !File.Exists(_path);

    private IEnumerable<Plot> InKeyOrder(PlotQuery query, CancellationToken cancel)
    {
        using var reading = _sessions.Begin(1);
        foreach (var range in KeyRange.Of(reading.First.Connection, query))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var plot in reading.First.Plots.Of(range, query))
                yield return plot;
        }
    }

    private T Told<T>(Func<Connection, T> ask, T ofNone, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (IsUnmade)
            return ofNone;
        using var reading = _sessions.Begin(1);
        using var stopping = reading.First.Connection.StopOn(cancel);
        return ask(reading.First.Connection);
    }

    private IEnumerable<Plot> Found(PlotQuery query, CancellationToken cancel)
    {
        using var reading = _sessions.Begin(1);
        using var stopping = reading.First.Connection.StopOn(cancel);
        foreach (var mark in MarkedPlots.Found(reading.First.Connection, query, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (reading.First.Plots.Row(mark.Row, query.Shapes) is { } plot)
                yield return plot;
        }
    }

    private IEnumerable<PlacedPlot> Ordered(PlotQuery query, PlotSort sort, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        using var reading = _sessions.Begin(1);
        using var stopping = reading.First.Connection.StopOn(cancel);
        foreach (var (fid, place) in SortedSearch.Rows(reading.First.Connection, query, sort))
        {
            cancel.ThrowIfCancellationRequested();
            if (reading.First.Plots.Row(fid, query.Shapes) is { } plot)
                yield return new(plot, place);
        }
    }
}
