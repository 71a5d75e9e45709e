using System.Buffers.Binary;
using LandLedger.Import;

namespace LandLedger.Geometry;

/// <summary>Writes points, lines and polygons as little-endian WKB.</summary>
internal static class LayerWkb
{
    private const int HeadLength = 5;

    /// <summary>Of points and lines a part is one path; of polygons its rings, closed, the shell first.</summary>
    public static LayerShape Write(WkbKind kind, IReadOnlyList<double[][]> parts)
    {
        var several = kind >= WkbKind.MultiPoint;
        var one = several ? kind - 3 : kind;
        var size = parts.Sum(part => SizeOf(one, part)) + (several ? HeadLength + sizeof(int) : 0);
        var bytes = new byte[size];
        var rest = bytes.AsSpan();
        if (several)
        {
            Head(ref rest, kind);
            Count(ref rest, parts.Count);
        }
        foreach (var part in parts)
        {
            Head(ref rest, one);
            if (one == WkbKind.Polygon)
                Count(ref rest, part.Length);
            foreach (var path in part)
            {
                if (one != WkbKind.Point)
                    Count(ref rest, path.Length / 2);
                foreach (var number in path)
                    Number(ref rest, number);
            }
        }
        return new(bytes, BoxOf(parts));
    }

    private static int SizeOf(WkbKind kind, double[][] part) =>
        HeadLength
        + part.Sum(path => path.Length * sizeof(double))
        + (kind == WkbKind.Point ? 0 : part.Length * sizeof(int))
        + (kind == WkbKind.Polygon ? sizeof(int) : 0);

    private static Box BoxOf(IReadOnlyList<double[][]> parts)
    {
        var (west, south, east, north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var path in parts.SelectMany(part => part))
        {
            for (var i = 0; i < path.Length; i += 2)
            {
                (west, east) = (Math.Min(west, path[i]), Math.Max(east, path[i]));
                (south, north) = (Math.Min(south, path[i + 1]), Math.Max(north, path[i + 1]));
            }
        }
        return new(west, south, east, north);
    }

    private static void Head(ref Span<byte> rest, WkbKind kind)
    {
        rest[0] = 1;
        rest = rest[1..];
        Count(ref rest, (int)kind);
    }

    private static void Count(ref Span<byte> rest, int count)
    {
        BinaryPrimitives.WriteInt32LittleEndian(rest, count);
        rest = rest[sizeof(int)..];
    }

    private static void Number(ref Span<byte> rest, double number)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(rest, number);
        rest = rest[sizeof(double)..];
    }
}
