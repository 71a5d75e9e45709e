using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using LandLedger.Import;

namespace LandLedger.Formats.Shapes;

/// <summary>
/// Well-known binary, ISO and extended (EWKB) form, both byte orders: points, lines and polygons (Z and M are dropped); other
/// kinds are named only.
/// </summary>
public static class WkbShape
{
    public static ShapeReading Read(ReadOnlySpan<byte> wkb)
    {
        var reader = new Reader(wkb);
        if (!reader.Header(out var kind))
        {
            return ShapeReading.Failed(ShapeReading.Unreadable, reader.At);
        }
        var crs = reader.Srid > 0 ? string.Create(CultureInfo.InvariantCulture, $"EPSG:{reader.Srid}") : null;
        if (kind is < ShapeKind.PointNumber or > ShapeKind.MultiPolygonNumber)
        {
            return ShapeKind.Name(kind) is { } name
                ? new ShapeReading(new RawShape(name, []), Crs: crs)
                : ShapeReading.Failed(ShapeReading.Unreadable, reader.At);
        }
        var parts = new List<IReadOnlyList<double[]>>(1);
        var several = kind >= ShapeKind.MultiPointNumber;
        var trouble = several ? reader.Parts(kind - 3, parts) : reader.Part(kind, parts);
        if (trouble is not null)
        {
            return ShapeReading.Failed(trouble, reader.At);
        }
        return new ShapeReading(parts.Count == 0 ? null : new RawShape(ShapeKind.Name(kind)!, parts), Crs: crs);
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private bool _little;
        private int _numbersPerVertex = 2;
        private int _rings;
        private long _vertices;

        public int At { get; private set; }

        public int Srid { get; private set; }

        public bool Header(out uint kind)
        {
            kind = 0;
            if (At >= _bytes.Length || _bytes[At] > 1)
            {
                return false;
            }
            _little = _bytes[At++] == 1;
            if (!Number(out var code))
            {
                return false;
            }
            var z = (code & 0x8000_0000) != 0;
            var m = (code & 0x4000_0000) != 0;
            if ((code & 0x2000_0000) != 0)
            {
                if (!Number(out var srid))
                {
                    return false;
                }
                Srid = (int)srid;
            }
            code &= 0x0FFF_FFFF;
            if (code >= 4000)
            {
                return false;
            }
            var iso = code / 1000;
            _numbersPerVertex = 2 + (z || iso is 1 or 3 ? 1 : 0) + (m || iso is 2 or 3 ? 1 : 0);
            kind = code % 1000;
            return true;
        }

        public string? Parts(uint expected, List<IReadOnlyList<double[]>> parts)
        {
            if (!Number(out var count))
            {
                return ShapeReading.Unreadable;
            }
            for (var i = 0u; i < count; i++)
            {
                if (!Header(out var kind) || kind != expected)
                {
                    return ShapeReading.Unreadable;
                }
                if (Part(kind, parts) is { } trouble)
                {
                    return trouble;
                }
            }
            return null;
        }

        public string? Part(uint kind, List<IReadOnlyList<double[]>> parts) =>
            kind switch
            {
                ShapeKind.PointNumber => Point(parts),
                ShapeKind.LineStringNumber => Line(parts),
                _ => Polygon(parts),
            };

        /// <summary>One without numbers is empty.</summary>
        private string? Point(List<IReadOnlyList<double[]>> parts)
        {
            if (_numbersPerVertex * sizeof(double) > _bytes.Length - At)
            {
                return ShapeReading.Unreadable;
            }
            if (++_vertices > ShapeLimits.Vertices)
            {
                return ShapeReading.TooManyVertices;
            }
            double[] point = [Double(At), Double(At + sizeof(double))];
            At += _numbersPerVertex * sizeof(double);
            if (!double.IsNaN(point[0]) || !double.IsNaN(point[1]))
            {
                parts.Add([point]);
            }
            return null;
        }

        private string? Line(List<IReadOnlyList<double[]>> parts)
        {
            if (++_rings > ShapeLimits.Rings)
            {
                return ShapeReading.TooManyRings;
            }
            var line = new List<double[]>(1);
            if (Ring(line) is { } trouble)
            {
                return trouble;
            }
            if (line[0].Length > 0)
            {
                parts.Add(line);
            }
            return null;
        }

        private string? Polygon(List<IReadOnlyList<double[]>> parts)
        {
            if (!Number(out var count) || count > (_bytes.Length - At) / sizeof(uint))
            {
                return ShapeReading.Unreadable;
            }
            _rings += (int)Math.Min(count, ShapeLimits.Rings + 1);
            if (_rings > ShapeLimits.Rings)
            {
                return ShapeReading.TooManyRings;
            }
            var rings = new List<double[]>((int)count);
            for (var i = 0u; i < count; i++)
            {
                if (Ring(rings) is { } trouble)
                {
                    return trouble;
                }
            }
            if (rings.Count > 0)
            {
                parts.Add(rings);
            }
            return null;
        }

        private string? Ring(List<double[]> rings)
        {
            if (!Number(out var count) || count > (_bytes.Length - At) / (_numbersPerVertex * sizeof(double)))
            {
                return ShapeReading.Unreadable;
            }
            _vertices += count;
            if (_vertices > ShapeLimits.Vertices)
            {
                return ShapeReading.TooManyVertices;
            }
            var ring = new double[count * 2];
            if (_numbersPerVertex == 2 && _little == BitConverter.IsLittleEndian)
            {
                _bytes.Slice(At, ring.Length * sizeof(double)).CopyTo(MemoryMarshal.AsBytes(ring.AsSpan()));
                At += ring.Length * sizeof(double);
            }
            else
            {
                for (var i = 0; i < ring.Length; i += 2)
                {
                    ring[i] = Double(At);
                    ring[i + 1] = Double(At + sizeof(double));
                    At += _numbersPerVertex * sizeof(double);
                }
            }
            rings.Add(ring);
            return null;
        }

        private readonly double Double(int at) =>
            _little
                ? BinaryPrimitives.ReadDoubleLittleEndian(_bytes[at..])
                : BinaryPrimitives.ReadDoubleBigEndian(_bytes[at..]);

        private bool Number(out uint number)
        {
            number = 0;
            if (_bytes.Length - At < sizeof(uint))
            {
                return false;
            }
            number = _little
                ? BinaryPrimitives.ReadUInt32LittleEndian(_bytes[At..])
                : BinaryPrimitives.ReadUInt32BigEndian(_bytes[At..]);
            At += sizeof(uint);
            return true;
        }
    }
}
