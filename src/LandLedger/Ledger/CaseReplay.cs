using LandLedger.Cases;
using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>Cases as the entries of a ledger say them; a case goes along with a plot that was given its county later.</summary>
internal static class CaseReplay
{
    /// <summary>In byte order of their numbers.</summary>
    /// <param name="procedures">Those at hand; of a case of another one the state is empty.</param>
    /// <param name="recorded">By the entries up to this time (inclusive); by all when null.</param>
    /// <param name="kept">Where the state of a case whose procedure is not at hand is looked up; null where nobody is to be asked.</param>
    public static IEnumerable<CaseRow> Rows(
        ILedger ledger,
        Procedures procedures,
        DateTimeOffset? recorded = null,
        ICaseStore? kept = null
    )
    {
        var moves = new Lazy<ILookup<PlotKey, (long Number, PlotKey Into)>>(() =>
            Moves(ledger, recorded).ToLookup(move => move.From, move => (move.Number, move.Into))
        );
        foreach (var entries in Replay.Subjects(ledger, Subject.Cases, recorded))
        {
            if (Row([.. entries.Select(StepSaid.Read).OfType<CaseRow>()], procedures, kept) is { } row)
                yield return row with
                {
                    Plot = Moved(row, moves),
                };
        }
    }

    /// <summary>The plot under its last key: only one that nobody had said the county of has another one later.</summary>
    private static PlotKey Moved(CaseRow row, Lazy<ILookup<PlotKey, (long Number, PlotKey Into)>> moves)
    {
        if (row.Plot.County.Length > 0)
            return row.Plot;
        var later = moves.Value[row.Plot].Where(move => move.Number > row.Steps[^1].Entry).Select(move => move.Into);
        return later.Append(row.Plot).First();
    }

    private static IEnumerable<(PlotKey From, long Number, PlotKey Into)> Moves(
        ILedger ledger,
        DateTimeOffset? recorded
    ) =>
        from row in Replay.UpTo(ledger.BySubject(Subject.Of(new PlotKey("", ""))), recorded)
        let entry = LedgerEntry.Read(row.Bytes)
        where entry is { Kind: EntryKind.Moved, Into: not null }
        let plot = Subject.PlotOf(entry.About)
        let moved = Subject.PlotOf(entry.Into!)
        where plot is not null && moved is not null
        select (plot.Value, entry.Number, moved.Value);

    private static CaseRow? Row(IReadOnlyList<CaseRow> steps, Procedures procedures, ICaseStore? kept)
    {
        if (steps.Count == 0)
            return null;
        var row = steps[0] with
        {
            Plot = steps[^1].Plot,
            LastDay = steps[^1].LastDay,
            Steps = [.. steps.Select((step, i) => step.Steps[0] with { Place = i + 1 })],
        };
        if (procedures.Of(row) is not { } procedure)
            return kept is not null && CaseNumber.Parse(row.Number) is { } number
                ? AsKept(row, kept.Find(number))
                : row;
        return FiledCase.Replayed(row, procedure) is { } replayed
            ? row with
            {
                State = replayed.State.Id,
                IsClosed = replayed.IsClosed,
            }
            : row;
    }

    /// <summary>The state that the store has, where it has these steps and no more: a case that went on was not closed, and its state of then is nowhere.</summary>
    private static CaseRow AsKept(CaseRow row, CaseRow? kept) =>
        kept is not null && kept.Steps.Count == row.Steps.Count
            ? row with
            {
                State = kept.State,
                IsClosed = kept.IsClosed,
            }
            : row;
}
