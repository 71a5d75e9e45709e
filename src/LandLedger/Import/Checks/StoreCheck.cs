using LandLedger.Acreage;
using LandLedger.Metrics;

namespace LandLedger.Import.Checks;

/// <summary>
/// What is doubtful in a store as it stands, plot by plot: no boundary, no stated area, figures that differ, days that cannot
/// follow each other or lie too far ahead of the last import, facts that contradict each other, supplements without a day of signing,
/// delays that may be one, codes of use that may mean several, uses that nobody can tell the group of, plots far from the rest of their county, plots that are the same land,
/// firms whose figures cannot be shared out. Changes nothing.
/// </summary>
/// <param name="Found">How many issues there are; of each code the first thousand are listed.</param>
public sealed record StoreCheck(AcreageSum Sum, int Found, IReadOnlyList<ImportIssue> Issues)
{
    private static readonly PlotQuery Shaped = new() { Shapes = true };

    /// <summary>Enough plots to tell where the park lies, whichever of them are misplaced.</summary>
    private static readonly PlotQuery Sample = new() { Shapes = true, Limit = 500 };

    public static StoreCheck Of(IPlotStore store, string name)
    {
        var issues = new IssueLog();
        var sum = default(AcreageSum);
        var firms = store.Firms().ToList();
        var occupied = Occupied(firms);
        var sharing = Sharing.Of(firms);
        var figures = new SharedFigures(firms, sharing);
        var shared = store.SharedNumbers();
        var places = new PlaceCheck();
        var uses = new UnclearUses();
        var overlaps = new OverlapCheck(store.Find, new());
        var sampled = places.Learn(store.Plots(Sample));
        var imported = LastImport(store);
        foreach (var plot in store.Plots(Shaped))
        {
            occupied.Remove(new(plot.County, plot.Number));
            sum += AcreageSum.Of(plot);
            var key = PlotKey.Of(plot);
            var place = new RawPlace(name, null, Shown(new(plot.County, plot.Number)));
            Check(plot, place, issues);
            issues.AddAll(uses.Check(plot, place));
            foreach (var year in plot.Years)
                issues.AddAll(figures.Of(key, year, place));
            if (imported is { } day)
            {
                issues.AddAll(DayAhead.Check(plot, place, day));
                issues.AddAll(YearAhead.Check(plot.Years.Select(year => year.Year), place, day));
            }
            if (plot.Shape is not { } shape)
                continue;
            overlaps.Note(plot, place);
            if (places.Abroad(shape, place) is { } abroad)
                issues.Add(abroad);
            if (places.Find(shape, before: null, place, plot.County) is { } misplaced)
                issues.Add(misplaced);
            if (!sampled.Contains(plot.County))
                places.Learn(shape, plot.County);
        }
        issues.AddAll(places.Early());
        issues.AddAll(overlaps.Find());
        foreach (var (seat, firm) in occupied.OrderBy(x => x.Key))
        {
            var place = new RawPlace(name, null, seat.Plot);
            if (seat.County is null && shared.Contains(seat.Plot))
                issues.Add(FirmCheck.Ambiguous(seat.Plot, firm, place));
            else if (!store.Find(seat.Plot).Any(plot => plot.County == seat.County))
                issues.Add(FirmCheck.Unknown(seat, firm, place));
        }
        var byKey = firms.ToLookup(firm => firm.Key, StringComparer.Ordinal);
        foreach (var problem in sharing.Problems)
        {
            var firm = problem.Firm is { } key ? byKey[key].FirstOrDefault() : null;
            issues.Add(FirmCheck.Of(problem, firm, new RawPlace(name, null, null), Shown));
        }
        foreach (var namesakes in FirmCheck.Namesakes(firms))
            issues.Add(FirmCheck.Of(namesakes, new RawPlace(name, null, null), Shown));
        return new(sum, issues.Count, issues.All());

        string Shown(Seat seat) => seat.Name(shared.Contains);
    }

    /// <summary>Plots that firms are entered on, each with one of its firms.</summary>
    private static Dictionary<Seat, string> Occupied(IReadOnlyList<Firm> firms)
    {
        var occupied = new Dictionary<Seat, string>();
        foreach (var firm in firms)
        {
            foreach (var occupancy in firm.Occupancies)
                occupied.TryAdd(Seat.Of(occupancy), firm.Name);
        }
        return occupied;
    }

    private static DateOnly? LastImport(IPlotStore store) =>
        store.Imports() is { Count: > 0 } imports
            ? DateOnly.FromDateTime(imports.Max(import => import.RecordedAt).UtcDateTime)
            : null;

    private static void Check(Plot plot, RawPlace place, IssueLog issues)
    {
        if (plot.Measured is null)
            issues.Add(place.Issue("plot.no-boundary", Severity.Note));
        if (plot.StatedArea is null)
            issues.Add(place.Issue("plot.no-stated-area", Severity.Note));
        if (AreaCheck.Find(plot, place) is { } mismatch)
            issues.Add(mismatch with { Severity = Severity.Warn });
        issues.AddAll(DateOrder.Check(plot, place.File, place.Line));
        issues.AddAll(DelayCheck.Check(plot, place));
        issues.AddAll(FactCheck.Check(plot, place));
        issues.AddAll(MoneyCheck.Check(plot, place));
        issues.AddAll(PartCheck.Check(plot, place));
        issues.AddAll(SupplementCheck.Check(plot, place));
        issues.AddAll(UseCheck.Check(plot, place));
        issues.AddAll(StageCheck.Check(plot, place));
    }
}
