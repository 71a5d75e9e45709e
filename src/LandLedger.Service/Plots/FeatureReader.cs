using LandLedger.Disposal;
using LandLedger.Formats.Map;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Rules;

namespace LandLedger.Service.Plots;

/// <summary>
/// Plots as features: those that are kept as they are, the others read, judged where the columns ask for it, and kept. All that a
/// feature is made of is of the one state that its plot was found in.
/// </summary>
internal sealed class FeatureReader(Park park, KeptFeatures kept, FeatureForm form, GeoJsonOptions options)
{
    private const int Batch = 1024;

    private readonly bool _isJudged = options.Columns.Any(column => column.IsJudged);

    public FeatureForm Form => form;

    /// <summary>The features of a query in order of their key, all of one state.</summary>
    public IEnumerable<(PlotKey Key, KeptFeature Feature)> Of(PlotQuery query, CancellationToken cancel)
    {
        if (query.Filter is null && kept.Last(park.Opened) is { } last && Known(query, last) is { } known)
            return known;
        using var page = park.Store.Page(query, whole: kept.FewAreKept, cancel);
        if (page.Marks.Count == 0)
            return [];
        var found = page.State is { } state ? Told(page, kept.Of(park.Opened, state), cancel) : null;
        return found is null ? Unkept(query, cancel) : page.Marks.Zip(found, (mark, feature) => (mark.Key, feature));
    }

    /// <summary>Makes the features of all plots of a state that the user sees and that are not kept, while there is room and the store is in it; then keeps where they lie.</summary>
    public void Fill(KeptFeatures.OfState features, CancellationToken cancel)
    {
        var places = new List<(PlotMark, PlotShape?)>();
        PlotKey? after = null;
        while (features.HasRoom)
        {
            var query = new PlotQuery
            {
                On = form.AsOf,
                Shapes = true,
                Limit = Batch,
                After = after,
            };
            using var page = park.Store.Page(query, whole: true, cancel);
            if (page.Marks.Count == 0)
            {
                if (features.Store.State() == features.State && KeptPlaces.Of(places) is { } all)
                    features.Keep(form.AsOf, form.Sight, all);
                return;
            }
            if (page.State != features.State || Found(page, features, cancel, out _) is not { } found)
                return;
            places.AddRange(page.Marks.Zip(found, (mark, feature) => (mark, feature.Shape)));
            after = page.Marks[^1].Key;
        }
    }

    /// <summary>The features where all are kept and the store is still in that state; else null.</summary>
    private (PlotKey Key, KeptFeature Feature)[]? Known(PlotQuery query, KeptFeatures.OfState last)
    {
        if (
            last.PlacesOn(form.AsOf, form.Sight)?.Find(query.Box, query.After, query.Limit ?? int.MaxValue)
            is not { } marks
        )
            return null;
        var features = new (PlotKey Key, KeptFeature Feature)[marks.Count];
        for (var i = 0; i < features.Length; i++)
        {
            if (last.Find(form, marks[i]) is not { } feature)
                return null;
            features[i] = (marks[i].Key, feature);
        }
        return last.Store.State() == last.State ? features : null;
    }

    private KeptFeature[]? Told(IPlotPage page, KeptFeatures.OfState features, CancellationToken cancel)
    {
        var found = Found(page, features, cancel, out var wereKept);
        kept.Told(features, this, wereKept, page.Marks.Count);
        return found;
    }

    /// <summary>The features of all marks; null where the store went on before all were read.</summary>
    private KeptFeature[]? Found(
        IPlotPage page,
        KeptFeatures.OfState features,
        CancellationToken cancel,
        out int wereKept
    )
    {
        var found = new KeptFeature?[page.Marks.Count];
        var missing = new List<int>();
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = features.Find(form, page.Marks[i]);
            if (found[i] is null)
                missing.Add(i);
        }
        wereKept = found.Length - missing.Count;
        if (missing.Count == 0)
            return found!;
        if (
            park.At(features.State, form.AsOf) is not { } at
            || page.Read([.. missing.Select(i => page.Marks[i])], cancel) is not { } plots
        )
            return null;
        foreach (var (i, (plot, bytes)) in missing.Zip(plots.Zip(Made(plots, at.Day, at.Basis))))
        {
            var feature = new KeptFeature(page.Marks[i].Row, plot.Shape, bytes);
            features.Keep(form, page.Marks[i].Key, feature);
            found[i] = feature;
        }
        return found!;
    }

    private IEnumerable<byte[]> Made(IEnumerable<Plot> plots, ParkDay day, ListBasis basis) =>
        _isJudged
            ? GeoJsonMap.Features(day.OneByOne(plots), basis, options)
            : GeoJsonMap.Features(plots, basis, options);

    /// <summary>By one look at the plots themselves: where imports commit without pause there is always this way on.</summary>
    private IEnumerable<(PlotKey Key, KeptFeature Feature)> Unkept(PlotQuery query, CancellationToken cancel)
    {
        var basis = park.Basis(form.AsOf);
        var day = park.On(form.AsOf);
        foreach (var plots in park.Store.Plots(query, cancel).Chunk(Batch))
        {
            foreach (var (plot, bytes) in plots.Zip(Made(plots, day, basis)))
                yield return (new(plot.County, plot.Number), new(0, plot.Shape, bytes));
        }
    }
}
