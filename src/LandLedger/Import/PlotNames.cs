namespace LandLedger.Import;

/// <summary>Plots as people name them.</summary>
public static class PlotNames
{
    /// <summary>All plots of that number, ended ones too; where there is none the one that has it as its id (<see cref="PlotKey.Parse"/>).</summary>
    public static IReadOnlyList<Plot> Named(this IPlotStore store, string name) =>
        store.Find(name) is { Count: > 0 } found ? found
        : PlotKey.Parse(name) is { } key ? [.. store.Find(key.Number).Where(plot => PlotKey.Of(plot) == key)]
        : [];
}
