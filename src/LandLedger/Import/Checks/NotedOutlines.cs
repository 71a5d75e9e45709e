using LandLedger.Geometry;

namespace LandLedger.Import.Checks;

/// <summary>What an import does to the outline of a plot that was there before.</summary>
internal enum Drawn : byte
{
    AsBefore,

    /// <summary>It had none.</summary>
    First,
    Anew,
}

/// <summary>
/// Outlines of plots, of each some hundred bytes however many corners it has: enough to tell which may be the same land, wholly or for
/// nearly all of the smaller, so that only these are read again.
/// </summary>
/// <param name="keys">What became of the keys of plots since they were noted.</param>
internal sealed class NotedOutlines(MovedKeys keys)
{
    /// <summary>Surveys of one plot differ by centimetres, neighbours overlap by metres; beyond this share it is the same land.</summary>
    private const double Nearly = 0.95;

    /// <summary>Boxes that share less ground than this share of the smaller plot need no closer look: a degree is measured roughly here.</summary>
    private const double Roughly = 0.9;
    private const double MetresPerDegree = 111_320;

    private readonly List<Box> _boxes = [];
    private readonly List<Outline> _outlines = [];

    public int Count => _outlines.Count;

    public IReadOnlyList<Box> Boxes => _boxes;

    public Outline this[int index] => _outlines[index];

    /// <summary>Takes a plot in; one without outline has no place to share.</summary>
    /// <param name="place">Where an issue is told.</param>
    public void Note(Plot plot, RawPlace place, Drawn drawn = Drawn.AsBefore)
    {
        if (plot is not { Shape: { } shape, Measured: { } measured })
            return;
        var hash = new HashCode();
        hash.AddBytes(shape.Wkb.Span);
        _boxes.Add(shape.Box);
        _outlines.Add(
            new(
                PlotKey.Of(plot),
                (float)measured.Plane.SquareMetres,
                hash.ToHashCode(),
                place.File,
                place.Line ?? 0,
                drawn,
                plot.EnteredOn is not null
            )
        );
    }

    /// <summary>The plot by the key that it goes by now.</summary>
    public PlotKey Plot(int index) => keys.Now(_outlines[index].Plot);

    /// <summary>Whether the boxes of two plots leave room for the same land. One plot is not two.</summary>
    public bool MayShare(int one, NotedOutlines others, int other)
    {
        if (Plot(one) == others.Plot(other))
            return false;
        var (left, right) = (_boxes[one], others._boxes[other]);
        var width = Math.Min(left.East, right.East) - Math.Max(left.West, right.West);
        var south = Math.Max(left.South, right.South);
        var height = Math.Min(left.North, right.North) - south;
        var metres = MetresPerDegree * MetresPerDegree * Math.Cos(south * Math.PI / 180);
        var smaller = Math.Min(_outlines[one].SquareMetres, others._outlines[other].SquareMetres);
        return width * height * metres >= Roughly * Nearly * smaller;
    }

    /// <summary>The share (0 to 1) of the smaller of two outlines that lies in the other; null where they are not the same land.</summary>
    public static double? Share(PlotShape one, PlotShape other) =>
        CommonGround.ShareOfSmaller(one.Wkb, other.Wkb) is var share and >= Nearly ? share : null;

    /// <summary>What is kept of an outline; the line is 0 where there is none.</summary>
    /// <param name="Plot">By the key that it had then.</param>
    /// <param name="HasEntered">Whether it was known since when it is in the register.</param>
    internal readonly record struct Outline(
        PlotKey Plot,
        float SquareMetres,
        int Hash,
        string File,
        int Line,
        Drawn Drawn,
        bool HasEntered
    )
    {
        public RawPlace Place(string? shown) => new(File, Line > 0 ? Line : null, shown);
    }
}
