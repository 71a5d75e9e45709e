using System.Globalization;
using LandLedger.Geometry;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace LandLedger.Import;

/// <summary>
/// Sees plots whose outlines are the same land, wholly or for nearly all of the smaller one: their mu are counted twice. All outlines
/// are kept in memory until the end, some hundred bytes each; which of them may overlap a tree of their boxes tells.
/// </summary>
internal sealed class OverlapCheck
{
    /// <summary>Surveys of one plot differ by centimetres, neighbours overlap by metres; beyond this share it is the same land.</summary>
    private const double Nearly = 0.95;

    /// <summary>Boxes that share less ground than this share of the smaller plot need no closer look: a degree is measured roughly here.</summary>
    private const double Roughly = 0.9;
    private const double MetresPerDegree = 111_320;

    private readonly List<Outline> _outlines = [];

    /// <summary>The first plot of each outline: copies are held against it alone, so that a thousand of them do not make a million pairs.</summary>
    private readonly Dictionary<(double West, double South, int Bytes), int> _first = [];

    /// <summary>Takes a plot in; plots without outline have no place to share.</summary>
    /// <param name="plot">With its outline.</param>
    /// <param name="shown">What the plot is called.</param>
    public void Note(Plot plot, string shown)
    {
        if (plot is not { Shape: { } shape, Measured: { } measured })
            return;
        var hash = new HashCode();
        hash.AddBytes(shape.Wkb.Span);
        var key = (shape.West, shape.South, hash.ToHashCode());
        int? original = null;
        if (!_first.TryAdd(key, _outlines.Count) && _outlines[_first[key]].Wkb.Span.SequenceEqual(shape.Wkb.Span))
            original = _first[key];
        var wkb = original is { } first ? _outlines[first].Wkb : shape.Wkb.ToArray();
        var box = new Envelope(shape.West, shape.East, shape.South, shape.North);
        _outlines.Add(new(shown, box, wkb, measured.Plane, original));
    }

    /// <summary>A warning <c>plot.overlap</c> for each plot that shares its land with one noted before it, named with the first such.</summary>
    public IEnumerable<ImportIssue> Find(string file)
    {
        var tree = new STRtree<int>();
        for (var i = 0; i < _outlines.Count; i++)
        {
            if (_outlines[i].Original is null)
                tree.Insert(_outlines[i].Box, i);
        }
        for (var i = 0; i < _outlines.Count; i++)
        {
            var outline = _outlines[i];
            IEnumerable<int> others = outline.Original is { } original ? [original] : tree.Query(outline.Box).Order();
            foreach (var other in others.TakeWhile(other => other < i).Select(other => _outlines[other]))
            {
                if (!MayOverlap(outline, other))
                    continue;
                var share = CommonGround.ShareOfSmaller(outline.Wkb, other.Wkb);
                if (share < Nearly)
                    continue;
                yield return Issue(outline, other, share, file);
                break;
            }
        }
    }

    private static bool MayOverlap(Outline one, Outline other)
    {
        var common = one.Box.Intersection(other.Box);
        var metres = MetresPerDegree * MetresPerDegree * Math.Cos(common.MinY * Math.PI / 180);
        return common.Width * common.Height * metres >= Roughly * Nearly * (double)Smaller(one, other).SquareMetres;
    }

    private static Area Smaller(Outline one, Outline other) => one.Area < other.Area ? one.Area : other.Area;

    private static ImportIssue Issue(Outline outline, Outline other, double share, string file)
    {
        var mu = Rounding.HalfUp(Smaller(outline, other).Mu * (decimal)share, 2);
        return new RawPlace(file, null, outline.Shown).Issue(
            "plot.overlap",
            Severity.Warn,
            ("value", mu.ToString("0.##", CultureInfo.InvariantCulture)),
            ("other", other.Shown),
            ("share", Rounding.HalfUp((decimal)share * 100, 1).ToString("0.#", CultureInfo.InvariantCulture))
        );
    }

    private sealed record Outline(string Shown, Envelope Box, ReadOnlyMemory<byte> Wkb, Area Area, int? Original);
}
