using System.Globalization;
using LandLedger.Issuing;
using LandLedger.Ledger;
using LandLedger.PostGis.Reading;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Writing;

/// <summary>The one write transaction, for issued lists. It sees one state of the database, as an import does.</summary>
internal sealed class PostGisListWriting : IListWriting
{
    private readonly Session _session;
    private readonly WriteTurn _turn;
    private readonly Action _committed;
    private readonly LedgerWriter _ledger;

    /// <summary>Takes the session over, whose turn it is.</summary>
    public PostGisListWriting(Session session, WriteTurn turn, Action committed)
    {
        (_session, _turn, _committed) = (session, turn, committed);
        session.Run("BEGIN ISOLATION LEVEL REPEATABLE READ");
        LastEntry = PostGisLedger.Last(session);
        _ledger = new(session, LastEntry?.Head ?? LedgerHead.None);
    }

    public LastEntry? LastEntry { get; }

    public void Append(LedgerRow entry, LedgerHead head) => _ledger.Append(entry, head);

    public ListRow? Find(ListNumber number) => ListReader.Find(_session, number.ToString());

    public ListRow? Keyed(string key) => ListReader.Keyed(_session, key);

    public int LastOf(int year)
    {
        var last = _session.Value(
            Statement
                .Of(
                    "SELECT number FROM disposal_lists WHERE left(number, 5) = $1 ORDER BY length(number) DESC, number DESC LIMIT 1"
                )
                .With(year.ToString("0000", CultureInfo.InvariantCulture) + "-")
        );
        return last is string number ? ListNumber.Parse(number)?.Running ?? 0 : 0;
    }

    public void Put(ListRow list) => ListWriter.Put(_session, list);

    /// <summary>The triggers have noted that something was written beside imports: readers see another state.</summary>
    public void Commit(DateTimeOffset recordedAt)
    {
        _ledger.End();
        _turn.Commit();
        _committed();
    }

    public void Dispose()
    {
        _turn.Dispose();
        _session.Dispose();
    }
}
