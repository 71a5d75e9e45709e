using LandLedger.Fields;

namespace LandLedger.Import.Merging;

/// <summary>Which known plot a row speaks of: by its number, or by its supervision number where its table gives no other.</summary>
/// <param name="wasEmpty">The store held no plot when the import began.</param>
/// <param name="hold">Several tables may speak of one plot.</param>
internal sealed class PlotSearch(PendingPlots pending, PlotsMet met, bool wasEmpty, bool hold)
{
    private const int MostNamed = 10;

    /// <summary>The plots that the row may mean: none known, one, or several that nothing in the row tells apart.</summary>
    public IReadOnlyList<Plot> Matching(ParsedRow row)
    {
        var number = row.Plot!;
        var isAsGoodAsNew = row.Kind == RowKind.Plot && !row.LacksNumber && !(hold && row.IsNamedBySupervision);
        if (wasEmpty && isAsGoodAsNew && !met.Knows(number))
            return [];
        var known = row.IsNamedBySupervision ? Named(number) : pending.Find(number);
        return row.County is null ? known : [.. known.Where(p => p.County == row.County || p.County.Length == 0)];
    }

    /// <summary>
    /// The plots that a supervision number names: rather those that have not ended, and rather one that has a number of its own than
    /// the one that an earlier import numbered so.
    /// </summary>
    public IReadOnlyList<Plot> Named(string supervision)
    {
        IReadOnlyList<Plot> named =
        [
            .. pending.FindSupervised(supervision).Where(plot => plot.Number != supervision),
            .. pending.Find(supervision),
        ];
        if (named.Any(plot => plot.EndedOn is null))
            named = [.. named.Where(plot => plot.EndedOn is null)];
        return named.All(plot => plot.Number == supervision)
            ? named
            : [.. named.Where(plot => plot.Number != supervision)];
    }

    /// <summary>A plot that an earlier import numbered by the supervision number of this row, which gives the plot another number.</summary>
    public Plot? OfSupervision(ParsedRow row) =>
        !wasEmpty
        && !row.IsNamedBySupervision
        && row.Fact(PlotFields.SupervisionNumber).Text is { } supervision
        && supervision != row.Plot
            ? pending.Find(supervision).FirstOrDefault(plot => plot.EndedOn is null)
            : null;

    public static ImportIssue Ambiguity(ParsedRow row, IReadOnlyList<Plot> plots, RawPlace place)
    {
        if (plots.All(plot => plot.Number == row.Plot))
            return place.Issue("plot.ambiguous", Severity.Refuse, ("value", row.Plot!));
        var named = plots
            .Select(plot => plots.Count(other => other.Number == plot.Number) == 1 ? plot.Number : $"{KeyOf(plot)}")
            .Order(StringComparer.Ordinal)
            .Take(MostNamed);
        return place.Issue(
            "plot.supervision-shared",
            Severity.Refuse,
            ("value", row.Plot!),
            ("plots", string.Join(", ", named)),
            ("count", Cells.CellText.Count(plots.Count))
        );
    }

    private static PlotKey KeyOf(Plot plot) => new(plot.County, plot.Number);
}
