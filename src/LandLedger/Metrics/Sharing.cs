using LandLedger.Import;

namespace LandLedger.Metrics;

/// <summary>
/// Shares the yearly figures of firms out to plots (分摊). By declared shares where all plots of the firm and year have one; else everything
/// to the single plot; else by land area where all have one; else by floor area; else unknown. Amounts are cut to the fen (kWh to 0.01), or to the
/// last digit of a finer figure, by largest remainder, so that the parts add up to the firm's figure and the plots to the park. A firm on a
/// plot whose figure is not known makes the plot's figure unknown; so does one without a row for a year, which stays where it was placed last
/// until it is placed elsewhere. The order of the input does not matter.
/// </summary>
public static class Sharing
{
    private const int FenDigits = 2;

    private static readonly Func<FirmYear, decimal?>[] Figures =
    [
        year => year.Tax?.Yuan,
        year => year.Output?.Yuan,
        year => year.Revenue?.Yuan,
        year => year.AddedValue?.Yuan,
        year => year.KilowattHours,
    ];

    public static SharingResult Of(IEnumerable<Firm> firms)
    {
        var run = new Run();
        foreach (var firm in FirmGroup.Of(firms))
            run.Collect(firm);
        return run.Close();
    }

    private sealed class Run
    {
        private readonly SortedDictionary<Seat, SortedDictionary<int, PlotSum>> _plots = [];
        private readonly List<FirmGroup> _firms = [];
        private readonly List<FirmSharing> _shared = [];
        private readonly List<SharingProblem> _problems = [];

        /// <summary>First pass: which plot has which years at all.</summary>
        public void Collect(FirmGroup firm)
        {
            _firms.Add(firm);
            foreach (var year in firm.Years.Select(y => y.Year).Distinct())
            foreach (var occupancy in firm.Occupancies.Where(o => FirmStay.Holds(o, year)))
                Years(Seat.Of(occupancy)).TryAdd(year, new());
        }

        public SharingResult Close()
        {
            foreach (var firm in _firms)
            {
                Share(firm.Key, firm.Years, firm.Occupancies);
                LeaveGaps(firm.Key, firm.Years, firm.Occupancies);
            }
            Doubt();
            return new()
            {
                ByPlot = _plots
                    .Where(plot => plot.Key.County is not null)
                    .ToDictionary(plot => new PlotKey(plot.Key.County!, plot.Key.Plot), Closed),
                Unplaced = _plots
                    .Where(plot => plot.Key.County is null)
                    .ToDictionary(
                        plot => plot.Key.Plot,
                        plot => (IReadOnlyList<int>)[.. plot.Value.Keys],
                        StringComparer.Ordinal
                    ),
                Firms = _shared,
                Problems =
                [
                    .. _problems
                        .OrderBy(p => p.Firm, StringComparer.Ordinal)
                        .ThenBy(p => p.Plot, StringComparer.Ordinal)
                        .ThenBy(p => p.County, StringComparer.Ordinal)
                        .ThenBy(p => p.Year)
                        .ThenBy(p => p.Kind),
                ],
            };
        }

        private SortedDictionary<int, PlotSum> Years(Seat plot) =>
            _plots.TryGetValue(plot, out var years) ? years : _plots[plot] = [];

        private void Share(string firm, FirmYear[] years, Occupancy[] occupancies)
        {
            foreach (var rows in years.Distinct().GroupBy(y => y.Year).OrderBy(y => y.Key))
            {
                var year = rows.Key;
                var shares = FirmShares.Of(firm, year, occupancies);
                _shared.Add(new(firm, year, shares.Key, [.. shares.Plots.Select(plot => plot.Plot)]));
                var figures = rows.Count() == 1 ? rows.First() : null;
                if (figures is null)
                    _problems.Add(new(SharingProblemKind.TwoFigures, year, firm));
                if (shares.Problem is { } problem)
                    _problems.Add(problem);
                if (shares.LeavesShares)
                    _problems.Add(new(SharingProblemKind.ShareUnused, year, firm));
                foreach (var plot in shares.Plots)
                    Years(plot)[year].Keys |= shares.Key;
                for (var i = 0; i < Figures.Length; i++)
                    Share(i, figures is null ? null : Amount(firm, year, Figures[i](figures)), year, shares);
            }
        }

