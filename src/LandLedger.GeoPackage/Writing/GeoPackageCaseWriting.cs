using System.Globalization;
using LandLedger.Cases;
using LandLedger.GeoPackage.Reading;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.GeoPackage.Writing;

/// <summary>The one write transaction, for cases. Its connection is its own; when that goes, what was not committed goes with it.</summary>
internal sealed class GeoPackageCaseWriting : ICaseWriting
{
    private readonly Connection _connection;
    private readonly NewFile? _newFile;
    private readonly PlotReader _plots;
    private readonly Extent _extent;
    private readonly PlotWriter _writer;
    private readonly LedgerWriter _ledger;

    /// <summary>Takes the connection over, with its write transaction begun.</summary>
    /// <param name="newFile">The file that the transaction makes, or null where the store is there already.</param>
    public GeoPackageCaseWriting(Connection connection, NewFile? newFile)
    {
        (_connection, _newFile) = (connection, newFile);
        foreach (var sql in StoreTables.SqlSince(connection.Number("SELECT max(version) FROM store_version") ?? 0))
            connection.Execute(sql);
        _plots = new(connection, new Interned());
        _extent = new(connection, fresh: false);
        _writer = new(connection, _extent, fresh: false);
        LastEntry = LedgerTable.Last(connection);
        _ledger = new(connection, LastEntry?.Head ?? LedgerHead.None);
    }

    public LastEntry? LastEntry { get; }

    public void Append(LedgerRow entry, LedgerHead head) => _ledger.Append(entry, head);

    public Plot? Find(PlotKey plot) =>
        _plots.OfPlotNumber(plot.Number, Outlines.Boxes).Find(found => PlotKey.Of(found) == plot);

    public void Put(Plot plot) => _writer.Put(plot);

    public CaseRow? Find(CaseNumber number) => CaseReader.Find(_connection, number.ToString());

    public CaseRow? Keyed(string key) => CaseReader.Keyed(_connection, key);

    public CaseNumber? Open(PlotKey plot, string procedure)
    {
        var rows = _connection[
            "SELECT number FROM cases WHERE county = ?1 AND plot = ?2 AND procedure = ?3 AND NOT closed"
        ]
            .Bind(1, plot.County)
            .Bind(2, plot.Number)
            .Bind(3, procedure);
        var number = rows.Step() ? CaseNumber.Parse(rows.Text(0)) : null;
        rows.Reset();
        return number;
    }

    public int LastOf(int year)
    {
        var rows = _connection[
            "SELECT number FROM cases WHERE substr(number, 1, 5) = ?1 ORDER BY length(number) DESC, number DESC LIMIT 1"
        ]
            .Bind(1, year.ToString("0000", CultureInfo.InvariantCulture) + "-");
        var last = rows.Step() ? CaseNumber.Parse(rows.Text(0))?.Running : null;
        rows.Reset();
        return last ?? 0;
    }

    public void Put(CaseRow filed) => CaseWriter.Put(_connection, filed);

    public void Commit(DateTimeOffset recordedAt)
    {
        _ledger.Write();
        _extent.Write();
        _connection["UPDATE gpkg_contents SET last_change = ?1"].Bind(1, LedgerRow.Time(recordedAt)).Run();
        _connection.Execute("COMMIT");
        _connection.Dispose();
        _newFile?.Place();
    }

    public void Dispose()
    {
        _connection.Dispose();
        _newFile?.Remove();
    }
}
