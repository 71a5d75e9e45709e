using LandLedger.Geometry;
using LandLedger.Import;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace LandLedger.Service.Plots;

/// <summary>
/// The plots of one state of a store that are in the register on a day, in order of their key, with their boxes: what a page of a box shows
/// is found without the store. Safe for use by several threads.
/// </summary>
internal sealed class KeptPlaces
{
    /// <summary>Where a box takes more than this part of all, most plots on the way along the key are in it.</summary>
    private const double Much = 1.0 / 16;

    private readonly PlotMark[] _marks;

    /// <summary>NaN where a plot has no outline: it meets no box.</summary>
    private readonly Box[] _boxes;
    private readonly STRtree<int> _tree = new();
    private readonly Envelope _all = new();

    private KeptPlaces(PlotMark[] marks, Box[] boxes)
    {
        (_marks, _boxes) = (marks, boxes);
        for (var i = 0; i < boxes.Length; i++)
        {
            if (double.IsNaN(boxes[i].West))
                continue;
            var place = Of(boxes[i]);
            _tree.Insert(place, i);
            _all.ExpandToInclude(place);
        }
        _tree.Build();
    }

    /// <summary>Of all plots, in order of their key as a store gives them; null where that is not the order of <see cref="PlotKey"/>.</summary>
    public static KeptPlaces? Of(IReadOnlyList<(PlotMark Mark, PlotShape? Shape)> plots)
    {
        for (var i = 1; i < plots.Count; i++)
        {
            if (plots[i - 1].Mark.Key.CompareTo(plots[i].Mark.Key) >= 0)
                return null;
        }
        return new([.. plots.Select(plot => plot.Mark)], [.. plots.Select(plot => BoxOf(plot.Shape))]);
    }

    /// <summary>The plots behind a key whose boxes meet a box, in order of their key, as many as the limit allows.</summary>
    public List<PlotMark> Find(Box? asked, PlotKey? after, int limit)
    {
        var first = after is { } key ? Behind(key) : 0;
        if (asked is not { } box)
            return [.. _marks.AsSpan(first, Math.Min(limit, _marks.Length - first))];
        var place = Of(box);
        return place.Intersection(_all).Area > Much * _all.Area
            ? Along(box, first, limit)
            : Sorted(box, place, first, limit);
    }

    private List<PlotMark> Along(Box box, int first, int limit)
    {
        var found = new List<PlotMark>(Math.Min(limit, _marks.Length - first));
        for (var i = first; i < _marks.Length && found.Count < limit; i++)
        {
            if (Meet(_boxes[i], box))
                found.Add(_marks[i]);
        }
        return found;
    }

    private List<PlotMark> Sorted(Box box, Envelope place, int first, int limit)
    {
        var met = _tree.Query(place).Where(i => i >= first && Meet(_boxes[i], box)).ToList();
        met.Sort();
        return [.. met.Take(limit).Select(i => _marks[i])];
    }

    private int Behind(PlotKey key)
    {
        var (from, to) = (0, _marks.Length);
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            if (_marks[middle].Key.CompareTo(key) <= 0)
                from = middle + 1;
            else
                to = middle;
        }
        return from;
    }

    private static bool Meet(Box own, Box box) =>
        own.East >= box.West && own.West <= box.East && own.North >= box.South && own.South <= box.North;

    private static Envelope Of(Box box) => new(box.West, box.East, box.South, box.North);

    private static Box BoxOf(PlotShape? shape) =>
        shape is null ? new(double.NaN, double.NaN, double.NaN, double.NaN) : shape.Box;
}
