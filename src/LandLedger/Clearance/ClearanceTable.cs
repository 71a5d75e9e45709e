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

    /// <summary>What is late in any open case on the day, of the stock or not, most days over first; last what nobody can tell.</summary>
    public required IReadOnlyList<DueCase> Late { get; init; }

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
        IEnumerable<BookedCase> cases,
        HolidayCalendar calendar,
        ClearanceTarget? target = null,
        IEnumerable<YearTarget>? targets = null
    )
    {
        var standing = cases.Select(booked => booked.On(on)).OfType<BookedCase>().ToList();
        var byPlot = standing.ToLookup(one => one.Plot.Number, StringComparer.Ordinal);
        var now = Classes(stock, judged);
        ClearanceLines category = new(),
            measure = new(),
            unit = new(),
            result = new();
        var total = ClearanceLines.Empty(null);
        var parts = new TargetParts((targets ?? []).Where(one => one.Year == year));
        foreach (var plot in stock.Plots)
        {
            var about = byPlot[plot.Plot.Number].Where(one => IsAbout(one, plot)).ToList();
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
            Late = DueCase.On(standing, on, overdue: true, calendar),
            Target = target,
            Targets = parts.Done(),
        };
    }

    /// <summary>
    /// Whether its procedure serves the class of the plot in the stock, or it is open and set that class itself; a case whose procedure is not at
    /// hand may be.
    /// </summary>
    private static bool IsAbout(BookedCase booked, StockPlot plot) =>
        (booked.Plot == plot.Plot || plot.Plot == booked.Plot with { County = "" })
        && (
            booked is not FiledCase { Case: var one }
            || one.Procedure.Categories.Contains(plot.Category)
            || (!one.IsClosed && one.Override?.Set == plot.Category)
        );

    /// <summary>Whether it was closed in the year with something done; where its procedure is not at hand, it may have been.</summary>
    private static bool IsClosedIn(BookedCase about, int year) =>
        about.IsClosed
        && about.Steps[^1].Day.Year == year
        && about is not FiledCase { Case.State.IsDropped: true } and not UnreadCase { IsDropped: true };

    private static ClearanceOutcome Outcome(
        StockPlot plot,
        List<BookedCase> about,
        Dictionary<PlotKey, Category> now,
        int year
    )
    {
        if (about.Exists(one => one is FiledCase && !one.IsClosed))
            return ClearanceOutcome.CaseOpen;
        if (about.Exists(one => one is UnreadCase && (!one.IsClosed || IsClosedIn(one, year))))
            return ClearanceOutcome.CaseUnread;
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
}
