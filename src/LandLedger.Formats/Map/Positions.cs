using System.Buffers.Binary;
using LandLedger.Formats.Output;
using LandLedger.Geometry;

namespace LandLedger.Formats.Map;

/// <summary>
/// Writes stored positions (longitude, latitude) as an answer in one system: projected, in the axis order of its authority, with
/// so many decimals of a degree or a metre at most. Keeps the bounds of what it wrote. One for each worker.
/// </summary>
internal sealed class Positions(Crs crs, int decimals, bool shifted = false)
{
    private const int Size = 16;

    private readonly bool _swapped = crs.Axis is AxisOrder.LatitudeLongitude or AxisOrder.NorthingEasting;
    private double[] _xy = new double[64];
    private double _low1;
    private double _low2;
    private double _high1;
    private double _high2;

    /// <summary>Forgets the bounds.</summary>
    public void Clear() =>
        (_low1, _low2, _high1, _high2) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);

    /// <summary>Writes little-endian positions as <c>[[1,2],[3,4]]</c>; false, with the output as it was, when one is not finite.</summary>
    public bool TryWrite(Utf8Buffer output, ReadOnlySpan<byte> positions)
    {
        var mark = output.Length;
        output.Raw((byte)'[');
        if (!TryWritePoints(output, positions))
        {
            output.BackTo(mark);
            return false;
        }
        output.Raw((byte)']');
        return true;
    }

    /// <summary>The same without brackets around all of them, so that one alone is <c>[1,2]</c>.</summary>
    public bool TryWritePoints(Utf8Buffer output, ReadOnlySpan<byte> positions)
    {
        var xy = Read(positions);
        if (shifted)
            Gcj02.Shift(xy);
        crs.FromLonLat(xy);
        var mark = output.Length;
        for (var i = 0; i < xy.Length; i += 2)
        {
            var (first, second) = _swapped ? (xy[i + 1], xy[i]) : (xy[i], xy[i + 1]);
            if (!double.IsFinite(first) || !double.IsFinite(second))
            {
                output.BackTo(mark);
                return false;
            }
            output.Raw(i > 0 ? ",["u8 : "["u8);
            output.Fixed(first, decimals);
            output.Raw((byte)',');
            output.Fixed(second, decimals);
            output.Raw((byte)']');
            (_low1, _high1) = (Math.Min(_low1, first), Math.Max(_high1, first));
            (_low2, _high2) = (Math.Min(_low2, second), Math.Max(_high2, second));
        }
        return true;
    }

    /// <summary>The bounds of all positions since <see cref="Clear"/>, as <c>[low1,low2,high1,high2]</c>.</summary>
    public void WriteBox(Utf8Buffer output)
    {
        output.Raw((byte)'[');
        output.Fixed(_low1, decimals);
        output.Raw((byte)',');
        output.Fixed(_low2, decimals);
        output.Raw((byte)',');
        output.Fixed(_high1, decimals);
        output.Raw((byte)',');
        output.Fixed(_high2, decimals);
        output.Raw((byte)']');
    }

    private Span<double> Read(ReadOnlySpan<byte> positions)
    {
        var count = positions.Length / Size * 2;
        if (_xy.Length < count)
            _xy = new double[count * 2];
        var xy = _xy.AsSpan(0, count);
        for (var i = 0; i < count; i++)
            xy[i] = BinaryPrimitives.ReadDoubleLittleEndian(positions[(i * sizeof(double))..]);
        return xy;
    }
}
