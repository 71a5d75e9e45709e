using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.PostGis.Reading;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Writing;

/// <summary>The one write transaction, for cases.</summary>
internal sealed class PostGisCaseWriting(WriteTransaction transaction) : ICaseWriting
{
    private readonly PlotWriter _plots = new(transaction.Session, fresh: false);

    public LastEntry? LastEntry => transaction.LastEntry;

    public void Append(LedgerRow entry, LedgerHead head) => transaction.Ledger.Append(entry, head);

    public Plot? Find(PlotKey plot) =>
        PlotReader
            .OfNumber(transaction.Session, plot.Number, Outlines.Boxes)
            .FirstOrDefault(found => PlotKey.Of(found) == plot);

    public void Put(Plot plot) => _plots.Put(plot);

    public CaseRow? Find(CaseNumber number) => CaseReader.Find(transaction.Session, number.ToString());

    public CaseRow? Keyed(string key) => CaseReader.Keyed(transaction.Session, key);

    public CaseNumber? Open(PlotKey plot, string procedure) =>
        transaction.Session.Value(
            Statement
                .Of(
                    "SELECT number FROM cases WHERE county = $1 AND plot = $2 AND procedure = $3 AND NOT closed LIMIT 1"
                )
                .With(plot.County)
                .With(plot.Number)
                .With(procedure)
        )
            is string number
            ? CaseNumber.Parse(number)
            : null;

    public int LastOf(int year) => RunningNumber.LastOf(transaction.Session, year, "cases");

    public void Put(CaseRow filed) => CaseWriter.Put(transaction.Session, filed);

    public bool Has(string sha256) =>
        transaction.Session.Value(Statement.Of("SELECT 1 FROM file_parts WHERE sha256 = $1 LIMIT 1").With(sha256))
            is not null;

    public void PutPart(string sha256, int part, ReadOnlySpan<byte> bytes) =>
        transaction.Session.Run(
            Statement
                .Of("INSERT INTO file_parts (sha256, part, bytes) VALUES ($1, $2, $3)")
                .With(sha256)
                .With((long?)part)
                .With(bytes.ToArray())
        );

    /// <summary>The triggers have noted that something was written beside imports: readers see another state.</summary>
    public void Commit(DateTimeOffset recordedAt)
    {
        _plots.Flush();
        transaction.Ledger.End();
        transaction.Commit();
    }

    public void Dispose() => transaction.Dispose();
}
