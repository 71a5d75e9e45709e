using LandLedger.Import.Merging;
using LandLedger.Ledger;

namespace LandLedger.Import.Firms;

/// <summary>What one import makes of firms: their rows are gathered, then laid over what is known, then what is no longer said is withdrawn.</summary>
internal sealed class FirmImport
{
    private readonly PendingPlots _pending;
    private readonly FirmRows _rows;
    private readonly FirmMerge _merge;
    private readonly FirmEnds _ends;
    private readonly FirmSeats _seats;
    private readonly FirmDoubts _doubts;

    public FirmImport(
        IImport import,
        LedgerPen pen,
        IPlotStore store,
        ImportOptions options,
        TakenFiles taken,
        IssueLog issues,
        PendingPlots pending,
        PlotsMet plotsMet,
        StatedParts stated
    )
    {
        _pending = pending;
        Plots = new(pending);
        _rows = new(import, pen, store, Plots, issues);
        _merge = new(import, pen, issues, _rows, Plots);
        _ends = new(import, pen, options, taken, issues, Met);
        _seats = new(import, pen, Plots, plotsMet, issues);
        _doubts = new(import, store, Plots, Met, stated, issues);
    }

    /// <summary>The plots that firms sit on.</summary>
    public FirmPlots Plots { get; }

    public FirmsMet Met => _merge.Met;

    public int Refused => _merge.Refused + _ends.Refused;

    /// <summary>Holds a row.</summary>
    /// <param name="plot">The plot of a row of the ledger of plots; null in tables of firms, whose rows name theirs.</param>
    public void Add(ParsedRow row, string source, PlotKey? plot) => _rows.Add(row, source, plot);

    /// <summary>A refused row is no sign that its firm is gone.</summary>
    public void KeepRefused(string source) => _ends.KeepRefused(source);

    /// <summary>Takes what rows say of firms, once all plots are there and all rows tell which firm bears which code.</summary>
    public void Take(EndedPlots ended, RefusedRows refused)
    {
        void Refuse(ParsedRow row, string source)
        {
            refused.Add(row);
            KeepRefused(source);
        }

        _pending.Flush();
        foreach (var told in _rows.Take(Refuse))
        {
            _merge.Add(told);
            _ends.Note(told);
            if (told.Row.Kind == RowKind.FirmYear)
                ended.LookForPlots(told);
        }
    }

    /// <summary>Withdraws what the sources of the import no longer say, and gives firms that were there before their plots the county of these.</summary>
    public void End(IReadOnlyList<string> sources)
    {
        _ends.End(sources);
        _seats.Place(sources[0]);
    }

    /// <summary>Names what the import leaves doubtful of firms and their figures, when all plots are written.</summary>
    public void Check() => _doubts.Tell();
}
