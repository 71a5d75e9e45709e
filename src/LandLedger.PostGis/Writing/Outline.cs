using System.Buffers.Binary;
using LandLedger.Geometry;

namespace LandLedger.PostGis.Writing;

/// <summary>An outline as the geometry column takes it: EWKB of a multipolygon in EPSG:4490, a polygon wrapped.</summary>
internal static class Outline
{
    private const int Srs = 4490;
    private const uint WithSrsMark = 0x2000_0000;
    private const int HeadLength = 9;
    private const int CountLength = 4;

    /// <summary>Order of bytes and type, which the outline itself begins with.</summary>
    private const int TypeLength = 5;

    /// <summary>Little-endian WKB of any kind with the system set into its head.</summary>
    public static byte[] WithSrs(ReadOnlySpan<byte> wkb)
    {
        var bytes = new byte[wkb.Length + sizeof(int)];
        wkb[..TypeLength].CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(
            bytes.AsSpan(1),
            BinaryPrimitives.ReadUInt32LittleEndian(wkb[1..]) | WithSrsMark
        );
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(TypeLength), Srs);
        wkb[TypeLength..].CopyTo(bytes.AsSpan(TypeLength + sizeof(int)));
        return bytes;
    }

    public static byte[] Of(PlotShape shape)
    {
        var wkb = shape.Wkb.Span;
        var wrap = WkbBox.TypeOf(wkb) == WkbBox.Polygon;
        var body = wrap ? wkb : wkb[TypeLength..];
        var bytes = new byte[HeadLength + (wrap ? CountLength : 0) + body.Length];
        bytes[0] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1), WkbBox.MultiPolygon | WithSrsMark);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(TypeLength), Srs);
        if (wrap)
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(HeadLength), 1);
        body.CopyTo(bytes.AsSpan(bytes.Length - body.Length));
        return bytes;
    }
}
