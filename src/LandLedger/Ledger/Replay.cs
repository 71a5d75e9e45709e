using LandLedger.Streams;

namespace LandLedger.Ledger;

/// <summary>Plots and firms as the entries of a ledger say them, all laid over one another in their order; streamed.</summary>
public static class Replay
{
    /// <summary>Subjects that are laid together on one core.</summary>
    private const int Stretch = 64;

    /// <summary>In byte order of county and number, ended ones too.</summary>
    /// <param name="recorded">By the entries up to this time (inclusive); by all when null.</param>
    public static IEnumerable<Plot> Plots(ILedger ledger, DateTimeOffset? recorded = null) =>
        Stretched<List<LedgerRow>>
            .Of(Groups(ledger, Subject.Plots, recorded), Stretch)
            .Through(groups => groups.Select(PlotOf).OfType<Plot>());

    /// <summary>What the entries about one subject say of a plot; null where they name none.</summary>
    internal static Plot? PlotOf(List<LedgerRow> rows)
    {
        var state = new PlotState();
        foreach (var entry in Readable(rows))
            state.Lay(entry);
        return state.Plot;
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

    internal static IEnumerable<List<LedgerEntry>> Subjects(ILedger ledger, string start, DateTimeOffset? recorded) =>
        Groups(ledger, start, recorded).Select(rows => Readable(rows).ToList()).Where(entries => entries.Count > 0);

    /// <summary>The entries about one subject after the other, as they are stored.</summary>
    internal static IEnumerable<List<LedgerRow>> Groups(ILedger ledger, string start, DateTimeOffset? recorded)
    {
        var of = new List<LedgerRow>();
        foreach (var row in UpTo(ledger.BySubject(start), recorded))
        {
            if (of.Count > 0 && of[0].About != row.About)
            {
                yield return of;
                of = [];
            }
            of.Add(row);
        }
        if (of.Count > 0)
            yield return of;
    }

    /// <summary>What cannot be read, or is about something else than the store says, is left out: the check of the chain tells it.</summary>
    private static IEnumerable<LedgerEntry> Readable(List<LedgerRow> rows)
    {
        foreach (var row in rows)
        {
            if (LedgerEntry.Read(row.Bytes) is { } entry && entry.About == row.About && SaidCheck.Wrong(entry) is null)
                yield return entry;
        }
    }
}