        private ExactAmount? Amount(string firm, int year, decimal? figure)
        {
            if (figure is not { } value)
                return null;
            if (value < 0)
                _problems.Add(new(SharingProblemKind.FigureNegative, year, firm, Value: value));
            return ExactAmount.From(value).AtLeast(FenDigits);
        }

        private void Share(int figure, ExactAmount? amount, int year, FirmShares shares)
        {
            var parts = shares.Problem is null ? amount?.Split(shares.Weights) : null;
            for (var i = 0; i < shares.Plots.Length; i++)
                Years(shares.Plots[i])[year].Add(figure, parts?[i]);
        }

        /// <summary>A firm on a plot that has no row for a year in which its neighbours have one: its part is unknown, not zero.</summary>
        private void LeaveGaps(string firm, FirmYear[] years, Occupancy[] occupancies)
        {
            var known = years.Select(y => y.Year).ToHashSet();
            var stay = new FirmStay(occupancies);
            foreach (var plot in occupancies.Select(Seat.Of).Distinct())
            foreach (var (year, sum) in Years(plot))
            {
                var lacksRow = !known.Contains(year);
                if (!stay.Lasts(plot, year) && !(lacksRow && stay.IsStated(plot, year)))
                    continue;
                sum.Spoil();
                if (lacksRow)
                    _problems.Add(new(SharingProblemKind.YearMissing, year, firm, plot.Plot) { County = plot.County });
            }
        }

        /// <summary>
        /// A firm without code may be one of several that bear its name: where it and they sit in its years nobody knows whose figures are
        /// told twice or lack a plot.
        /// </summary>
        private void Doubt()
        {
            var byKey = _firms.ToLookup(firm => FirmIdentity.Code(firm.Key), StringComparer.Ordinal);
            foreach (var firm in _firms.Where(firm => firm.Namesakes.Length > 0))
            foreach (var year in firm.Years.Select(y => y.Year).Distinct().Order())
            {
                var occupancies = firm
                    .Namesakes.SelectMany(code => byKey[code])
                    .Append(firm)
                    .SelectMany(f => f.Occupancies);
                foreach (var plot in occupancies.Where(o => FirmStay.Holds(o, year)).Select(Seat.Of).Distinct())
                {
                    Spoil(plot, year);
                    _problems.Add(
                        new(SharingProblemKind.NameShared, year, firm.Key, plot.Plot) { County = plot.County }
                    );
                }
            }
        }

        private void Spoil(Seat plot, int year)
        {
            var years = Years(plot);
            years.TryAdd(year, new());
            years[year].Spoil();
        }

        private IReadOnlyList<PlotYear> Closed(KeyValuePair<Seat, SortedDictionary<int, PlotSum>> plot) =>
            [.. plot.Value.Select(year => year.Value.Close(plot.Key, year.Key, _problems))];
    }

    private sealed class PlotSum
    {
        private readonly ExactAmount?[] _sums = [.. Figures.Select(_ => (ExactAmount?)ExactAmount.Zero)];

        /// <summary>By what the firms on the plot shared out theirs.</summary>
        public SharingKeys Keys { get; set; }

        public void Add(int figure, ExactAmount? part) => _sums[figure] += part;

        public void Spoil() => Array.Clear(_sums);

        public PlotYear Close(Seat plot, int year, List<SharingProblem> problems)
        {
            var values = _sums.Select(sum => sum?.ToDecimal()).ToArray();
            if (Enumerable.Range(0, values.Length).Any(i => _sums[i] is not null && values[i] is null))
                problems.Add(new(SharingProblemKind.FigureTooLarge, year, Plot: plot.Plot) { County = plot.County });
            return new()
            {
                Year = year,
                Basis = YearBasis.Shared,
                SharedBy = Keys,
                Tax = Yuan(values[0]),
                Output = Yuan(values[1]),
                Revenue = Yuan(values[2]),
                AddedValue = Yuan(values[3]),
                KilowattHours = values[4],
            };
        }

        private static Money? Yuan(decimal? value) => value is { } yuan ? Money.FromYuan(yuan) : null;
    }
}
