using System.Buffers.Binary;
using LandLedger.Formats.Shapes;
using LandLedger.Import;

namespace LandLedger.Formats.Shapefiles;

/// <summary>The content of one record of a .shp (ESRI Shapefile Technical Description, July 1998).</summary>
internal static class ShpRecord
{
    private const int PartsOffset = 44;

    /// <summary>No shape and no trouble for a null shape; positions count bytes of the content.</summary>
    public static ShapeReading Read(ReadOnlySpan<byte> content)
    {
        if (content.Length < sizeof(int))
        {
            return ShapeReading.Failed(ShapeReading.Unreadable, 0);
        }
        var type = BinaryPrimitives.ReadInt32LittleEndian(content);
        return type switch
        {
            0 => default,
            5 or 15 or 25 => Polygon(content),
            1 or 11 or 21 => Named("Point"),
            3 or 13 or 23 => Named("LineString"),
            8 or 18 or 28 => Named("MultiPoint"),
            31 => Named("MultiPatch"),
            _ => ShapeReading.Failed(ShapeReading.Unreadable, 0),
        };
    }

    private static ShapeReading Named(string kind) => new(new RawShape(kind, []));

    private static ShapeReading Polygon(ReadOnlySpan<byte> content)
    {
        if (content.Length < PartsOffset)
        {
            return ShapeReading.Failed(ShapeReading.Unreadable, content.Length);
        }
        var parts = BinaryPrimitives.ReadInt32LittleEndian(content[36..]);
        var points = BinaryPrimitives.ReadInt32LittleEndian(content[40..]);
        if (parts < 0 || points < 0 || PartsOffset + parts * 4L + points * 16L > content.Length)
        {
            return ShapeReading.Failed(ShapeReading.Unreadable, 36);
        }
        if (parts > ShapeLimits.Rings)
        {
            return ShapeReading.Failed(ShapeReading.TooManyRings, 36);
        }
        if (points > ShapeLimits.Vertices)
        {
            return ShapeReading.Failed(ShapeReading.TooManyVertices, 40);
        }
        var starts = content.Slice(PartsOffset, parts * sizeof(int));
        var numbers = content.Slice(PartsOffset + parts * sizeof(int), points * 16);
        var rings = new List<double[]>(parts);
        for (var i = 0; i < parts; i++)
        {
            var from = BinaryPrimitives.ReadInt32LittleEndian(starts[(i * 4)..]);
            var to = i + 1 < parts ? BinaryPrimitives.ReadInt32LittleEndian(starts[(i * 4 + 4)..]) : points;
            if (from < 0 || to < from || to > points)
            {
                return ShapeReading.Failed(ShapeReading.Unreadable, PartsOffset + i * 4);
            }
            if (to > from)
            {
                rings.Add(Ring(numbers[(from * 16)..(to * 16)]));
            }
        }
        return rings.Count == 0 ? default : new ShapeReading(RingGroups.Shape(rings));
    }

    private static double[] Ring(ReadOnlySpan<byte> bytes)
    {
        var ring = new double[bytes.Length / sizeof(double)];
        for (var i = 0; i < ring.Length; i++)
        {
            ring[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[(i * sizeof(double))..]);
        }
        return ring;
    }
}
