using LandLedger.Import;

namespace LandLedger.Formats.Shapes;

/// <summary>Collects the rings of one shape after the other; the arrays that it fills are used again, the results are not.</summary>
internal sealed class RingBuffer
{
    private double[] _numbers = new double[256];
    private int _count;
    private int _vertices;
    private List<IReadOnlyList<double[]>> _parts = [];
    private List<double[]> _rings = [];

    public int Rings { get; private set; }

    public void Clear()
    {
        _count = 0;
        _vertices = 0;
        Rings = 0;
        _parts = [];
        _rings = [];
    }

    /// <summary>Adds a vertex; the issue code of the limit that it breaks, or null.</summary>
    public string? Add(double x, double y)
    {
        if (_count == _numbers.Length)
        {
            Array.Resize(ref _numbers, _count * 2);
        }
        _numbers[_count++] = x;
        _numbers[_count++] = y;
        return ++_vertices > ShapeLimits.Vertices ? ShapeReading.TooManyVertices : null;
    }

    public string? EndRing()
    {
        _rings.Add(_numbers.AsSpan(0, _count).ToArray());
        _count = 0;
        return ++Rings > ShapeLimits.Rings ? ShapeReading.TooManyRings : null;
    }

    public void EndPart()
    {
        if (_rings.Count > 0)
        {
            _parts.Add(_rings);
            _rings = [];
        }
    }

    /// <summary>The shape, or null when nothing was added.</summary>
    public RawShape? ToShape(string kind) => _parts.Count == 0 ? null : new RawShape(kind, _parts);
}
