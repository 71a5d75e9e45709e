using LandLedger.Acreage;
using LandLedger.Cases;
using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Issuing;
using LandLedger.Layers;
using LandLedger.Ledger;
using LandLedger.People;
using LandLedger.PostGis.Layers;
using LandLedger.PostGis.Reading;
using LandLedger.PostGis.Schema;
using LandLedger.PostGis.Sql;
using LandLedger.PostGis.Writing;
using LandLedger.Streams;

namespace LandLedger.PostGis;

/// <summary>
/// The team store: tables in the schema <c>landledger</c> of a PostGIS database, with the plain column names of the dictionary.
/// Outlines are kept as multipolygons, so a multipolygon of one part comes back as a polygon. Plots with equal county come in
/// order of their number's code points. Any number of readers see the last commit while one import writes. Safe for use by
/// several threads.
/// </summary>
public sealed class PostGisStore : IPlotStore
{
    /// <summary>Plots handed on at a time where one connection reads.</summary>
    private const int Handed = 256;

    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(5);

    private readonly Database _database;
    private readonly StoreMode _mode;
    private readonly TimeSpan _wait;
    private readonly Lazy<CommitWatch> _watch;
    private volatile bool _disposed;

    private PostGisStore(Database database, StoreMode mode, TimeSpan wait, Procedures procedures)
    {
        _database = database;
        _mode = mode;
        _wait = wait;
        _watch = new(() => new(database));
        Ledger = new PostGisLedger(database);
        Cases = new PostGisCases(procedures.And(Ledger), database, BeginCase);
        Lists = new PostGisLists(database, BeginList);
        Tokens = new PostGisTokens(database, () => BeginWriting(transaction => transaction));
        Layers = new PostGisLayers(database, BeginWriting, Committed);
    }

    public ILedger Ledger { get; }

    public ICaseStore Cases { get; }

    public IListStore Lists { get; }

    public ITokenStore Tokens { get; }

    public ILayerStore Layers { get; }

    /// <summary>Opens a store, or makes its tables where the mode says so; an older one that may be written is brought up.</summary>
    /// <param name="wait">How long an import waits for another one to end; 5 seconds when null.</param>
    /// <param name="procedures">By which its cases are read; those that come with LandLedger when null.</param>
    /// <exception cref="StoreException">unreachable, login, missing, rights, no-postgis, foreign, older, newer …</exception>
    public static PostGisStore Open(
        DatabaseAddress address,
        StoreMode mode,
        TimeSpan? wait = null,
        Procedures? procedures = null
    )
    {
        var database = Database.Open(address);
        try
        {
            var store = new PostGisStore(database, mode, wait ?? DefaultWait, procedures ?? Procedures.Shipped);
            using var session = database.Connect();
            Migrations.Apply(session, mode, store._wait);
            return store;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public Stretched<Plot> Plots(PlotQuery query, CancellationToken cancel = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return query is { Box: null, Filter: null, Limit: null }
            ? new(() => Whole(query, cancel))
            : Stretched<Plot>.Of(Paged(query, cancel), Handed);
    }

    public IPlotPage Page(PlotQuery query, bool whole = false, CancellationToken cancel = default) =>
        new MarkedPlots(_database, query, whole, cancel);

    public string State()
    {
        using var session = _database.Connect();
        return Reading.Whole.StateOf(session);
    }

    public IEnumerable<PlacedPlot> Sorted(PlotQuery query, PlotSort sort, CancellationToken cancel = default)
    {
        using var session = _database.Connect();
        foreach (var plot in SortedSearch.Plots(session, query, sort, cancel))
            yield return plot;
    }

    public long Count(PlotQuery query, SearchBox? area = null, CancellationToken cancel = default)
    {
        using var session = _database.Connect();
        return PlotCount.Exact(session, area is null ? query : query with { Box = area.Bounds }, area, cancel);
    }

    public long Estimate(PlotQuery query, CancellationToken cancel = default)
    {
        using var session = _database.Connect();
        return PlotCount.Estimate(session, query, cancel);
    }

    public IReadOnlyList<ZoneSum> Zones(DateOnly on, CancellationToken cancel = default)
    {
        using var session = _database.Connect();
        return ZoneSums.Of(session, on, cancel);
    }

    public FilterError? Refusal(BoundFilter filter) => FilterSearch.Compile(filter, inBox: true).Error;

    public IReadOnlyList<Plot> Find(string number)
    {
        using var session = _database.Connect();
        return PlotReader.OfNumber(session, number, Outlines.Whole);
    }

    public Box? Extent()
    {
        using var session = _database.Connect();
        return Reading.Whole.Extent(session);
    }

    public IReadOnlySet<string> SharedNumbers()
    {
        using var session = _database.Connect();
        return Reading.Whole.SharedNumbers(session);
    }

    public IEnumerable<(PlotKey Plot, int Parts)> PartCounts()
    {
        using var session = _database.Connect();
        foreach (var counted in PlotChildren.Counts(session))
            yield return counted;
    }

    /// <summary>Who asks once will ask again: from then on commits are listened for, and the server is asked no more.</summary>
    public string Stamp()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_watch.Value.Stamp is { } heard)
            return heard;
        return State();
    }

    public IEnumerable<Firm> Firms()
    {
        using var session = _database.Connect();
        foreach (var firm in FirmReader.All(session))
            yield return firm;
    }

    public IReadOnlyList<ImportEntry> Imports()
    {
        using var session = _database.Connect();
        return ImportLog.Read(session);
    }

    public IImport BeginImport() => BeginWriting(transaction => new PostGisImport(transaction));

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        if (_watch.IsValueCreated)
            _watch.Value.Dispose();
        _database.Dispose();
    }

    private void Committed()
    {
        if (_watch.IsValueCreated)
            _watch.Value.Committed();
    }

    private PostGisCaseWriting BeginCase() => BeginWriting(transaction => new PostGisCaseWriting(transaction));

    private PostGisListWriting BeginList() => BeginWriting(transaction => new PostGisListWriting(transaction));

    /// <summary>Opens a write transaction; where that fails neither turn nor session is left behind.</summary>
    private T BeginWriting<T>(Func<WriteTransaction, T> begin)
    {
        var (session, turn) = BeginWriting();
        try
        {
            return begin(new(session, turn, Committed));
        }
        catch
        {
            turn.Dispose();
            session.Dispose();
            throw;
        }
    }

    private (Session Session, WriteTurn Turn) BeginWriting()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_mode == StoreMode.Read)
            throw Problem.Of("read-only", _database.Address.Name);
        var session = _database.Connect();
        try
        {
            return (session, WriteTurn.Take(session, _wait));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private IStretches<Plot> Whole(PlotQuery query, CancellationToken cancel) =>
        _database.WholeReadings.Wait(0, CancellationToken.None)
            ? new SideBySide(_database, query, cancel)
            : Stretched<Plot>.Of(Paged(query, cancel), Handed).Open();

    private IEnumerable<Plot> Paged(PlotQuery query, CancellationToken cancel)
    {
        using var session = _database.Connect();
        foreach (var plot in PlotReader.Page(session, query, cancel))
            yield return plot;
    }
}
