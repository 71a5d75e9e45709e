using System.Buffers.Binary;
using LandLedger.Geometry;
using LandLedger.GeoPackage.Filters;

namespace LandLedger.GeoPackage.Layers;

/// <summary>The geometry of a feature in the blob of the GeoPackage standard: header with srs and box, then WKB as it is.</summary>
internal static class LayerBlob
{
    private const int HeaderLength = 40;

    public static byte[] Write(LayerShape shape)
    {
        var blob = new byte[HeaderLength + shape.Wkb.Length];
        blob[0] = (byte)'G';
        blob[1] = (byte)'P';
        // Version 0; little endian with a box of west, east, south, north.
        blob[3] = 0b0000_0011;
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(4), OutlineBlob.Srs);
        BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(8), shape.Box.West);
        BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(16), shape.Box.East);
        BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(24), shape.Box.South);
        BinaryPrimitives.WriteDoubleLittleEndian(blob.AsSpan(32), shape.Box.North);
        shape.Wkb.Span.CopyTo(blob.AsSpan(HeaderLength));
        return blob;
    }

    /// <summary>Null for an empty geometry and for bytes that are none.</summary>
    public static LayerShape? Read(ReadOnlySpan<byte> blob) =>
        GeometryBlob.BoxOf(blob) is { } box
            ? new(GeometryBlob.BodyOf(blob).ToArray(), new(box.MinX, box.MinY, box.MaxX, box.MaxY))
            : null;
}
