using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Service.Plots;

/// <summary>What a page is asked for.</summary>
internal sealed record PageQuery(DateOnly AsOf, int Limit)
{
    public SearchBox? Box { get; init; }

    public PlotKey? After { get; init; }

    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>Answered by the store.</summary>
    public BoundFilter? Filter { get; init; }

    /// <summary>Whether plots must be looked at that may not be on the page.</summary>
    public bool Sifts => Categories.Count > 0;

    /// <summary>What to ask of the store, of all pages; the box is to be held against the outlines still.</summary>
    public PlotQuery Plots() =>
        new()
        {
            On = AsOf,
            Box = Box?.Bounds,
            Filter = Filter,
        };

    /// <summary>Whether a plot of these is on one of the pages.</summary>
    public bool Takes(Evaluation evaluation) =>
        (Categories.Count == 0 || Categories.Contains(evaluation.Category)) && Takes(evaluation.Plot);

    public bool Takes(Plot plot) => Box?.Meets(plot.Shape!) is not false;
}

/// <summary>
/// One page of plots, read and judged while it is written. Pages hang together by key: nothing is lost or shown twice while others
/// write. When plots must be sifted for longer than the page may take, it ends early and the next one goes on.
/// </summary>
internal sealed class PlotPage(Park park, PageQuery asked, TimeProvider clock, TimeSpan time)
{
    private const int Stretch = 2048;
    private const int Batch = 256;

    private readonly long _begun = clock.GetTimestamp();

    /// <summary>The last plot that was looked at, when there may be more behind it; known once the page has been read.</summary>
    public PlotKey? Next { get; private set; }

    /// <summary>The plots of the page with what the rules say of them.</summary>
    public IEnumerable<Evaluation> Judged(CancellationToken cancel) =>
        Read(park.On(asked.AsOf).OneByOne, evaluation => evaluation.Plot, asked.Takes, cancel);

    /// <summary>The plots of the page as they are stored: no rule is asked. Only where no classes are sought.</summary>
    public IEnumerable<Plot> Unjudged(CancellationToken cancel) =>
        Read(plots => plots, plot => plot, asked.Takes, cancel);

    private IEnumerable<T> Read<T>(
        Func<IEnumerable<Plot>, IEnumerable<T>> made,
        Func<T, Plot> plotOf,
        Func<T, bool> isTaken,
        CancellationToken cancel
    )
    {
        var left = asked.Limit;
        var after = asked.After;
        while (true)
        {
            var stretch = StretchOf(left);
            var read = 0;
            var query = asked.Plots() with { Shapes = true, After = after, Limit = stretch };
            foreach (
                var plots in park.Store.Plots(query, cancel).Chunk(asked.Sifts ? Batch : Math.Min(left + 1, Batch))
            )
            {
                cancel.ThrowIfCancellationRequested();
                read += plots.Length;
                foreach (var item in made(plots.Where(asked.Takes)))
                {
                    if (!isTaken(item))
                        continue;
                    if (left-- == 0)
                    {
                        Next = after;
                        yield break;
                    }
                    var plot = plotOf(item);
                    after = new(plot.County, plot.Number);
                    yield return item;
                }
                after = new(plots[^1].County, plots[^1].Number);
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

    /// <summary>How many plots to ask of the store at once: one more than fits when all are wanted; what is searched for is read in one go.</summary>
    private int? StretchOf(int left) =>
        !asked.Sifts ? left + 1
        : asked is { Box: null, Filter: null } ? Stretch
        : null;
}
