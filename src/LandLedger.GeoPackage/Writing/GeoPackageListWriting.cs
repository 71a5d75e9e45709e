using LandLedger.GeoPackage.Reading;
using LandLedger.Issuing;
using LandLedger.Ledger;

namespace LandLedger.GeoPackage.Writing;

/// <summary>The one write transaction, for issued lists.</summary>
internal sealed class GeoPackageListWriting(WriteTransaction transaction) : IListWriting
{
    public LastEntry? LastEntry => transaction.LastEntry;

    public void Append(LedgerRow entry, LedgerHead head) => transaction.Ledger.Append(entry, head);

    public ListRow? Find(ListNumber number) => ListReader.Find(transaction.Connection, number.ToString());

    public ListRow? Keyed(string key) => ListReader.Keyed(transaction.Connection, key);

    public int LastOf(int year) => RunningNumber.LastOf(transaction.Connection, year, "disposal_lists");

    public void Put(ListRow list) => ListWriter.Put(transaction.Connection, list);

    public void Commit(DateTimeOffset recordedAt)
    {
        transaction.Ledger.Write();
        transaction.Commit(LedgerRow.Time(recordedAt));
    }

    public void Dispose() => transaction.Dispose();
}
