using LandLedger.Import;
using LandLedger.Service.People;

namespace LandLedger.Service.Plots;

/// <summary>
/// Features and tiles that have been made, so that they are not made again while the store is as it was. Those of one state are kept by
/// themselves: with the first look at another state they are given up, and whoever still writes an answer of theirs has them to himself.
/// </summary>
internal sealed class KeptFeatures(ServiceOptions options) : IDisposable
{
    /// <summary>Pages that the share of kept features is taken over, about.</summary>
    private const float Pages = 8;

    private readonly FeatureFill _fill = new();
    private volatile OfState? _last;
    private volatile float _share;

    /// <summary>Whether of the pages asked for lately most features were not kept.</summary>
    public bool FewAreKept => _share < 0.5f;

    /// <summary>Those of a state of a store.</summary>
    public OfState Of(IPlotStore store, string state)
    {
        var last = _last;
        if (last is null || last.Store != store || last.State != state)
            (_last, _share) = (last = new(store, state, options.KeptBytes), 0);
        return last;
    }

    /// <summary>Those of the state that was seen last of this store, if any is kept; it may have gone on since.</summary>
    public OfState? Last(IPlotStore store) => _last is { } last && last.Store == store ? last : null;

    /// <summary>How many features of a page were kept.</summary>
    public void Told(OfState features, FeatureReader reader, int found, int all)
    {
        _share += (((float)found / all) - _share) / Pages;
        if (found < all)
            _fill.Missed(features, reader);
    }

    public void Dispose() => _fill.Dispose();

    /// <summary>Those of one state: three quarters of the room are for features, one for tiles.</summary>
    internal sealed class OfState(IPlotStore store, string state, long most)
    {
        private readonly Kept<(PlotKey, FeatureForm), KeptFeature> _features = new(
            most - (most / 4),
            feature => feature.Size
        );

        private volatile DayPlaces? _places;

        public IPlotStore Store => store;

        public string State => state;

        /// <summary>Tiles, those without plots too.</summary>
        public Kept<TileForm, byte[]> Tiles { get; } = new(most / 4, tile => KeptFeature.Room + tile.Length);

        /// <summary>Where the plots of a day lie to those of a sight, once all of them have been looked at; else null.</summary>
        public KeptPlaces? PlacesOn(DateOnly day, Sight sight) =>
            _places is { } places && places.Day == day && places.Sight == sight ? places.Places : null;

        public void Keep(DateOnly day, Sight sight, KeptPlaces places) => _places = new(day, sight, places);

        private sealed record DayPlaces(DateOnly Day, Sight Sight, KeptPlaces Places);

        /// <summary>Whether a feature more would put none out.</summary>
        public bool HasRoom => _features.HasRoom;

        /// <summary>The feature of a plot in a form, or null.</summary>
        public KeptFeature? Find(FeatureForm form, PlotMark plot) =>
            _features.Find((plot.Key, form)) is { } found && found.Row == plot.Row ? found : null;

        public void Keep(FeatureForm form, PlotKey plot, KeptFeature feature) => _features.Keep((plot, form), feature);
    }
}
