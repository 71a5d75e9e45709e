using LandLedger.Import;
using LandLedger.Metrics;

namespace LandLedger.Rules;

/// <summary>
/// Judges the plots of a store on a day: firms' years are shared out to their plots first, plots that had ended by then are left
/// out. Streams in the order of the store.
/// </summary>
public static class ParkEvaluation
{
    public static IEnumerable<Evaluation> Of(IPlotStore store, RuleSet rules, DateOnly asOf, PlotQuery query)
    {
        var shares = Sharing.Of(store.Firms()).ByPlot;
        var plots = store
            .Plots(query with { Ended = true })
            .Where(plot => plot.EndedOn is not { } ended || ended > asOf)
            .Select(plot => WithShares(plot, shares));
        return new Evaluator(rules, asOf).Evaluate(plots);
    }

    /// <summary>One plot, with its firms' years; empty when there is none of that number.</summary>
    public static IReadOnlyList<Evaluation> Of(IPlotStore store, RuleSet rules, DateOnly asOf, string number)
    {
        var plots = store.Find(number);
        if (plots.Count == 0)
            return [];
        var shares = Sharing.Of(store.Firms()).ByPlot;
        var evaluator = new Evaluator(rules, asOf);
        return [.. plots.Select(plot => evaluator.Evaluate(WithShares(plot, shares)))];
    }

    /// <summary>What the ledger states for the plot itself goes before what its firms add up to.</summary>
    private static Plot WithShares(Plot plot, IReadOnlyDictionary<string, IReadOnlyList<PlotYear>> shares)
    {
        if (!shares.TryGetValue(plot.Number, out var shared))
            return plot;
        if (plot.Years.Count == 0)
            return plot with { Years = shared };
        var stated = plot.Years.Select(year => year.Year).ToHashSet();
        return plot with
        {
            Years = [.. plot.Years.Concat(shared.Where(y => !stated.Contains(y.Year))).OrderBy(y => y.Year)],
        };
    }
}
