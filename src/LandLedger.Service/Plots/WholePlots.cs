using LandLedger.Streams;

namespace LandLedger.Service.Plots;

/// <summary>All plots that are asked for, a stretch at a time.</summary>
internal sealed class WholePlots(Park park, PageQuery asked)
{
    /// <summary>The plots with what the rules say of them.</summary>
    public Stretched<Evaluation> Judged(CancellationToken cancel) =>
        park.On(asked.AsOf).Evaluate(Unjudged(cancel), cancel).Through(stretch => stretch.Where(asked.Takes));

    /// <summary>The plots as they are stored: no rule is asked. Only where no classes are sought.</summary>
    public Stretched<Plot> Unjudged(CancellationToken cancel) =>
        park.Store.Plots(asked.Plots() with { Shapes = true }, cancel).Through(stretch => stretch.Where(asked.Takes));
}
