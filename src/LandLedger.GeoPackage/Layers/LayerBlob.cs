using LandLedger.Geometry;
using LandLedger.GeoPackage.Filters;

namespace LandLedger.GeoPackage.Layers;

/// <summary>The geometry of a feature in the blob of the GeoPackage standard: header with srs and box, then WKB as it is.</summary>
internal static class LayerBlob
{
    public static byte[] Write(LayerShape shape)
    {
        var blob = new byte[OutlineBlob.HeaderLength + shape.Wkb.Length];
        OutlineBlob.WriteHeader(blob, shape.Box);
        shape.Wkb.Span.CopyTo(blob.AsSpan(OutlineBlob.HeaderLength));
        return blob;
    }

    /// <summary>Null for an empty geometry and for bytes that are none.</summary>
    public static LayerShape? Read(ReadOnlySpan<byte> blob) =>
        GeometryBlob.BoxOf(blob) is { } box
            ? new(GeometryBlob.BodyOf(blob).ToArray(), new(box.MinX, box.MinY, box.MaxX, box.MaxY))
            : null;
}
