using System.Globalization;
using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.PostGis.Reading;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Writing;

/// <summary>The one write transaction, for cases. It sees one state of the database, as an import does.</summary>
internal sealed class PostGisCaseWriting : ICaseWriting
{
    private readonly Session _session;
    private readonly WriteTurn _turn;
    private readonly Action _committed;
    private readonly PlotWriter _plots;
    private readonly LedgerWriter _ledger;

    /// <summary>Takes the session over, whose turn it is.</summary>
    public PostGisCaseWriting(Session session, WriteTurn turn, Action committed)
    {
        (_session, _turn, _committed) = (session, turn, committed);
        session.Run("BEGIN ISOLATION LEVEL REPEATABLE READ");
        _plots = new(session, fresh: false);
        LastEntry = PostGisLedger.Last(session);
        _ledger = new(session, LastEntry?.Head ?? LedgerHead.None);
    }

    public LastEntry? LastEntry { get; }

    public void Append(LedgerRow entry, LedgerHead head) => _ledger.Append(entry, head);

    public Plot? Find(PlotKey plot) =>
        PlotReader.OfNumber(_session, plot.Number, Outlines.Boxes).FirstOrDefault(found => PlotKey.Of(found) == plot);

    public void Put(Plot plot) => _plots.Put(plot);

    public CaseRow? Find(CaseNumber number) => CaseReader.Find(_session, number.ToString());

    public CaseRow? Keyed(string key) => CaseReader.Keyed(_session, key);

    public CaseNumber? Open(PlotKey plot, string procedure) =>
        NumberOf(
            Statement
                .Of(
                    "SELECT number FROM cases WHERE county = $1 AND plot = $2 AND procedure = $3 AND NOT closed LIMIT 1"
                )
                .With(plot.County)
                .With(plot.Number)
                .With(procedure)
        );

    public int LastOf(int year) =>
        NumberOf(
            Statement
                .Of(
                    "SELECT number FROM cases WHERE left(number, 5) = $1 ORDER BY length(number) DESC, number DESC LIMIT 1"
                )
                .With(year.ToString("0000", CultureInfo.InvariantCulture) + "-")
        )?.Running
        ?? 0;

    public void Put(CaseRow filed) => CaseWriter.Put(_session, filed);

    /// <summary>The triggers have noted that something was written beside imports: readers see another state.</summary>
    public void Commit(DateTimeOffset recordedAt)
    {
        _plots.Flush();
        _ledger.End();
        _turn.Commit();
        _committed();
    }

    public void Dispose()
    {
        _turn.Dispose();
        _session.Dispose();
    }

    private CaseNumber? NumberOf(Npgsql.NpgsqlBatchCommand statement) =>
        _session.Value(statement) is string number ? CaseNumber.Parse(number) : null;
}
