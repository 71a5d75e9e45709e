using System.Buffers.Binary;
using LandLedger.Geometry;

namespace LandLedger.GeoPackage;

/// <summary>
/// An outline in the blob of the GeoPackage standard: header with srs and box, then WKB. The layer is declared a
/// multipolygon layer, as map programs like it: a polygon is wrapped on the way in and a single part unwrapped on the way out.
/// </summary>
internal static class OutlineBlob
{
    public const int Srs = 4490;
    public const int HeaderLength = 40;
    private const int WrapLength = 9;

    private static ReadOnlySpan<byte> Wrap => [1, 6, 0, 0, 0, 1, 0, 0, 0];

    public static byte[] Write(PlotShape shape)
    {
        var wkb = shape.Wkb.Span;
        var wrap = WkbBox.TypeOf(wkb) == WkbBox.Polygon;
        var blob = new byte[HeaderLength + (wrap ? WrapLength : 0) + wkb.Length];
        WriteHeader(blob, shape.Box);
        if (wrap)
            Wrap.CopyTo(blob.AsSpan(HeaderLength));
        wkb.CopyTo(blob.AsSpan(blob.Length - wkb.Length));
        return blob;
    }

    /// <summary>Version 0; little endian with a box of west, east, south, north.</summary>
    public static void WriteHeader(Span<byte> blob, Import.Box box)
    {
        blob[0] = (byte)'G';
        blob[1] = (byte)'P';
        blob[3] = 0b0000_0011;
        BinaryPrimitives.WriteInt32LittleEndian(blob[4..], Srs);
        BinaryPrimitives.WriteDoubleLittleEndian(blob[8..], box.West);
        BinaryPrimitives.WriteDoubleLittleEndian(blob[16..], box.East);
        BinaryPrimitives.WriteDoubleLittleEndian(blob[24..], box.South);
        BinaryPrimitives.WriteDoubleLittleEndian(blob[32..], box.North);
    }

    /// <summary>Null for an empty outline and for bytes that are no outline.</summary>
    public static PlotShape? Read(ReadOnlySpan<byte> blob, string surveyCrs, bool bytes)
    {
        if (BoxOf(blob) is not { } box)
            return null;
        ReadOnlyMemory<byte> wkb = default;
        if (bytes)
        {
            var body = blob[BodyStart(blob)..];
            wkb = (body.StartsWith(Wrap) ? body[WrapLength..] : body).ToArray();
        }
        return new PlotShape(wkb, surveyCrs, box.West, box.South, box.East, box.North);
    }

    /// <summary>The box from the header, or from the points where another program left it out.</summary>
    public static Import.Box? BoxOf(ReadOnlySpan<byte> blob)
    {
        if (blob.Length < 8 || blob[0] != 'G' || blob[1] != 'P' || (blob[3] & 0b1_0000) != 0)
            return null;
        if (EnvelopeLength(blob) == 0)
            return WkbBox.Of(blob[BodyStart(blob)..]);
        if (blob.Length < HeaderLength)
            return null;
        var little = (blob[3] & 1) == 1;
        var box = new Import.Box(
            Read(blob[8..], little),
            Read(blob[24..], little),
            Read(blob[16..], little),
            Read(blob[32..], little)
        );
        return double.IsNaN(box.West) ? null : box;
    }

    public static int BodyStart(ReadOnlySpan<byte> blob) => 8 + EnvelopeLength(blob);

    private static int EnvelopeLength(ReadOnlySpan<byte> blob) =>
        ((blob[3] >> 1) & 0b111) switch
        {
            0 => 0,
            1 => 32,
            2 or 3 => 48,
            _ => 64,
        };

    private static double Read(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadDoubleLittleEndian(bytes) : BinaryPrimitives.ReadDoubleBigEndian(bytes);
}
