using LandLedger.Import.Cells;
using LandLedger.Import.Checks;
using LandLedger.Import.Merging;
using LandLedger.Metrics;

namespace LandLedger.Import.Firms;

/// <summary>
/// What an import leaves doubtful of firms and of the figures that they share out, told at its rows once all plots are written: what it says
/// of one firm may make unknown what others come to on their plots.
/// </summary>
internal sealed class FirmDoubts(
    IImport import,
    IPlotStore store,
    FirmPlots plots,
    FirmsMet met,
    StatedParts stated,
    IssueLog issues
)
{
    public void Tell()
    {
        if (met.First is null && !stated.AnyYears)
            return;
        var firms = import.Firms().ToList();
        if (firms.Count == 0)
            return;
        var sharing = Sharing.Of(firms);
        var rows = new Rows(firms, met);
        if (met.First is not null)
        {
            TellSeats(rows);
            TellNamesakes(firms, rows);
            TellProblems(sharing, rows);
        }
        TellFigures(firms, sharing, rows);
    }

    private void TellSeats(Rows rows)
    {
        foreach (var (firm, place) in rows.Stated)
        foreach (var seat in firm.Occupancies.Select(Seat.Of).Distinct())
        {
            if (!plots.IsKnown(seat.Plot, seat.County))
                issues.Add(FirmCheck.Unknown(seat, firm.Name, place));
            else if (seat.County is null && plots.IsShared(seat.Plot))
                issues.Add(FirmCheck.Ambiguous(seat.Plot, firm.Name, place));
        }
    }

    private void TellNamesakes(IReadOnlyList<Firm> firms, Rows rows)
    {
        foreach (var namesakes in FirmCheck.Namesakes(firms))
        {
            if (namesakes.Select(firm => rows.Of(firm.Key)).LastOrDefault(place => place is not null) is { } place)
                issues.Add(FirmCheck.Of(namesakes, place, plots.Name));
        }
    }

    /// <summary>Problems that the firms of the import have of themselves, and those that it made.</summary>
    private void TellProblems(SharingResult sharing, Rows rows)
    {
        var before = Sharing.Of(store.Firms()).Problems.ToHashSet();
        foreach (var problem in sharing.Problems)
        {
            var isOwn =
                problem.Kind is not (SharingProblemKind.YearMissing or SharingProblemKind.NameShared)
                && rows.Of(problem.Firm) is not null;
            if (isOwn || !before.Contains(problem))
                issues.Add(FirmCheck.Of(problem, rows.Find(problem.Firm), rows.Of(problem), plots.Name));
        }
    }

    /// <summary>Plots of which the import states a figure, or a firm that sits on them.</summary>
    private void TellFigures(IReadOnlyList<Firm> firms, SharingResult sharing, Rows rows)
    {
        var figures = new SharedFigures(firms, sharing);
        foreach (var (plot, years) in sharing.ByPlot.OrderBy(plot => plot.Key))
        {
            var ofFirm = rows.On(new(plot.County, plot.Number));
            foreach (var year in years)
            {
                var ofPlot = stated.AnyYears ? stated.YearAt(plot, year.Year) : null;
                if (
                    (ofFirm ?? ofPlot) is { } place
                    && plots.Years(plot).FirstOrDefault(known => known.Year == year.Year) is { } known
                )
                    issues.AddAll(
                        figures.Of(
                            plot,
                            known,
                            place with
                            {
                                Plot = plots.Name(new(plot.County, plot.Number)),
                            },
                            ofFirm is null ? null : ofPlot
                        )
                    );
            }
        }
    }

    /// <summary>The rows of the import that speak of firms, by the firm, by its name and by the plots that it sits on.</summary>
    private sealed class Rows
    {
        private readonly Dictionary<string, Firm> _firms;
        private readonly Dictionary<string, RawPlace> _byKey;
        private readonly Dictionary<string, RawPlace> _byName = new(StringComparer.Ordinal);
        private readonly Dictionary<Seat, RawPlace> _bySeat = [];
        private readonly RawPlace? _first;

        public Rows(IEnumerable<Firm> firms, FirmsMet met)
        {
            _firms = firms.ToDictionary(firm => firm.Key, StringComparer.Ordinal);
            _byKey = met.Stated.ToDictionary(row => row.Key, row => row.Place, StringComparer.Ordinal);
            _first = met.First;
            foreach (var (firm, place) in Stated)
            {
                _byName.TryAdd(CellText.Plain(firm.Name), place);
                foreach (var occupancy in firm.Occupancies)
                    _bySeat.TryAdd(Seat.Of(occupancy), place);
            }
        }

        /// <summary>Firms that rows name, in the order of these.</summary>
        public IEnumerable<(Firm Firm, RawPlace Place)> Stated =>
            from row in _byKey
            where _firms.ContainsKey(row.Key)
            select (_firms[row.Key], row.Value);

        public Firm? Find(string? key) => key is null ? null : _firms.GetValueOrDefault(key);

        public RawPlace? Of(string? key) => key is not null && _byKey.TryGetValue(key, out var place) ? place : null;

        public RawPlace? On(Seat seat) => _bySeat.TryGetValue(seat, out var place) ? place : null;

        /// <summary>The row of the firm that the problem speaks of, else of another on its plot, else of one of its name, else any.</summary>
        public RawPlace Of(SharingProblem problem) =>
            Of(problem.Firm)
            ?? (problem.Seat is { } seat ? On(seat) : null)
            ?? (
                Find(problem.Firm) is { } firm && _byName.TryGetValue(CellText.Plain(firm.Name), out var place)
                    ? place
                    : _first!.Value
            );
    }
}
