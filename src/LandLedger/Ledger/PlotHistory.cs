using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>What the ledger tells of one plot.</summary>
public static class PlotHistory
{
    /// <summary>
    /// The plot as it was held to be on a day, by what had been recorded at a time: two questions that each have their own answer. What was
    /// recorded later, or is said to be true only since a later day, is not in it.
    /// </summary>
    /// <param name="on">The day at whose close it is asked for; whatever day when null.</param>
    /// <param name="recorded">Up to this time (inclusive); whenever when null.</param>
    /// <exception cref="StoreException">An entry was altered into something that cannot be read.</exception>
    public static HeldPlot At(ILedger ledger, PlotKey plot, DateOnly? on, DateTimeOffset? recorded)
    {
        var told = Read(ledger, plot).Where(one => Counts(one.Entry, on, recorded)).ToList();
        List<LedgerEntry> entries = [.. told.Select(one => one.Entry)];
        return new(entries, [.. told.Select(one => one.Row)], Laid(entries));
    }

    /// <summary>
    /// The plot as it was known at the close of a day when an entry about a case had just been written, with what that wrote about the plot. What
    /// is said to be true only since a later day counts where nothing else tells of the plot. Null where nothing does.
    /// </summary>
    /// <param name="entry">Number of the entry of the case.</param>
    internal static Plot? KnownAt(ILedger ledger, PlotKey plot, long entry, DateOnly day)
    {
        var all = Read(ledger, plot).Select(one => one.Entry).ToList();
        var at = ledger.Rows(entry - 1).First().At;
        List<LedgerEntry> known = [.. all.Where(one => one.Number <= entry || IsOfStep(one, entry, at))];
        return Laid(known.Where(one => one.Since <= day)).Plot ?? Laid(known).Plot;
    }

    /// <summary>What a step establishes for its plot is written behind it, at the same time, as a change that comes from no file.</summary>
    private static bool IsOfStep(LedgerEntry entry, long step, string at) =>
        entry.Number == step + 1 && entry is { Kind: EntryKind.Changed, File: null } && LedgerRow.Time(entry.At) == at;

    private static PlotState Laid(IEnumerable<LedgerEntry> entries)
    {
        var state = new PlotState();
        foreach (var entry in entries)
            state.Lay(entry);
        return state;
    }

    /// <summary>The key that a plot goes by now: another one where it was given its county since.</summary>
    public static PlotKey KeyNow(ILedger ledger, PlotKey plot) =>
        ledger.About(Subject.Of(plot)).LastOrDefault() is { Number: > 0 } last
        && LedgerEntry.Of(last).Into is { } into
        && Subject.PlotOf(into) is { } now
            ? now
            : plot;

    private static bool Counts(LedgerEntry entry, DateOnly? on, DateTimeOffset? recorded) =>
        (on is not { } day || entry.Since <= day) && (recorded is not { } time || entry.At <= time);

    /// <summary>All its entries in order of their numbers, those from before it was given its county among them.</summary>
    private static List<(LedgerRow Row, LedgerEntry Entry)> Read(ILedger ledger, PlotKey plot) =>
        Whole(ledger, [.. ledger.About(Subject.Of(plot)).Select(Read)], Read);

    /// <summary>Entries about a plot with those from before it was given its county.</summary>
    /// <param name="told">All about its subject.</param>
    /// <param name="read">Reads one more.</param>
    internal static List<(LedgerRow Row, LedgerEntry Entry)> Whole(
        ILedger ledger,
        List<(LedgerRow Row, LedgerEntry Entry)> told,
        Func<LedgerRow, (LedgerRow Row, LedgerEntry Entry)> read
    )
    {
        // A subject that was another one begins anew with the entry that says so.
        var begins = told.FindLastIndex(one => one.Entry.Was is not null);
        if (begins < 0)
            return told;
        var (row, entry) = told[begins];
        var before = ledger.About(entry.Was!).Where(one => one.Number < row.Number).Select(read);
        return [.. before, .. told[begins..]];
    }

    private static (LedgerRow Row, LedgerEntry Entry) Read(LedgerRow row) => (row, LedgerEntry.Of(row));
}

/// <summary>A plot as it was held to be, and the entries that say so.</summary>
/// <param name="Rows">The entries as they are stored.</param>
/// <param name="State">What they say, laid over one another; its plot is null where nothing had been said of it.</param>
public sealed record HeldPlot(IReadOnlyList<LedgerEntry> Entries, IReadOnlyList<LedgerRow> Rows, PlotState State);
