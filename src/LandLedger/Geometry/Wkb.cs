using System.Buffers.Binary;

namespace LandLedger.Geometry;

/// <summary>Writes polygons as little-endian WKB, closing each ring.</summary>
internal static class Wkb
{
    private const uint Polygon = 3;
    private const uint MultiPolygon = 6;

    public static PlotShape Shape(List<List<double[]>> parts, string surveyCrs)
    {
        var (west, south, east, north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var part in parts)
        {
            var shell = part[0];
            for (var i = 0; i < shell.Length; i += 2)
            {
                (west, east) = (Math.Min(west, shell[i]), Math.Max(east, shell[i]));
                (south, north) = (Math.Min(south, shell[i + 1]), Math.Max(north, shell[i + 1]));
            }
        }
        return new(Write(parts), surveyCrs, west, south, east, north);
    }

    private static byte[] Write(List<List<double[]>> parts)
    {
        var size = parts.Sum(part => 9 + part.Sum(ring => 4 + 8 * (ring.Length + 2))) + (parts.Count > 1 ? 9 : 0);
        var bytes = new byte[size];
        var rest = bytes.AsSpan();
        if (parts.Count > 1)
            Head(ref rest, MultiPolygon, parts.Count);
        foreach (var part in parts)
        {
            Head(ref rest, Polygon, part.Count);
            foreach (var ring in part)
            {
                BinaryPrimitives.WriteInt32LittleEndian(rest, ring.Length / 2 + 1);
                rest = rest[4..];
                foreach (var number in ring)
                    Number(ref rest, number);
                Number(ref rest, ring[0]);
                Number(ref rest, ring[1]);
            }
        }
        return bytes;
    }

    private static void Head(ref Span<byte> rest, uint kind, int count)
    {
        rest[0] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(rest[1..], kind);
        BinaryPrimitives.WriteInt32LittleEndian(rest[5..], count);
        rest = rest[9..];
    }

    private static void Number(ref Span<byte> rest, double number)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(rest, number);
        rest = rest[8..];
    }
}
