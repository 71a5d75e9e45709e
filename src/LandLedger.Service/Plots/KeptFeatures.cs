using LandLedger.Import;

namespace LandLedger.Service.Plots;

/// <summary>
/// Features and tiles that have been made, so that they are not made again while the store is as it was. Those of one state are kept by
/// themselves: with the first look at another state they are given up, and whoever still writes an answer of theirs has them to himself.
/// </summary>
internal sealed class KeptFeatures(ServiceOptions options)
{
    private volatile OfState? _last;

    /// <summary>Those of a state of a store.</summary>
    public OfState Of(IPlotStore store, string state)
    {
        var last = _last;
        if (last is null || last.Store != store || last.State != state)
            _last = last = new(store, state, options.KeptBytes);
        return last;
    }

    /// <summary>Those of one state: three quarters of the room are for features, one for tiles.</summary>
    internal sealed class OfState(IPlotStore store, string state, long most)
    {
        private readonly Kept<(PlotKey, FeatureForm), KeptFeature> _features = new(
            most - (most / 4),
            feature => feature.Size
        );

        public IPlotStore Store => store;

        public string State => state;

        /// <summary>Tiles, those without plots too.</summary>
        public Kept<TileForm, byte[]> Tiles { get; } = new(most / 4, tile => KeptFeature.Room + tile.Length);

        /// <summary>The feature of a plot in a form, or null.</summary>
        public KeptFeature? Find(FeatureForm form, PlotMark plot) =>
            _features.Find((plot.Key, form)) is { } found && found.Row == plot.Row ? found : null;

        public void Keep(FeatureForm form, PlotKey plot, KeptFeature feature) => _features.Keep((plot, form), feature);
    }
}
