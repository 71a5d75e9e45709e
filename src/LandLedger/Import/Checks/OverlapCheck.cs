using System.Globalization;
using LandLedger.Geometry;

namespace LandLedger.Import.Checks;

/// <summary>
/// Sees plots whose outlines are the same land, wholly or for nearly all of the smaller one: their mu are counted twice. Of each outline
/// some hundred bytes are kept until the end, however many corners it has: its box tells which may overlap, and only these are read again.
/// </summary>
/// <param name="find">All plots of a number, with outlines.</param>
/// <param name="keys">What became of the keys of plots since they were noted.</param>
internal sealed class OverlapCheck(Func<string, IReadOnlyList<Plot>> find, MovedKeys keys)
{
    private readonly NotedOutlines _noted = new(keys);

    /// <summary>How many were noted that are themselves not looked at.</summary>
    private int _known;

    /// <summary>Takes in a plot that others may overlap and that is itself not looked at; all such before any other.</summary>
    public void NoteKnown(Plot plot)
    {
        _noted.Note(plot, default);
        _known = _noted.Count;
    }

    /// <inheritdoc cref="NotedOutlines.Note"/>
    public void Note(Plot plot, RawPlace place, Drawn drawn = Drawn.AsBefore) => _noted.Note(plot, place, drawn);

    /// <inheritdoc cref="FollowedPlots.Find"/>
    public IEnumerable<Followed> Followed(FollowedPlots ended, Func<PlotKey, bool> isNew, DateOnly on) =>
        ended.Find(_noted, _known, isNew, on);

    /// <summary>A warning <c>plot.overlap</c> for each plot that shares its land with one noted before it, named with the first such.</summary>
    public IEnumerable<ImportIssue> Find()
    {
        var (originals, tree) = Sorted();
        var near = new List<int>();
        for (var i = _known; i < _noted.Count; i++)
        {
            near.Clear();
            if (originals[i] == i)
                tree.Find(_noted.Boxes[i], near);
            else
                near.Add(originals[i]);
            near.Sort();
            foreach (var other in near.TakeWhile(other => other < i))
            {
                if (!_noted.MayShare(i, _noted, other) || Overlap(i, other) is not { } issue)
                    continue;
                yield return issue;
                break;
            }
        }
    }

    private (int[] Originals, BoxTree Tree) Sorted()
    {
        var (order, places) = BoxTree.AlongCurve(_noted.Boxes);
        var originals = Originals(order, places);
        return (originals, new(_noted.Boxes, Array.FindAll(order, i => originals[i] == i)));
    }

    /// <summary>
    /// The first plot of each outline, itself for most: copies are held against it alone, so that a thousand of them do not make a million
    /// pairs.
    /// </summary>
    private int[] Originals(int[] order, ulong[] places)
    {
        var originals = new int[order.Length];
        var first = new Dictionary<(Box, int), int>();
        for (var (start, end) = (0, 0); start < order.Length; start = end)
        {
            while (end < order.Length && places[end] == places[start])
                end++;
            Array.Sort(order, start, end - start);
            first.Clear();
            for (var at = start; at < end; at++)
            {
                var i = order[at];
                originals[i] =
                    end - start == 1 || first.TryAdd((_noted.Boxes[i], _noted[i].Hash), i)
                        ? i
                        : first[(_noted.Boxes[i], _noted[i].Hash)];
            }
        }
        return originals;
    }

    private ImportIssue? Overlap(int one, int other)
    {
        if (Read(_noted.Plot(one)) is not { } plot || Read(_noted.Plot(other)) is not { } shared)
            return null;
        if (NotedOutlines.Share(plot.Plot.Shape!, shared.Plot.Shape!) is not { } share)
            return null;
        var (area, otherArea) = (plot.Plot.Measured!.Plane, shared.Plot.Measured!.Plane);
        var mu = Rounding.HalfUp((area < otherArea ? area : otherArea).Mu * (decimal)share, 2);
        return _noted[one]
            .Place(plot.Shown)
            .Issue(
                "plot.overlap",
                Severity.Warn,
                ("value", mu.ToString("0.##", CultureInfo.InvariantCulture)),
                ("other", shared.Shown),
                ("share", Rounding.HalfUp((decimal)share * 100, 1).ToString("0.#", CultureInfo.InvariantCulture))
            );
    }

    /// <summary>A plot as it is now, with what it is called; null when it has ended or lost its outline.</summary>
    private (Plot Plot, string Shown)? Read(PlotKey key)
    {
        var plots = find(key.Number);
        return
            plots.FirstOrDefault(plot => plot.County == key.County)
                is { EndedOn: null, Shape: not null, Measured: not null } plot
            ? (plot, plots.Count > 1 ? key.ToString() : key.Number)
            : null;
    }
}
