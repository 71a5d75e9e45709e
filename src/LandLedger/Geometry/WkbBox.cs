using System.Buffers.Binary;
using LandLedger.Import;

namespace LandLedger.Geometry;

/// <summary>Type and box of polygon WKB, in either byte order, with or without z and m.</summary>
public static class WkbBox
{
    public const int Polygon = 3;
    public const int MultiPolygon = 6;

    /// <summary>The type without its z and m marks; 0 when there is none.</summary>
    public static int TypeOf(ReadOnlySpan<byte> wkb) => wkb.Length < 5 ? 0 : (int)(Read(wkb, 1) & 0xFFFF) % 1000;

    /// <summary>Null for empty, broken and other shapes.</summary>
    public static Box? Of(ReadOnlySpan<byte> wkb)
    {
        var box = new Box(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        var at = 0;
        return Extend(wkb, ref at, ref box) && box.West <= box.East ? box : null;
    }

    /// <summary>As <see cref="Of"/>, of points and lines, too.</summary>
    public static Box? OfAny(ReadOnlySpan<byte> wkb)
    {
        var box = new Box(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        var at = 0;
        return Extend(wkb, ref at, ref box, any: true) && box.West <= box.East ? box : null;
    }

    private static bool Extend(ReadOnlySpan<byte> wkb, ref int at, ref Box box, bool any = false)
    {
        if (wkb.Length - at < 9)
            return false;
        var part = wkb[at..];
        var type = TypeOf(part);
        var little = part[0] == 1;
        var stride = 8 * Dimensions(part);
        if (any && (WkbKind)type is (WkbKind.Point or WkbKind.LineString))
        {
            at += 5;
            return (WkbKind)type == WkbKind.Point
                ? ExtendPoints(wkb, ref at, 1, little, stride, ref box)
                : ExtendRing(wkb, ref at, little, stride, ref box);
        }
        var count = Read(part, 5);
        at += 9;
        for (var i = 0u; i < count; i++)
        {
            var good = type switch
            {
                MultiPolygon => TypeOf(wkb[at..]) == Polygon && Extend(wkb, ref at, ref box),
                (int)WkbKind.MultiPoint or (int)WkbKind.MultiLineString when any => TypeOf(wkb[at..])
                    < (int)WkbKind.MultiPoint
                    && Extend(wkb, ref at, ref box, any),
                Polygon => ExtendRing(wkb, ref at, little, stride, ref box),
                _ => false,
            };
            if (!good)
                return false;
        }
        return true;
    }

    private static bool ExtendRing(ReadOnlySpan<byte> wkb, ref int at, bool little, int stride, ref Box box)
    {
        if (wkb.Length - at < 4)
            return false;
        var count = Whole(wkb[at..], little);
        at += 4;
        return ExtendPoints(wkb, ref at, count, little, stride, ref box);
    }

    private static bool ExtendPoints(
        ReadOnlySpan<byte> wkb,
        ref int at,
        uint count,
        bool little,
        int stride,
        ref Box box
    )
    {
        if ((wkb.Length - at) / stride < count)
            return false;
        for (var i = 0u; i < count; i++, at += stride)
        {
            var x = Number(wkb[at..], little);
            var y = Number(wkb[(at + 8)..], little);
            box = new(Math.Min(box.West, x), Math.Min(box.South, y), Math.Max(box.East, x), Math.Max(box.North, y));
        }
        return true;
    }

    /// <summary>ISO writes 1000 for z and 2000 for m, EWKB sets the top bits.</summary>
    private static int Dimensions(ReadOnlySpan<byte> wkb)
    {
        var type = Read(wkb, 1);
        var iso = (type & 0xFFFF) / 1000;
        var z = iso is 1 or 3 || (type & 0x8000_0000) != 0;
        var m = iso is 2 or 3 || (type & 0x4000_0000) != 0;
        return 2 + (z ? 1 : 0) + (m ? 1 : 0);
    }

    private static uint Read(ReadOnlySpan<byte> wkb, int at) => Whole(wkb[at..], wkb[0] == 1);

    private static uint Whole(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static double Number(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadDoubleLittleEndian(bytes) : BinaryPrimitives.ReadDoubleBigEndian(bytes);
}
