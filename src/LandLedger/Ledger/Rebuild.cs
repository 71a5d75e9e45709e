using LandLedger.Cases;
using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>Makes a store anew from a ledger: what another one held at some time, its ledger up to then with it.</summary>
public static class Rebuild
{
    /// <summary>Fills a store; false, and nothing is done, where nothing had been recorded by then.</summary>
    /// <param name="into">One without plots.</param>
    /// <param name="recorded">Entries up to this time count (inclusive).</param>
    /// <param name="kept">The cases as they are, for the states of those whose procedure is not at hand; null where they are not known.</param>
    /// <exception cref="StoreException">It cannot be written, or the chain of the ledger is broken; it is as it was before.</exception>
    public static bool Into(IPlotStore into, ILedger ledger, DateTimeOffset recorded, ICaseStore? kept = null)
    {
        if (LedgerCheck.Faults(ledger).FirstOrDefault() is { } fault)
            throw LedgerEntry.Altered(fault.Number, fault.About);
        using var import = new WriteBehind(into.BeginImport());
        var head = LedgerHead.None;
        foreach (var row in Replay.UpTo(ledger.Rows(), recorded))
            import.Append(row, head = head.Then(row.Bytes.Span));
        foreach (var plot in Replay.Plots(ledger, recorded))
            import.Put(plot);
        foreach (var firm in Replay.Firms(ledger, recorded))
            import.Put(firm);
        foreach (var filed in CaseReplay.Rows(ledger, into.Cases.Procedures, recorded, kept))
            import.Put(filed);
        foreach (var list in ListReplay.Rows(ledger, recorded))
            import.Put(list);
        if (import.IsEmpty)
            return false;
        import.Commit(recorded, [], new() { Outcome = ImportOutcome.Done, Files = [] });
        return true;
    }
}
