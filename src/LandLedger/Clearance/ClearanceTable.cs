using LandLedger.Acreage;
using LandLedger.Cases;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Clearance;

/// <summary>
/// How far the stock of a year is cleared on a day (年度清理进度): by class, by measure, by responsible unit and by what became of each plot. Each
/// plot stands in one line of each, so that all of them close with the total. Cases are taken as they were at the close of the day.
/// </summary>
public sealed record ClearanceTable
{
    /// <summary>Id of the fact that says which measure was chosen.</summary>
    private const string Measure = "measure";

    public required int Year { get; init; }

    /// <summary>The day of which it tells (inclusive).</summary>
    public required DateOnly On { get; init; }

    public required ClearanceStock Stock { get; init; }

    /// <summary>By which rules and data the plots were judged on the day.</summary>
    public required ListBasis Basis { get; init; }

    public required ClearanceLine Total { get; init; }

    /// <summary>By the class that counts in the stock, in the order of lists.</summary>
    public required IReadOnlyList<ClearanceLine> ByCategory { get; init; }

    /// <summary>By the measure that the case chose; null where none did.</summary>
    public required IReadOnlyList<ClearanceLine> ByMeasure { get; init; }

    /// <summary>By the unit responsible for the case; null where nobody said.</summary>
    public required IReadOnlyList<ClearanceLine> ByUnit { get; init; }

    /// <summary>By the code of a <see cref="ClearanceOutcome"/>.</summary>
    public required IReadOnlyList<ClearanceLine> ByOutcome { get; init; }

    /// <summary>What is late in any open case on the day, of the stock or not, most days over first; unknown due days last.</summary>
    public required IReadOnlyList<(FiledCase Filed, Deadline Deadline)> Late { get; init; }

    public ClearanceTarget? Target { get; init; }

    /// <summary>The targets of the year with what is reached, those of the whole stock first; empty where there are none.</summary>
    public IReadOnlyList<TargetPart> Targets { get; init; } = [];

    /// <summary>Looks up what became of each plot of the stock.</summary>
    /// <param name="on">A day of the year.</param>
    /// <param name="targets">Those of other years are left out.</param>
    /// <param name="judged">All plots that are in the register on the day, streamed.</param>
    public static ClearanceTable Of(
        ClearanceStock stock,
        int year,
        DateOnly on,
        ListBasis basis,
        IEnumerable<Evaluation> judged,
        IEnumerable<FiledCase> cases,
        HolidayCalendar calendar,
        ClearanceTarget? target = null,
        IEnumerable<YearTarget>? targets = null
    )
    {
        var standing = cases.Select(filed => filed.On(on)).OfType<FiledCase>().ToList();
        var byPlot = standing.ToLookup(one => one.Case.Plot.Number, StringComparer.Ordinal);
        var now = Classes(stock, judged);
        ClearanceLines category = new(),
            measure = new(),
            unit = new(),
            result = new();
        var total = ClearanceLines.Empty(null);
        var parts = new TargetParts((targets ?? []).Where(one => one.Year == year));
        foreach (var plot in stock.Plots)
        {
            var about = byPlot[plot.Plot.Number].Where(one => IsAbout(one, plot)).Select(one => one.Case).ToList();
            var outcome = Outcome(plot, about, now, year);
            var counts = about.FindLast(one => !one.IsClosed) ?? about.FindLast(one => IsClosedIn(one, year));
            total = total.With(plot.Sum, outcome);
            category.Add(Codes.Of(plot.Category), plot.Sum, outcome);
            var (chosen, by) = (counts?.Facts.GetValueOrDefault(Measure).Text, counts?.Responsible?.Unit);
            measure.Add(chosen, plot.Sum, outcome);
            unit.Add(by, plot.Sum, outcome);
            parts.Add(plot.Category, chosen, by, plot.Sum, outcome);
            result.Add(CodeText.Of(outcome), plot.Sum, outcome);
        }
        return new()
        {
            Year = year,
            On = on,
            Stock = stock,
            Basis = basis,
            Total = total,
            ByCategory = category.InOrder([.. ClearanceStock.Categories.Select(Codes.Of)]),
            ByMeasure = measure.InOrder([.. Enum.GetValues<MeasureKind>().Select(Codes.Of)]),
            ByUnit = unit.InOrder([]),
            ByOutcome = result.InOrder([.. Enum.GetValues<ClearanceOutcome>().Select(CodeText.Of)]),
            Late = Overdue(standing, on, calendar),
            Target = target,
            Targets = parts.Done(),
        };
    }

    /// <summary>Whether its procedure serves the class of the plot in the stock, or it is open and set that class itself.</summary>
    private static bool IsAbout(FiledCase filed, StockPlot plot) =>
        (filed.Case.Plot == plot.Plot || plot.Plot == filed.Case.Plot with { County = "" })
        && (
            filed.Case.Procedure.Categories.Contains(plot.Category)
            || (!filed.Case.IsClosed && ParkCases.Set([filed])?.Category == plot.Category)
        );

    private static bool IsClosedIn(Case about, int year) =>
        about.State is { IsClosed: true, IsDropped: false } && about.Steps[^1].Day.Year == year;

    private static ClearanceOutcome Outcome(
        StockPlot plot,
        List<Case> about,
        Dictionary<PlotKey, Category> now,
        int year
    )
    {
        if (about.Exists(one => !one.IsClosed))
            return ClearanceOutcome.CaseOpen;
        if (about.Exists(one => IsClosedIn(one, year)))
            return ClearanceOutcome.CaseClosed;
        if (!now.TryGetValue(plot.Plot, out var category))
            return ClearanceOutcome.Ended;
        return category == Category.Undetermined || ClearanceStock.Categories.Contains(category)
            ? ClearanceOutcome.Untouched
            : ClearanceOutcome.ClassLeft;
    }

    /// <summary>The classes of the plots of the stock; of one that was given its county since, by its key of then.</summary>
    private static Dictionary<PlotKey, Category> Classes(ClearanceStock stock, IEnumerable<Evaluation> judged)
    {
        var wanted = stock.Plots.Select(plot => plot.Plot).ToHashSet();
        var classes = new Dictionary<PlotKey, Category>();
        foreach (var evaluation in judged)
        {
            var key = PlotKey.Of(evaluation.Plot);
            if (!wanted.Contains(key))
                key = key with { County = "" };
            if (wanted.Contains(key))
                classes.TryAdd(key, evaluation.CountsAs);
        }
        return classes;
    }

    private static IReadOnlyList<(FiledCase, Deadline)> Overdue(
        List<FiledCase> standing,
        DateOnly on,
        HolidayCalendar calendar
    )
    {
        var filed = standing.ToDictionary(one => one.Case);
        return
        [
            .. Deadlines
                .On(filed.Keys, on, 0, calendar)
                .Where(deadline => deadline.MayBeOverdue)
                .Select(deadline => (filed[deadline.Case], deadline)),
        ];
    }
}
