using LandLedger.Cases;
using LandLedger.GeoPackage.Reading;
using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.GeoPackage.Writing;

/// <summary>The one write transaction, for cases.</summary>
internal sealed class GeoPackageCaseWriting : ICaseWriting
{
    private readonly WriteTransaction _transaction;
    private readonly PlotReader _plots;
    private readonly Extent _extent;
    private readonly PlotWriter _writer;

    public GeoPackageCaseWriting(WriteTransaction transaction)
    {
        _transaction = transaction;
        _plots = new(transaction.Connection, new Interned());
        _extent = new(transaction.Connection, fresh: false);
        _writer = new(transaction.Connection, _extent, fresh: false);
    }

    public LastEntry? LastEntry => _transaction.LastEntry;

    public void Append(LedgerRow entry, LedgerHead head) => _transaction.Ledger.Append(entry, head);

    public Plot? Find(PlotKey plot) =>
        _plots.OfPlotNumber(plot.Number, Outlines.Boxes).Find(found => PlotKey.Of(found) == plot);

    public void Put(Plot plot) => _writer.Put(plot);

    public CaseRow? Find(CaseNumber number) => CaseReader.Find(_transaction.Connection, number.ToString());

    public CaseRow? Keyed(string key) => CaseReader.Keyed(_transaction.Connection, key);

    public CaseNumber? Open(PlotKey plot, string procedure)
    {
        var rows = _transaction
            .Connection["SELECT number FROM cases WHERE county = ?1 AND plot = ?2 AND procedure = ?3 AND NOT closed"]
            .Bind(1, plot.County)
            .Bind(2, plot.Number)
            .Bind(3, procedure);
        var number = rows.Step() ? CaseNumber.Parse(rows.Text(0)) : null;
        rows.Reset();
        return number;
    }

    public int LastOf(int year) => RunningNumber.LastOf(_transaction.Connection, year, "cases");

    public void Put(CaseRow filed) => CaseWriter.Put(_transaction.Connection, filed);

    public bool Has(string sha256)
    {
        var rows = _transaction.Connection["SELECT 1 FROM file_parts WHERE sha256 = ?1 LIMIT 1"].Bind(1, sha256);
        var has = rows.Step();
        rows.Reset();
        return has;
    }

    public void PutPart(string sha256, int part, ReadOnlySpan<byte> bytes) =>
        _transaction
            .Connection["INSERT INTO file_parts (sha256, part, bytes) VALUES (?1, ?2, ?3)"]
            .Bind(1, sha256)
            .Bind(2, (long)part)
            .Bind(3, bytes)
            .Run();

    public void Commit(DateTimeOffset recordedAt)
    {
        _transaction.Ledger.Write();
        _extent.Write();
        _transaction.Commit(LedgerRow.Time(recordedAt));
    }

    public void Dispose() => _transaction.Dispose();
}
