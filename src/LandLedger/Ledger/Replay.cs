namespace LandLedger.Ledger;

/// <summary>Plots and firms as the entries of a ledger say them, all laid over one another in their order; streamed.</summary>
public static class Replay
{
    /// <summary>In byte order of county and number, ended ones too.</summary>
    /// <param name="recorded">By the entries up to this time (inclusive); by all when null.</param>
    public static IEnumerable<Plot> Plots(ILedger ledger, DateTimeOffset? recorded = null)
    {
        foreach (var entries in Subjects(ledger, Subject.Plots, recorded))
        {
            var state = new PlotState();
            foreach (var entry in entries)
                state.Lay(entry);
            if (state.Plot is { } plot)
                yield return plot;
        }
    }

    /// <summary>In byte order of their keys, those of which nothing is stated any more too.</summary>
    public static IEnumerable<Firm> Firms(ILedger ledger, DateTimeOffset? recorded = null) =>
        Subjects(ledger, Subject.Firms, recorded)
            .Select(entries => entries[^1])
            .Where(last => last.Into is null)
            .Select(last => FirmSaid.Read(last.Says));

    /// <summary>Those of the entries that were recorded by then.</summary>
    internal static IEnumerable<LedgerRow> UpTo(IEnumerable<LedgerRow> entries, DateTimeOffset? recorded)
    {
        if (recorded is not { } last)
            return entries;
        var time = LedgerRow.Time(last);
        return entries.Where(entry => string.CompareOrdinal(entry.At, time) <= 0);
    }

    private static IEnumerable<List<LedgerEntry>> Subjects(ILedger ledger, string start, DateTimeOffset? recorded)
    {
        var of = new List<LedgerEntry>();
        foreach (var row in UpTo(ledger.BySubject(start), recorded))
        {
            // What cannot be read, or is about something else than the store says, is told by the check of the chain.
            if (
                LedgerEntry.Read(row.Bytes) is not { } entry
                || entry.About != row.About
                || SaidCheck.Wrong(entry) is not null
            )
                continue;
            if (of.Count > 0 && of[0].About != entry.About)
            {
                yield return of;
                of = [];
            }
            of.Add(entry);
        }
        if (of.Count > 0)
            yield return of;
    }
}
