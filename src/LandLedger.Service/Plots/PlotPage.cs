using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Service.Plots;

/// <summary>What a page is asked for.</summary>
internal sealed record PageQuery(DateOnly AsOf, int Limit)
{
    public SearchBox? Box { get; init; }

    public PlotPlace? After { get; init; }

    /// <summary>Null for the order of the key.</summary>
    public PlotSort? Sort { get; init; }

    /// <summary>Answered by the store.</summary>
    public BoundFilter? Filter { get; init; }

    /// <summary>Told by judging what the store finds.</summary>
    public FilterTest<Evaluation>? Class { get; init; }

    /// <summary>Whether plots must be looked at that may not be on the page.</summary>
    public bool Sifts => Class is not null;

    /// <summary>Whether outlines must be looked at to tell whether a plot is on a page.</summary>
    public bool SiftsShapes => Box is not null || Class?.Names(PlotQueryables.Geometry) is true;

    /// <summary>What to ask of the store, of all pages; the box is to be held against the outlines still.</summary>
    public PlotQuery Plots() =>
        new()
        {
            On = AsOf,
            Box = Box?.Bounds,
            Filter = Filter,
        };

    /// <summary>Whether a plot of these is on one of the pages.</summary>
    public bool Takes(Evaluation evaluation) => Takes(evaluation.Plot) && Class?.Holds(evaluation) is not false;

    public bool Takes(Plot plot) => Takes(plot.Shape);

    public bool Takes(PlotShape? shape) => Box?.Meets(shape!) is not false;
}

/// <summary>
/// One page of plots, read and judged while it is written. Pages hang together by key: nothing is lost or shown twice while others
/// write. When plots must be sifted for longer than the page may take, it ends early and the next one goes on.
/// </summary>
internal sealed class PlotPage(Park park, PageQuery asked, TimeProvider clock, TimeSpan time)
{
    private const int Stretch = 2048;

    /// <summary>
    /// Of plots of a box that are sifted so many are found and sorted first, then each time so many times as many: a page that is soon full
    /// costs little of a large box, and to find all of it costs a few searches.
    /// </summary>
    private const int InBox = 256;
    private const int Growth = 4;
    private const int Batch = 256;

    private readonly long _begun = clock.GetTimestamp();

    /// <summary>The last plot that was looked at, when there may be more behind it; known once the page has been read.</summary>
    public PlotPlace? Next { get; private set; }

    /// <summary>The plots of the page with what the rules say of them.</summary>
    public IEnumerable<Evaluation> Judged(CancellationToken cancel) =>
        Read(park.On(asked.AsOf).OneByOne, asked.Takes, cancel);

    /// <summary>The plots of the page as they are stored: no rule is asked. Only where no classes are sought.</summary>
    public IEnumerable<Plot> Unjudged(CancellationToken cancel) => Read(plots => plots, asked.Takes, cancel);

    /// <summary>The plots of the page as features. Only in order of the key and where no classes are sought.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Features(FeatureReader features, CancellationToken cancel)
    {
        var left = asked.Limit;
        var after = asked.After;
        while (true)
        {
            var stretch = left + 1;
            var read = 0;
            var query = asked.Plots() with { Shapes = true, Limit = stretch, After = after?.Key };
            foreach (var (key, feature) in features.Of(query, cancel))
            {
                var isTaken = asked.Takes(feature.Shape);
                if (isTaken && left-- == 0)
                {
                    Next = after;
                    yield break;
                }
                after = new(key, []);
                if (isTaken)
                    yield return feature.Bytes;
                if (++read % Batch == 0 && clock.GetElapsedTime(_begun) > time)
                {
                    Next = after;
                    yield break;
                }
            }
            if (read < stretch)
                yield break;
        }
    }

    private IEnumerable<T> Read<T>(
        Func<IEnumerable<Plot>, IEnumerable<T>> made,
        Func<T, bool> isTaken,
        CancellationToken cancel
    )
    {
        var left = asked.Limit;
        var after = asked.After;
        for (var stretch = StretchOf(left); ; stretch = Further(stretch, left))
        {
            var read = 0;
            foreach (var plots in Plots(after, stretch, cancel).Chunk(asked.Sifts ? Batch : Math.Min(left + 1, Batch)))
            {
                cancel.ThrowIfCancellationRequested();
                read += plots.Length;
                var sought = plots.Where(placed => asked.Takes(placed.Plot)).ToArray();
                foreach (var (item, (_, place)) in made(sought.Select(placed => placed.Plot)).Zip(sought))
                {
                    if (!isTaken(item))
                        continue;
                    if (left-- == 0)
                    {
                        Next = after;
                        yield break;
                    }
                    after = place;
                    yield return item;
                }
                after = plots[^1].Place;
                if (clock.GetElapsedTime(_begun) > time)
                {
                    Next = after;
                    yield break;
                }
            }
            if (stretch is null || read < stretch)
                yield break;
        }
    }

    private IEnumerable<PlacedPlot> Plots(PlotPlace? after, int? limit, CancellationToken cancel)
    {
        var query = asked.Plots() with { Shapes = true, Limit = limit };
        return asked.Sort is { } sort
            ? park.Store.Sorted(query, sort with { After = after }, cancel)
            : park
                .Store.Plots(query with { After = after?.Key }, cancel)
                .Select(plot => new PlacedPlot(plot, new(new(plot.County, plot.Number), [])));
    }

    /// <summary>
    /// How many plots to ask of the store at first: one more than fits when all are wanted; what is filtered, or sorted to be sifted, is read
    /// in one go.
    /// </summary>
    private int? StretchOf(int left) =>
        asked is { Sort: not null, Box: not null } ? null
        : !asked.Sifts ? left + 1
        : asked is { Sort: null, Box: not null } ? InBox
        : asked is { Filter: null, Sort: null } ? Stretch
        : null;

    /// <summary>How many to ask for after so many.</summary>
    private int? Further(int? stretch, int left) =>
        asked.Sifts && asked.Box is not null && stretch is { } before ? before * Growth : StretchOf(left);
}
