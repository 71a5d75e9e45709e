using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Issuing;
using LandLedger.Ledger;
using LandLedger.PostGis.Reading;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Writing;

/// <summary>The one write transaction, for an import.</summary>
internal sealed class PostGisImport : IImport
{
    /// <summary>What the server has to know of to find its way: after the first import at once, later by itself.</summary>
    private const string Counted = "plots, supplements, delays, charges, plot_years, plot_sources, occupancies";

    private readonly WriteTransaction _transaction;
    private readonly Session _session;
    private readonly bool _first;
    private readonly PlotWriter _plots;
    private readonly FirmWriter _firms;
    private readonly SourceLists _sources;
    private readonly ImportNotes _notes;

    public PostGisImport(WriteTransaction transaction)
    {
        var session = transaction.Session;
        (_transaction, _session) = (transaction, session);
        _first = IsEmpty = session.Value(Statement.Of("SELECT 1 FROM plots LIMIT 1")) is null;
        var id = (long)session.Value(Statement.Of("SELECT coalesce(max(id), 0) + 1 FROM imports"))!;
        _plots = new(session, IsEmpty);
        _firms = new(session);
        _sources = new(session, id);
        _notes = new(session, id);
    }

    public bool IsEmpty { get; private set; }

    public IReadOnlyList<Plot> Find(string number, bool shapes)
    {
        if (_plots.Holds(number))
            _plots.Flush();
        return PlotReader.OfNumber(_session, number, shapes ? Outlines.Whole : Outlines.Boxes);
    }

    public IReadOnlyList<Plot> FindSupervised(string number)
    {
        if (_plots.HoldsSupervised(number))
            _plots.Flush();
        return PlotReader.OfSupervisionNumber(_session, number);
    }

    public LastEntry? LastEntry => _transaction.LastEntry;

    public ImportSource? Keyed(string key) => ImportLog.Keyed(_session, key);

    public void Append(LedgerRow entry, LedgerHead head) => _transaction.Ledger.Append(entry, head);

    public void Put(Plot plot)
    {
        _plots.Put(plot);
        IsEmpty = false;
    }

    public void Move(PlotKey plot, string county)
    {
        Flush();
        PlotMove.Write(_session, plot, county);
    }

    public Firm? FindFirm(string key)
    {
        _plots.Flush();
        return _firms.Find(key);
    }

    public IEnumerable<Firm> Firms()
    {
        _plots.Flush();
        _firms.Flush();
        return FirmReader.All(_session);
    }

    public IReadOnlyList<UnplacedSeat> Unplaced()
    {
        _plots.Flush();
        _firms.Flush();
        return FirmReader.Unplaced(_session);
    }

    public void Put(Firm firm) => _firms.Put(firm);

    public void Join(string key, Firm into) => _firms.Join(key, into);

    public void Put(CaseRow filed) => CaseWriter.Put(_session, filed);

    public void Put(ListRow list) => ListWriter.Put(_session, list);

    public void Seen(string source, PlotKey plot) => _sources.Seen(source, plot);

    public IReadOnlyList<PlotKey> NoLongerListed(string source)
    {
        _plots.Flush();
        return _sources.NoLongerListed(source);
    }

    public IReadOnlyList<SourceCounty> CountiesOf(string source) => _sources.CountiesOf(source);

    public void KeepListed(string source, string county) => _sources.KeepListed(source, county);

    public IReadOnlyList<StatedFirmRow> FirmRowsOf(string source) => FirmSources.Of(_session, source);

    public void PutFirmRows(string source, IReadOnlyDictionary<FirmRow, string> rows) =>
        FirmSources.Put(_session, source, rows);

    public void Put(ImportIssue issue) => _notes.Put(issue);

    public void Commit(DateTimeOffset recordedAt, IReadOnlyList<ImportSource> sources, ImportReport report)
    {
        Flush();
        _notes.End(recordedAt, report);
        _sources.Write(sources);
        _transaction.Ledger.End();
        // Its own number tells the state apart from here on.
        _session.Run("DELETE FROM edits");
        if (_first)
            _session.Run("ANALYZE " + Counted);
        _transaction.Commit();
    }

    public void Dispose() => _transaction.Dispose();

    private void Flush()
    {
        _plots.Flush();
        _firms.Flush();
        _sources.Flush();
        _notes.Flush();
    }
}
