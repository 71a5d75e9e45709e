namespace LandLedger.Rules;

/// <summary>Judges plots on one day: those that have ended by then are left out, the others get the years of their firms.</summary>
public sealed class ParkDay(Evaluator evaluator, IReadOnlyDictionary<string, IReadOnlyList<PlotYear>> shares)
{
    /// <summary>Streams, in the order given.</summary>
    public IEnumerable<Evaluation> Evaluate(IEnumerable<Plot> plots, CancellationToken cancel) =>
        evaluator.Evaluate(Listed(plots, cancel));

    private IEnumerable<Plot> Listed(IEnumerable<Plot> plots, CancellationToken cancel)
    {
        foreach (var plot in plots)
        {
            cancel.ThrowIfCancellationRequested();
            if (plot.EndedOn is not { } ended || ended > evaluator.AsOf)
                yield return WithShares(plot);
        }
    }

    /// <summary>What the ledger states for the plot itself goes before what its firms add up to.</summary>
    private Plot WithShares(Plot plot)
    {
        if (!shares.TryGetValue(plot.Number, out var shared))
            return plot;
        var stated = plot.Years.Select(year => year.Year).ToHashSet();
        var years = plot.Years.Concat(shared.Where(year => !stated.Contains(year.Year)));
        return plot with { Years = [.. years.OrderBy(year => year.Year)] };
    }
}
