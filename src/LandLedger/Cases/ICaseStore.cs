using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.Cases;

/// <summary>Where the cases of a store are kept, beside its plots. Reading sees the last commit.</summary>
public interface ICaseStore : IFileStore
{
    /// <summary>By which its cases are read, and new ones opened.</summary>
    Procedures Procedures { get; }

    /// <summary>Cases of a query in order of their numbers, with their steps. Of the query only what stands in a case's own columns is looked at.</summary>
    IEnumerable<CaseRow> Rows(CaseQuery query);

    CaseRow? Find(CaseNumber number);

    /// <summary>Opens the one write transaction; disposing it without commit leaves the store as it was.</summary>
    /// <exception cref="StoreException">It cannot be written.</exception>
    ICaseWriting Begin();
}

/// <summary>A write transaction on the cases of a store. What is read in it stays so until it ends: nobody else writes meanwhile.</summary>
public interface ICaseWriting : IFileWriting, IDisposable
{
    /// <summary>The last entry of the ledger before this transaction; null where there is none.</summary>
    LastEntry? LastEntry { get; }

    /// <summary>Appends an entry to the ledger: it comes after all others and makes this head.</summary>
    void Append(LedgerRow entry, LedgerHead head);

    /// <summary>The plot, with box and CRS of its shape and no outline.</summary>
    Plot? Find(PlotKey plot);

    /// <summary>Replaces a plot that <see cref="Find(PlotKey)"/> gave; the outline stays.</summary>
    void Put(Plot plot);

    CaseRow? Find(CaseNumber number);

    /// <summary>The case with a step of that key, be it one that <see cref="Find(CaseNumber)"/> does not show: no key is used twice.</summary>
    CaseRow? Keyed(string key);

    /// <summary>The open case of a plot under a procedure.</summary>
    CaseNumber? Open(PlotKey plot, string procedure);

    /// <summary>The greatest running number of a year; 0 where it has none.</summary>
    int LastOf(int year);

    /// <summary>Inserts or replaces a case with its steps.</summary>
    void Put(CaseRow filed);

    /// <summary>Ends the transaction.</summary>
    void Commit(DateTimeOffset recordedAt);
}
