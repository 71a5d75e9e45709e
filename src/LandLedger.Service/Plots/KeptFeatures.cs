using System.Collections.Concurrent;
using LandLedger.Import;

namespace LandLedger.Service.Plots;

/// <summary>
/// Features that have been made, so that they are not made again while the store is as it was. Those of one state are kept by
/// themselves: with the first page of another state they are given up, and whoever still writes a page of theirs has them to himself.
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

    /// <summary>
    /// Features of one state, at most so many bytes. They lie in two halves: when the newer one is full, the older one is given up and
    /// the newer one takes its place; what is found in the older one moves to the newer. So what is asked for again stays, and giving
    /// up costs nothing. Safe for use by several threads.
    /// </summary>
    internal sealed class OfState(IPlotStore store, string state, long most)
    {
        private readonly Lock _lock = new();
        private volatile Half _newer = new();
        private volatile Half _older = new();
        private long _size;

        public IPlotStore Store => store;

        public string State => state;

        /// <summary>The feature of a plot in a form, or null.</summary>
        public KeptFeature? Find(FeatureForm form, PlotMark plot)
        {
            if (_newer.Find(form, plot) is { } found)
                return found;
            if (_older.Find(form, plot) is not { } older)
                return null;
            Keep(form, plot.Key, older);
            return older;
        }

        public void Keep(FeatureForm form, PlotKey plot, KeptFeature feature)
        {
            var size = feature.Size;
            if (size > most / 2)
                return;
            lock (_lock)
            {
                if (_size + size > most / 2)
                    (_older, _newer, _size) = (_newer, new(), 0);
                if (_newer.Add(form, plot, feature))
                    _size += size;
            }
        }
    }

    private sealed class Half
    {
        private readonly ConcurrentDictionary<FeatureForm, ConcurrentDictionary<PlotKey, KeptFeature>> _forms = [];

        public KeptFeature? Find(FeatureForm form, PlotMark plot) =>
            _forms.TryGetValue(form, out var features)
            && features.TryGetValue(plot.Key, out var feature)
            && feature.Row == plot.Row
                ? feature
                : null;

        /// <summary>False where there is one already, or one of another row was replaced.</summary>
        public bool Add(FeatureForm form, PlotKey plot, KeptFeature feature)
        {
            var features = _forms.GetOrAdd(form, _ => []);
            if (features.TryAdd(plot, feature))
                return true;
            features[plot] = feature;
            return false;
        }
    }
}
