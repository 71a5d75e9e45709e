using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Metrics;
using LandLedger.Streams;

namespace LandLedger.Rules;

/// <summary>
/// Judges the plots of a store on a day: firms' years are shared out to their plots first, plots that had ended by then, or entered later, are left
/// out, and each evaluation has what the cases of its plot say. Streams in the order of the store.
/// </summary>
public static class ParkEvaluation
{
    public static Stretched<Evaluation> Of(
        IPlotStore store,
        RuleSet rules,
        DateOnly asOf,
        PlotQuery query,
        KeptFindings keep = KeptFindings.All,
        CancellationToken cancel = default
    ) => On(store, rules, asOf, keep).Evaluate(store.Plots(query with { Ended = true }, cancel), cancel);

    /// <summary>The plots that are named so (<see cref="PlotNames.Named"/>); empty when there is none on that day.</summary>
    public static IReadOnlyList<Evaluation> Of(IPlotStore store, RuleSet rules, DateOnly asOf, string name) =>
        store.Named(name) is { Count: > 0 } plots ? [.. On(store, rules, asOf, KeptFindings.All).OneByOne(plots)] : [];

    /// <summary>The one plot of that key; null where it is not in the register on that day.</summary>
    public static Evaluation? Of(IPlotStore store, RuleSet rules, DateOnly asOf, PlotKey plot) =>
        Of(store, rules, asOf, plot.Number).FirstOrDefault(evaluation => PlotKey.Of(evaluation.Plot) == plot);

    private static ParkDay On(IPlotStore store, RuleSet rules, DateOnly asOf, KeptFindings keep) =>
        new(new Evaluator(rules, asOf, keep), Sharing.Of(store.Firms()), ParkCases.On(asOf, store.Cases));
}
