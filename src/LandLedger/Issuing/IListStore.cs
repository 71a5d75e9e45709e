using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.Issuing;

/// <summary>Where the issued lists of a store are kept, beside its plots. Reading sees the last commit.</summary>
public interface IListStore
{
    /// <summary>All of them in order of their numbers, with their steps.</summary>
    IEnumerable<ListRow> Rows();

    ListRow? Find(ListNumber number);

    /// <summary>The greatest running number of a year; 0 where it has none.</summary>
    int LastOf(int year);

    /// <summary>Opens the one write transaction; disposing it without commit leaves the store as it was.</summary>
    /// <exception cref="StoreException">It cannot be written.</exception>
    IListWriting Begin();
}

/// <summary>A write transaction on the issued lists of a store. What is read in it stays so until it ends: nobody else writes meanwhile.</summary>
public interface IListWriting : IDisposable
{
    /// <summary>The last entry of the ledger before this transaction; null where there is none.</summary>
    LastEntry? LastEntry { get; }

    /// <summary>Appends an entry to the ledger: it comes after all others and makes this head.</summary>
    void Append(LedgerRow entry, LedgerHead head);

    ListRow? Find(ListNumber number);

    /// <summary>The list that was issued, or has a step, by that key.</summary>
    ListRow? Keyed(string key);

    /// <summary>The greatest running number of a year; 0 where it has none.</summary>
    int LastOf(int year);

    /// <summary>Inserts or replaces a list with its steps.</summary>
    void Put(ListRow list);

    /// <summary>Ends the transaction.</summary>
    void Commit(DateTimeOffset recordedAt);
}
