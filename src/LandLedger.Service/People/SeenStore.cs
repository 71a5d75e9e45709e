using LandLedger.Acreage;
using LandLedger.Cases;
using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Issuing;
using LandLedger.Layers;
using LandLedger.Ledger;
using LandLedger.People;
using LandLedger.Streams;

namespace LandLedger.Service.People;

/// <summary>
/// A store as a user sees it: plots outside of his scope are not there, and an outline that is hidden from him is a point. Every query of plots
/// and of cases about them passes here; what is of the whole park is not to be had. Where outlines are hidden a box is held against the points by who asks, as
/// for outlines.
/// </summary>
internal sealed class SeenStore(IPlotStore store, Sight sight) : IPlotStore
{
    private readonly BoundFilter? _scope = ScopeFilter.Of(sight.Scope);

    public Stretched<Plot> Plots(PlotQuery query, CancellationToken cancel = default) =>
        store.Plots(Seen(query), cancel).Through(plots => plots.Select(Seen));

    public IPlotPage Page(PlotQuery query, bool whole = false, CancellationToken cancel = default) =>
        new SeenPage(store.Page(Seen(query), whole, cancel), Seen);

    public IEnumerable<PlacedPlot> Sorted(PlotQuery query, PlotSort sort, CancellationToken cancel = default) =>
        store.Sorted(Seen(query), sort, cancel).Select(placed => placed with { Plot = Seen(placed.Plot) });

    public long Count(PlotQuery query, SearchBox? area = null, CancellationToken cancel = default)
    {
        var box = area ?? (query.Box is { } asked ? Area(asked) : null);
        if (!sight.HidesShapes || box is null)
            return store.Count(Seen(query), area, cancel);
        return Plots(query with { Box = box.Bounds, Shapes = true }, cancel).LongCount(plot => box.Meets(plot.Shape!));
    }

    /// <summary>To the plot: what is told from a sample tells of plots that are not to be seen.</summary>
    public long Estimate(PlotQuery query, CancellationToken cancel = default) => Count(query, null, cancel);

    public IReadOnlyList<ZoneSum> Zones(DateOnly on, CancellationToken cancel = default) =>
        [
            .. store
                .Zones(on, cancel)
                .Where(zone => sight.Scope.Holds(zone.Key.County, zone.Key.Zone))
                .Select(zone => sight.HidesShapes ? zone with { Extent = null } : zone),
        ];

    public FilterError? Refusal(BoundFilter filter) => store.Refusal(_scope is null ? filter : filter.And(_scope));

    public IReadOnlyList<Plot> Find(string number) =>
        [.. store.Find(number).Where(plot => sight.Scope.Holds(plot.County, plot.Zone)).Select(Seen)];

    /// <summary>Looks at all plots that are seen.</summary>
    public Box? Extent()
    {
        Box? extent = null;
        foreach (var plot in Plots(new() { Shapes = true, Ended = true }))
        {
            if (plot.Shape is { } shape)
                extent = Around(extent ?? shape.Box, shape.Box);
        }
        return extent;
    }

    public IReadOnlySet<string> SharedNumbers() =>
        store.SharedNumbers().Where(number => Find(number).Count > 1).ToHashSet(StringComparer.Ordinal);

    public string Stamp() => store.Stamp();

    public string? State() => store.State();

    /// <summary>Entries about plots that are seen may be asked for.</summary>
    public ILedger Ledger => store.Ledger;

    public ICaseStore Cases => new SeenCases(store.Cases, this);

    public ILayerStore Layers => store.Layers;

    public IListStore Lists => throw Uncut();

    public ITokenStore Tokens => throw Uncut();

    public IEnumerable<(PlotKey Plot, int Parts)> PartCounts() => throw Uncut();

    public IEnumerable<Firm> Firms() => throw Uncut();

    public IReadOnlyList<ImportEntry> Imports() => throw Uncut();

    public IImport BeginImport() => throw Uncut();

    /// <summary>It is another one's.</summary>
    public void Dispose() { }

    private PlotQuery Seen(PlotQuery query) =>
        query with
        {
            Filter = _scope is null ? query.Filter : query.Filter?.And(_scope) ?? _scope,
            Box = sight.HidesShapes && query.Box is { } box ? ShapeCell.Around(box) : query.Box,
        };

    private Plot Seen(Plot plot) =>
        sight.HidesShapes && plot.Shape is { } shape ? plot with { Shape = ShapeCell.Of(shape) } : plot;

    private static SearchBox? Area(Box box) => SearchBox.Of(CrsTable.LonLat, box.West, box.South, box.East, box.North);

    private static Box Around(Box a, Box b) =>
        new(Math.Min(a.West, b.West), Math.Min(a.South, b.South), Math.Max(a.East, b.East), Math.Max(a.North, b.North));

    private static InvalidOperationException Uncut() => new("This is about the whole park: its route is to be uncut");
}
