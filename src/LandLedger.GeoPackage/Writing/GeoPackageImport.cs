using System.Text.Encodings.Web;
using System.Text.Json;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;
using LandLedger.Issuing;
using LandLedger.Ledger;

namespace LandLedger.GeoPackage.Writing;

/// <summary>The one write transaction, for an import.</summary>
internal sealed class GeoPackageImport : IImport
{
    private static readonly JsonSerializerOptions PlainText = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly WriteTransaction _transaction;
    private readonly Connection _connection;
    private readonly PlotReader _plots;
    private readonly PlotWriter _writer;
    private readonly Extent _extent;
    private readonly SourceLists _sources;
    private readonly long _id;
    private long _issues;
    private bool _findsSupervised;

    public GeoPackageImport(WriteTransaction transaction)
    {
        var connection = transaction.Connection;
        (_transaction, _connection) = (transaction, connection);
        IsEmpty = connection.Number("SELECT 1 FROM plots LIMIT 1") is null;
        _plots = new PlotReader(connection, new Interned());
        _extent = new Extent(connection, IsEmpty);
        _writer = new PlotWriter(connection, _extent, IsEmpty);
        // The counts follow with the commit; the lists of sources need the number now.
        connection.Execute("INSERT INTO imports VALUES (NULL, '', '', 0, 0, 0, 0, 0, 0, NULL)");
        _id = connection.LastRow;
        _sources = new SourceLists(connection, _id);
    }

    public bool IsEmpty { get; private set; }

    public IReadOnlyList<Plot> Find(string number, bool shapes) =>
        _plots.OfPlotNumber(number, shapes ? Outlines.Whole : Outlines.Boxes);

    public IReadOnlyList<Plot> FindSupervised(string number)
    {
        if (!_findsSupervised)
            _connection.Execute(PlotTable.SupervisionSql);
        _findsSupervised = true;
        return _plots.OfSupervisionNumber(number);
    }

    public LastEntry? LastEntry => _transaction.LastEntry;

    public ImportSource? Keyed(string key) => ImportLog.Keyed(_connection, key);

    public void Append(LedgerRow entry, LedgerHead head) => _transaction.Ledger.Append(entry, head);

    public void Put(Plot plot)
    {
        _writer.Put(plot);
        IsEmpty = false;
    }

    public void Move(PlotKey plot, string county) => PlotMove.Write(_connection, plot, county);

    public Firm? FindFirm(string key) => FirmReader.Find(_connection, key);

    public IEnumerable<Firm> Firms() => FirmReader.All(_connection);

    public IReadOnlyList<UnplacedSeat> Unplaced() => FirmReader.Unplaced(_connection);

    public void Put(Firm firm) => FirmWriter.Put(_connection, firm);

    public void Join(string key, Firm into) => FirmWriter.Join(_connection, key, into);

    public void Put(CaseRow filed) => CaseWriter.Put(_connection, filed);

    public void Put(ListRow list) => ListWriter.Put(_connection, list);

    public void Seen(string source, PlotKey plot) => _sources.Seen(source, plot);

    public IReadOnlyList<PlotKey> NoLongerListed(string source) => _sources.NoLongerListed(source);

    public IReadOnlyList<SourceCounty> CountiesOf(string source) => _sources.CountiesOf(source);

    public void KeepListed(string source, string county) => _sources.KeepListed(source, county);

    public IReadOnlyList<StatedFirmRow> FirmRowsOf(string source) => FirmSources.Of(_connection, source);

    public void PutFirmRows(string source, IReadOnlyDictionary<FirmRow, string> rows) =>
        FirmSources.Put(_connection, source, rows);

    public void Put(ImportIssue issue)
    {
        var arguments = issue.Arguments.Count == 0 ? null : JsonSerializer.Serialize(issue.Arguments, PlainText);
        _connection[
            """
            INSERT INTO import_issues
            (import_id, seq, code, severity, file, line, "column", title, field, value, plot, arguments)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """
        ]
            .Bind(1, _id)
            .Bind(2, _issues++)
            .Bind(3, issue.Code)
            .Bind(4, CodeText.Of(issue.Severity))
            .Bind(5, issue.File)
            .Bind(6, (long?)issue.Line)
            .Bind(7, (long?)issue.Column)
            .Bind(8, issue.Title)
            .Bind(9, issue.Field)
            .Bind(10, issue.Value)
            .Bind(11, issue.Plot)
            .Bind(12, arguments)
            .Run();
    }

    public void Commit(DateTimeOffset recordedAt, IReadOnlyList<ImportSource> sources, ImportReport report)
    {
        var time = LedgerRow.Time(recordedAt);
        _connection[
            """
            UPDATE imports SET recorded_at = ?2, outcome = ?3, added = ?4, changed = ?5, same = ?6, ended = ?7,
            refused = ?8, firms = ?9, stands_for = ?10 WHERE id = ?1
            """
        ]
            .Bind(1, _id)
            .Bind(2, time)
            .Bind(3, CodeText.Of(report.Outcome))
            .Bind(4, (long)report.Added)
            .Bind(5, (long)report.Changed)
            .Bind(6, (long)report.Same)
            .Bind(7, (long)report.Ended)
            .Bind(8, (long)report.Refused)
            .Bind(9, (long)report.Firms)
            .Bind(10, report.On)
            .Run();
        _extent.Pack();
        _sources.Write(sources);
        _transaction.Ledger.Write();
        _extent.Write();
        _connection.Execute(PlotTable.HolderSql);
        _transaction.Commit(time);
    }

    public void Dispose() => _transaction.Dispose();
}
