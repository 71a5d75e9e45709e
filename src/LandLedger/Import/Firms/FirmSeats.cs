using LandLedger.Import.Checks;
using LandLedger.Import.Merging;
using LandLedger.Ledger;

namespace LandLedger.Import.Firms;

/// <summary>
/// Firms that were there before their plots, and whose rows named no county: they sit on the only plot of the number from the import on that
/// brings it, as a row that comes after it does. Where an import brings several they sit on none, and that is told.
/// </summary>
internal sealed class FirmSeats(IImport import, LedgerPen pen, FirmPlots plots, PlotsMet met, IssueLog issues)
{
    public void Place(string source)
    {
        foreach (var firm in import.Unplaced().GroupBy(seat => seat.Firm))
        {
            if (firm.FirstOrDefault(seat => seat.County is not null) is { Firm: not null } placed)
                pen.Put(
                    import.FindFirm(placed.Firm)!,
                    EntryKind.Changed,
                    met.ListedAt(new(placed.County!, placed.Plot)) ?? new(source, null, placed.Plot)
                );
            foreach (var seat in firm.Where(seat => seat.County is null))
                Tell(seat);
        }
    }

    private void Tell(UnplacedSeat seat)
    {
        foreach (var plot in plots.Counties(seat.Plot).Select(county => new PlotKey(county, seat.Plot)))
        {
            if (!met.IsAdded(plot) || met.ListedAt(plot) is not { } row)
                continue;
            var firm = import.FindFirm(seat.Firm)!;
            issues.Add(FirmCheck.Ambiguous(seat.Plot, firm.Name, row with { Plot = plot.ToString() }));
            return;
        }
    }
}
