namespace LandLedger.Ledger;

/// <summary>
/// The ledger (台账) of a store: every change of a fact, one entry after another, none of them ever altered. What plots and firms a store
/// has is what its entries say, laid over one another in their order.
/// </summary>
public interface ILedger
{
    /// <summary>What the store says is the last entry, by itself: checked against the entries by <see cref="LedgerCheck"/>.</summary>
    LedgerHead Head();

    /// <summary>Entries in order of their numbers, streamed.</summary>
    /// <param name="after">From the one after this number on.</param>
    IEnumerable<LedgerRow> Rows(long after = 0);

    /// <summary>Entries about one subject, in order of their numbers.</summary>
    IEnumerable<LedgerRow> About(string subject);

    /// <summary>Entries about some subjects, by one look, in byte order of the subjects and of one in order of the numbers.</summary>
    IEnumerable<LedgerRow> About(IReadOnlyList<string> subjects);

    /// <summary>Entries whose subject begins so, in byte order of the subjects and of one in order of the numbers, streamed.</summary>
    IEnumerable<LedgerRow> BySubject(string start);
}
