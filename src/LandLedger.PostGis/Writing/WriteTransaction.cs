using LandLedger.Ledger;
using LandLedger.PostGis.Reading;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Writing;

/// <summary>
/// The one write transaction of a store, whatever is written in it. It sees one state of the database: where another program changes a row
/// that it is about to write, it is refused and nothing of it stays.
/// </summary>
internal sealed class WriteTransaction : IDisposable
{
    private readonly WriteTurn _turn;
    private readonly Action _committed;

    /// <summary>Takes the session over, whose turn it is.</summary>
    public WriteTransaction(Session session, WriteTurn turn, Action committed)
    {
        (Session, _turn, _committed) = (session, turn, committed);
        session.Run("BEGIN ISOLATION LEVEL REPEATABLE READ");
        LastEntry = PostGisLedger.Last(session);
        Ledger = new(session, LastEntry?.Head ?? LedgerHead.None);
    }

    public Session Session { get; }

    /// <summary>The last entry of the ledger before this transaction; null where there is none.</summary>
    public LastEntry? LastEntry { get; }

    public LedgerWriter Ledger { get; }

    /// <summary>Ends it, once the ledger is ended.</summary>
    public void Commit()
    {
        _turn.Commit();
        _committed();
    }

    public void Dispose()
    {
        _turn.Dispose();
        Session.Dispose();
    }
}
