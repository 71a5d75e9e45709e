using LandLedger.Cases;
using LandLedger.Metrics;
using LandLedger.Streams;

namespace LandLedger.Rules;

/// <summary>
/// Judges plots on one day: those that have ended by then, or enter later, are left out, the others get the years of their firms, and with the evaluation goes
/// what their cases say.
/// </summary>
/// <param name="cases">As they stand on the day of the evaluator.</param>
public sealed class ParkDay(Evaluator evaluator, SharingResult shares, ParkCases cases)
{
    /// <summary>Judges the plots that are in the register on the day, one after another.</summary>
    public IEnumerable<Evaluation> OneByOne(IEnumerable<Plot> plots)
    {
        var evaluations = evaluator.OneByOne(plots.Where(plot => plot.IsListedOn(evaluator.AsOf)).Select(WithShares));
        return cases.IsEmpty ? evaluations : evaluations.Select(WithCases);
    }

    /// <summary>Streams, in the order given.</summary>
    public Stretched<Evaluation> Evaluate(Stretched<Plot> plots, CancellationToken cancel) =>
        plots.Through(stretch =>
        {
            cancel.ThrowIfCancellationRequested();
            return OneByOne(stretch);
        });

    private Evaluation WithCases(Evaluation evaluation)
    {
        evaluation.Cases = cases.Of(evaluation.Plot);
        return evaluation;
    }

    /// <summary>What the ledger states for the plot itself goes before what its firms add up to.</summary>
    private Plot WithShares(Plot plot)
    {
        var shared = shares.Of(new(plot.County, plot.Number));
        if (shared.Count == 0)
            return plot;
        var stated = plot.Years.Select(year => year.Year).ToHashSet();
        var years = plot.Years.Concat(shared.Where(year => !stated.Contains(year.Year)));
        return plot with { Years = [.. years.OrderBy(year => year.Year)] };
    }
}
