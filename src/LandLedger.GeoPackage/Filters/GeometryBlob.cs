using System.Buffers.Binary;
using LandLedger.Geometry;
using NetTopologySuite.Geometries;

namespace LandLedger.GeoPackage.Filters;

/// <summary>Any geometry in the blob of the GeoPackage standard: what stands before the bytes, and the bytes.</summary>
internal static class GeometryBlob
{
    private const int PointType = 1;
    private const int PointLength = 21;

    /// <summary>The box where the header or the bytes give it without building; null for empty ones too.</summary>
    public static Envelope? BoxOf(ReadOnlySpan<byte> blob)
    {
        if (BodyOf(blob) is { Length: >= PointLength } body && WkbBox.TypeOf(body) == PointType)
            return PointOf(body);
        return OutlineBlob.BoxOf(blob) is { } box ? new Envelope(box.West, box.East, box.South, box.North) : null;
    }

    /// <summary>The bytes after the header; none for what is no such blob.</summary>
    public static ReadOnlySpan<byte> BodyOf(ReadOnlySpan<byte> blob)
    {
        if (blob.Length < 8 || blob[0] != 'G' || blob[1] != 'P')
            return default;
        var start = OutlineBlob.BodyStart(blob);
        return start < blob.Length ? blob[start..] : default;
    }

    private static Envelope? PointOf(ReadOnlySpan<byte> body)
    {
        var little = body[0] == 1;
        var (x, y) = (Number(body[5..], little), Number(body[13..], little));
        return double.IsNaN(x) || double.IsNaN(y) ? null : new Envelope(x, x, y, y);
    }

    private static double Number(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadDoubleLittleEndian(bytes) : BinaryPrimitives.ReadDoubleBigEndian(bytes);
}
