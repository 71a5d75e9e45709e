using System.Globalization;
using LandLedger.Geometry;

namespace LandLedger.Import.Checks;

/// <summary>
/// Sees plots whose outlines are the same land, wholly or for nearly all of the smaller one: their mu are counted twice. Of each outline
/// some hundred bytes are kept until the end, however many corners it has: its box tells which may overlap, and only these are read again.
/// </summary>
/// <param name="find">All plots of a number, with outlines.</param>
internal sealed class OverlapCheck(Func<string, IReadOnlyList<Plot>> find)
{
    /// <summary>Surveys of one plot differ by centimetres, neighbours overlap by metres; beyond this share it is the same land.</summary>
    private const double Nearly = 0.95;

    /// <summary>Boxes that share less ground than this share of the smaller plot need no closer look: a degree is measured roughly here.</summary>
    private const double Roughly = 0.9;
    private const double MetresPerDegree = 111_320;

    private readonly List<Box> _boxes = [];
    private readonly List<Outline> _outlines = [];

    /// <summary>How many were noted that are themselves not looked at.</summary>
    private int _known;

    /// <summary>Takes in a plot that others may overlap and that is itself not looked at; all such before any other.</summary>
    public void NoteKnown(Plot plot)
    {
        Note(plot, default);
        _known = _outlines.Count;
    }

    /// <summary>Takes a plot in; plots without outline have no place to share.</summary>
    /// <param name="plot">With its outline.</param>
    /// <param name="place">Where an issue is told.</param>
    public void Note(Plot plot, RawPlace place)
    {
        if (plot is not { Shape: { } shape, Measured: { } measured })
            return;
        var hash = new HashCode();
        hash.AddBytes(shape.Wkb.Span);
        _boxes.Add(new(shape.West, shape.South, shape.East, shape.North));
        _outlines.Add(
            new(
                new(plot.County, plot.Number),
                (float)measured.Plane.SquareMetres,
                hash.ToHashCode(),
                place.File,
                place.Line ?? 0
            )
        );
    }

    /// <summary>A warning <c>plot.overlap</c> for each plot that shares its land with one noted before it, named with the first such.</summary>
    public IEnumerable<ImportIssue> Find()
    {
        var (originals, tree) = Sorted();
        var near = new List<int>();
        for (var i = _known; i < _outlines.Count; i++)
        {
            near.Clear();
            if (originals[i] == i)
                tree.Find(_boxes[i], near);
            else
                near.Add(originals[i]);
            near.Sort();
            foreach (var other in near.TakeWhile(other => other < i))
            {
                if (!MayOverlap(i, other) || Overlap(i, other) is not { } issue)
                    continue;
                yield return issue;
                break;
            }
        }
    }

    private (int[] Originals, BoxTree Tree) Sorted()
    {
        var (order, places) = BoxTree.AlongCurve(_boxes);
        var originals = Originals(order, places);
        return (originals, new(_boxes, Array.FindAll(order, i => originals[i] == i)));
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
                    end - start == 1 || first.TryAdd((_boxes[i], _outlines[i].Hash), i)
                        ? i
                        : first[(_boxes[i], _outlines[i].Hash)];
            }
        }
        return originals;
    }

    private bool MayOverlap(int one, int other)
    {
        if (_outlines[one].Plot == _outlines[other].Plot)
            return false;
        var (left, right) = (_boxes[one], _boxes[other]);
        var width = Math.Min(left.East, right.East) - Math.Max(left.West, right.West);
        var south = Math.Max(left.South, right.South);
        var height = Math.Min(left.North, right.North) - south;
        var metres = MetresPerDegree * MetresPerDegree * Math.Cos(south * Math.PI / 180);
        var smaller = Math.Min(_outlines[one].SquareMetres, _outlines[other].SquareMetres);
        return width * height * metres >= Roughly * Nearly * smaller;
    }

    private ImportIssue? Overlap(int one, int other)
    {
        if (Read(_outlines[one].Plot) is not { } plot || Read(_outlines[other].Plot) is not { } shared)
            return null;
        var share = CommonGround.ShareOfSmaller(plot.Plot.Shape!.Wkb, shared.Plot.Shape!.Wkb);
        if (share < Nearly)
            return null;
        var (area, otherArea) = (plot.Plot.Measured!.Plane, shared.Plot.Measured!.Plane);
        var mu = Rounding.HalfUp((area < otherArea ? area : otherArea).Mu * (decimal)share, 2);
        return new RawPlace(_outlines[one].File, Line(one), plot.Shown).Issue(
            "plot.overlap",
            Severity.Warn,
            ("value", mu.ToString("0.##", CultureInfo.InvariantCulture)),
            ("other", shared.Shown),
            ("share", Rounding.HalfUp((decimal)share * 100, 1).ToString("0.#", CultureInfo.InvariantCulture))
        );
    }

    private int? Line(int outline) => _outlines[outline].Line is > 0 and var line ? line : null;

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

    /// <summary>What is kept of an outline; the line is 0 where there is none.</summary>
    private readonly record struct Outline(PlotKey Plot, float SquareMetres, int Hash, string File, int Line);
}
