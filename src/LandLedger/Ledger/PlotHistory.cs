using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>What the ledger tells of one plot.</summary>
public static class PlotHistory
{
    /// <summary>Its entries in order of their numbers, those from before it was given its county among them.</summary>
    public static IReadOnlyList<LedgerEntry> Of(ILedger ledger, PlotKey plot) =>
        [.. Rows(ledger, plot).Select(row => LedgerEntry.Read(row.Bytes)).OfType<LedgerEntry>()];

    /// <summary>The same as they are stored.</summary>
    public static IReadOnlyList<LedgerRow> Rows(ILedger ledger, PlotKey plot)
    {
        var rows = ledger.About(Subject.Of(plot)).ToList();
        // A subject that was another one begins anew with the entry that says so.
        var begins = rows.FindLastIndex(row => LedgerEntry.Read(row.Bytes)?.Was is not null);
        if (begins < 0)
            return rows;
        var was = LedgerEntry.Read(rows[begins].Bytes)!.Was!;
        return [.. ledger.About(was).Where(row => row.Number < rows[begins].Number), .. rows[begins..]];
    }

    /// <summary>
    /// The plot as it was held to be on a day, by what had been recorded at a time: two questions that each have their own answer. What was
    /// recorded later, or is said to be true only since a later day, is not in it. Null where nothing had been said of it.
    /// </summary>
    /// <param name="on">The day at whose close it is asked for.</param>
    /// <param name="recorded">Up to this time (inclusive).</param>
    public static Plot? At(ILedger ledger, PlotKey plot, DateOnly on, DateTimeOffset recorded)
    {
        var state = new PlotState();
        foreach (var entry in Of(ledger, plot))
        {
            if (entry.At <= recorded && entry.Since <= on)
                state.Lay(entry);
        }
        return state.Plot;
    }
}
