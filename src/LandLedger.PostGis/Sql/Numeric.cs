using System.Buffers.Binary;

namespace LandLedger.PostGis.Sql;

/// <summary>
/// The server's exact numbers: digits to the base of 10,000, most significant first. Stored ones come back as they were; no
/// double is made on the way.
/// </summary>
internal static class Numeric
{
    private const int Head = 8;
    private const int Base = 10_000;
    private const int TensADigit = 4;

    /// <summary>So many digits fit into 64 bits.</summary>
    private const int Few = 4;
    private const int MostScale = 28;
    private const ushort Negative = 0x4000;
    private const ushort NoNumber = 0x8000;

    /// <summary>The number whose binary form these bytes are.</summary>
    /// <exception cref="OverflowException">Not a number, infinite, or more digits than a decimal holds: no store of ours wrote it.</exception>
    public static decimal Read(ReadOnlySpan<byte> bytes)
    {
        var digits = BinaryPrimitives.ReadInt16BigEndian(bytes);
        var weight = BinaryPrimitives.ReadInt16BigEndian(bytes[2..]);
        var sign = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        var shown = BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]);
        if ((sign & NoNumber) != 0)
            throw new OverflowException("Not a number or infinite");
        bytes = bytes.Slice(Head, digits * 2);
        var scale = TensADigit * (digits - 1 - weight);
        if (digits > Few || scale < 0 || scale > MostScale)
            return ReadLarge(bytes, scale, shown, sign == Negative);
        ulong value = 0;
        for (; bytes.Length > 0; bytes = bytes[2..])
            value = (value * Base) + BinaryPrimitives.ReadUInt16BigEndian(bytes);
        // The last digit to the base of 10,000 may end in zeros behind the decimals that the number has.
        for (; scale > shown; scale--)
            value /= 10;
        return new decimal((int)(uint)value, (int)(uint)(value >> 32), 0, sign == Negative, (byte)scale);
    }

    private static decimal ReadLarge(ReadOnlySpan<byte> bytes, int scale, int shown, bool negative)
    {
        UInt128 value = 0;
        for (; bytes.Length > 0; bytes = bytes[2..])
            value = checked((value * Base) + BinaryPrimitives.ReadUInt16BigEndian(bytes));
        for (; scale > shown; scale--)
            value /= 10;
        for (; scale < 0 && value > 0; scale++)
            value = checked(value * 10);
        scale = Math.Max(scale, 0);
        if (scale > MostScale || value >> 96 != 0)
            throw new OverflowException("More digits than a decimal holds");
        return new decimal((int)(uint)value, (int)(uint)(value >> 32), (int)(uint)(value >> 64), negative, (byte)scale);
    }
}
