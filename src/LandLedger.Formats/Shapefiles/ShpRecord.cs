using System.Buffers.Binary;
using LandLedger.Formats.Shapes;
using LandLedger.Import;

namespace LandLedger.Formats.Shapefiles;

/// <summary>The content of one record of a .shp (ESRI Shapefile Technical Description, July 1998).</summary>
internal static class ShpRecord
{
    private const int PartsOffset = 44;
    private const int PointOffset = 4;
    private const int PointsOffset = 40;
    private const int PointBytes = 16;

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
            5 or 15 or 25 => Paths(content, RingGroups.DirectedShape),
            1 or 11 or 21 => Point(content),
            3 or 13 or 23 => Paths(content, Lines),
            8 or 18 or 28 => Points(content),
            31 => Named("MultiPatch"),
            _ => ShapeReading.Failed(ShapeReading.Unreadable, 0),
        };
    }

    private static ShapeReading Named(string kind) => new(new RawShape(kind, []));

    private static ShapeReading Point(ReadOnlySpan<byte> content) =>
        content.Length < PointOffset + PointBytes
            ? ShapeReading.Failed(ShapeReading.Unreadable, content.Length)
            : new(
                new RawShape(
                    ShapeKind.Point,
                    [
                        [Path(content.Slice(PointOffset, PointBytes))],
                    ]
                )
            );

    private static ShapeReading Points(ReadOnlySpan<byte> content)
    {
        if (content.Length < PointsOffset)
        {
            return ShapeReading.Failed(ShapeReading.Unreadable, content.Length);
        }
        var points = BinaryPrimitives.ReadInt32LittleEndian(content[36..]);
        if (points < 0 || PointsOffset + (long)points * PointBytes > content.Length)
        {
            return ShapeReading.Failed(ShapeReading.Unreadable, 36);
        }
        if (points > ShapeLimits.Vertices)
        {
            return ShapeReading.Failed(ShapeReading.TooManyVertices, 36);
        }
        return points == 0
            ? default
            : new(
                new RawShape(
                    ShapeKind.MultiPoint,
                    [
                        [Path(content.Slice(PointsOffset, points * PointBytes))],
                    ]
                )
            );
    }

    private static RawShape Lines(List<double[]> lines) =>
        new(lines.Count == 1 ? ShapeKind.LineString : ShapeKind.MultiLineString, [lines]);

    private static ShapeReading Paths(ReadOnlySpan<byte> content, Func<List<double[]>, RawShape> shape)
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
        var paths = new List<double[]>(parts);
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
                paths.Add(Path(numbers[(from * 16)..(to * 16)]));
            }
        }
        return paths.Count == 0 ? default : new ShapeReading(shape(paths));
    }

    private static double[] Path(ReadOnlySpan<byte> bytes)
    {
        var path = new double[bytes.Length / sizeof(double)];
        for (var i = 0; i < path.Length; i++)
        {
            path[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[(i * sizeof(double))..]);
        }
        return path;
    }
}
