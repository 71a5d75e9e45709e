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

    public string? Zone { get; init; }

    /// <summary>Answered by the store.</summary>
    public BoundFilter? Filter { get; init; }

    /// <summary>Whether plots must be looked at that may not be on the page.</summary>
    public bool Sifts => Categories.Count > 0 || Zone is not null;
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

    public IEnumerable<Evaluation> Read(CancellationToken cancel)
    {
        var day = park.On(asked.AsOf);
        var left = asked.Limit;
        var after = asked.After;
        while (true)
        {
            var stretch = StretchOf(left);
            var read = 0;
            var query = new PlotQuery
            {
                Shapes = true,
                Ended = true,
                Box = asked.Box?.Bounds,
                Filter = asked.Filter,
                After = after,
                Limit = stretch,
            };
            foreach (
                var plots in park.Store.Plots(query, cancel).Chunk(asked.Sifts ? Batch : Math.Min(left + 1, Batch))
            )
            {
                cancel.ThrowIfCancellationRequested();
                read += plots.Length;
                foreach (var evaluation in day.OneByOne(plots.Where(IsSought)))
                {
                    if (!IsAsked(evaluation))
                        continue;
                    if (left-- == 0)
                    {
                        Next = after;
                        yield break;
                    }
                    after = new(evaluation.Plot.County, evaluation.Plot.Number);
                    yield return evaluation;
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

    private bool IsSought(Plot plot) =>
        (asked.Zone is null || plot.Zone == asked.Zone) && asked.Box?.Meets(plot.Shape!) is not false;

    private bool IsAsked(Evaluation evaluation) =>
        asked.Categories.Count == 0 || asked.Categories.Contains(evaluation.Category);
}
