using LandLedger.Issuing;
using LandLedger.Ledger;
using LandLedger.PostGis.Reading;

namespace LandLedger.PostGis.Writing;

/// <summary>The one write transaction, for issued lists.</summary>
internal sealed class PostGisListWriting(WriteTransaction transaction) : IListWriting
{
    public LastEntry? LastEntry => transaction.LastEntry;

    public void Append(LedgerRow entry, LedgerHead head) => transaction.Ledger.Append(entry, head);

    public ListRow? Find(ListNumber number) => ListReader.Find(transaction.Session, number.ToString());

    public ListRow? Keyed(string key) => ListReader.Keyed(transaction.Session, key);

    public int LastOf(int year) => RunningNumber.LastOf(transaction.Session, year, "disposal_lists");

    public void Put(ListRow list) => ListWriter.Put(transaction.Session, list);

    /// <summary>The triggers have noted that something was written beside imports: readers see another state.</summary>
    public void Commit(DateTimeOffset recordedAt)
    {
        transaction.Ledger.End();
        transaction.Commit();
    }

    public void Dispose() => transaction.Dispose();
}
