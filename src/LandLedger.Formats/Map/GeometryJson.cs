using System.Buffers.Binary;
using System.Text;
using LandLedger.Formats.Output;
using LandLedger.Geometry;

namespace LandLedger.Formats.Map;

/// <summary>
/// WKB as the geometry of a GeoJSON feature (RFC 7946), byte to byte: no geometry object is built. Rings come out in the
/// direction they are stored in, shells counter-clockwise and holes clockwise.
/// </summary>
internal static class GeometryJson
{
    private const int PointSize = 16;

    private static readonly byte[][] Heads =
    [
        .. Enum.GetValues<WkbKind>().Select(kind => Encoding.ASCII.GetBytes($"{{\"type\":\"{kind}\",\"coordinates\":")),
    ];

    /// <summary>Writes the geometry, or <c>null</c> when the bytes are no points, lines or polygons or hold a number that is not finite; tells which.</summary>
    public static bool Write(Utf8Buffer output, ReadOnlySpan<byte> wkb, Positions positions)
    {
        var mark = output.Length;
        var reader = new Reader(wkb);
        positions.Clear();
        if (TryWrite(output, ref reader, positions))
            return true;
        output.BackTo(mark);
        output.Raw("null"u8);
        return false;
    }

    private static bool TryWrite(Utf8Buffer output, ref Reader reader, Positions positions)
    {
        if (!reader.TryHeader(out var type) || type is < (uint)WkbKind.Point or > (uint)WkbKind.MultiPolygon)
            return false;
        var kind = (WkbKind)type;
        output.Raw(Heads[kind - WkbKind.Point]);
        if (kind < WkbKind.MultiPoint)
        {
            if (!TryPart(output, ref reader, positions, kind))
                return false;
        }
        else
        {
            if (!reader.TryCount(out var parts))
                return false;
            output.Raw((byte)'[');
            for (var i = 0u; i < parts; i++)
            {
                if (i > 0)
                    output.Raw((byte)',');
                if (
                    !reader.TryHeader(out var part)
                    || part != (uint)(kind - 3)
                    || !TryPart(output, ref reader, positions, (WkbKind)part)
                )
                    return false;
            }
            output.Raw((byte)']');
        }
        output.Raw((byte)'}');
        return true;
    }

    private static bool TryPart(Utf8Buffer output, ref Reader reader, Positions positions, WkbKind kind) =>
        kind switch
        {
            WkbKind.Point => reader.TryPoints(1, out var point) && positions.TryWritePoints(output, point),
            WkbKind.LineString => reader.TryCount(out var points)
                && reader.TryPoints(points, out var line)
                && positions.TryWrite(output, line),
            _ => TryRings(output, ref reader, positions),
        };

    private static bool TryRings(Utf8Buffer output, ref Reader reader, Positions positions)
    {
        if (!reader.TryCount(out var rings))
            return false;
        output.Raw((byte)'[');
        for (var ring = 0u; ring < rings; ring++)
        {
            if (!reader.TryCount(out var points) || !reader.TryPoints(points, out var bytes))
                return false;
            if (ring > 0)
                output.Raw((byte)',');
            if (!positions.TryWrite(output, bytes))
                return false;
        }
        output.Raw((byte)']');
        return true;
    }

    /// <summary>Reads on through little-endian WKB and never past its end.</summary>
    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _rest = bytes;

        public bool TryHeader(out uint type)
        {
            type = 0;
            if (_rest.Length < 5 || _rest[0] != 1)
                return false;
            _rest = _rest[1..];
            return TryCount(out type);
        }

        public bool TryCount(out uint count)
        {
            if (!BinaryPrimitives.TryReadUInt32LittleEndian(_rest, out count))
                return false;
            _rest = _rest[4..];
            return true;
        }

        public bool TryPoints(uint count, out ReadOnlySpan<byte> points)
        {
            points = default;
            if (count > (uint)_rest.Length / PointSize)
                return false;
            points = _rest[..((int)count * PointSize)];
            _rest = _rest[points.Length..];
            return true;
        }
    }
}
