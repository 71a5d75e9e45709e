using LandLedger.Import.Firms;

namespace LandLedger.Import.Merging;

/// <summary>
/// Tells of rows that speak of a plot that has ended and is not taken up again: those beside the ledgers of plots (supplements, delays,
/// figures of years, firms), and those of ledgers that stand for a day before its end. What they state is taken in.
/// </summary>
internal sealed class EndedPlots(FirmPlots plots, IssueLog issues)
{
    private readonly HashSet<(string File, string Plot)> _looked = [];

    /// <summary>Looks at a plot as a row leaves it.</summary>
    public void Look(ParsedRow row, Plot plot)
    {
        if (plot.EndedOn is { } ended && _looked.Add((row.File, row.Plot!)))
            Tell(row, plot.Number, ended);
    }

    /// <summary>Looks for the plots that a firm sits on, each once a file.</summary>
    public void LookForPlots(FirmStatement told)
    {
        var row = told.Row;
        foreach (var occupancy in told.Occupancies)
        {
            if (_looked.Add((row.File, occupancy.Plot)) && plots.EndedOn(occupancy.Plot) is { } ended)
                Tell(row, occupancy.Plot, ended);
        }
    }

    private void Tell(ParsedRow row, string plot, DateOnly ended) =>
        issues.Add(
            new RawPlace(row.File, row.Line, plot).Issue(
                "plot.ended",
                Severity.Warn,
                ("value", plot),
                ("ended", Fact.Of(ended).ToString())
            )
        );
}
