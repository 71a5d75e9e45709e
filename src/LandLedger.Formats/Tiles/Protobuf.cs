using System.Buffers.Binary;
using System.Text;

namespace LandLedger.Formats.Tiles;

/// <summary>Bytes of a protocol buffer message being put together. Fields of the kinds that a tile has.</summary>
internal sealed class Protobuf
{
    private const int Bytes = 2;
    private const int Fixed64 = 1;

    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Number(int field, uint value)
    {
        Varint((uint)(field << 3));
        Varint(value);
    }

    public void Double(int field, double value)
    {
        Varint((uint)((field << 3) | Fixed64));
        Reserve(8);
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.AsSpan(Length), value);
        Length += 8;
    }

    public void Text(int field, string value)
    {
        Varint((uint)((field << 3) | Bytes));
        Varint((uint)Encoding.UTF8.GetByteCount(value));
        Reserve(Encoding.UTF8.GetMaxByteCount(value.Length));
        Length += Encoding.UTF8.GetBytes(value, _bytes.AsSpan(Length));
    }

    public void Message(int field, Protobuf message)
    {
        Varint((uint)((field << 3) | Bytes));
        Varint((uint)message.Length);
        Append(message.Written);
    }

    /// <summary>Numbers one after another in one field.</summary>
    public void Packed(int field, ReadOnlySpan<uint> values)
    {
        Varint((uint)((field << 3) | Bytes));
        var length = 0;
        foreach (var value in values)
            length += LengthOf(value);
        Varint((uint)length);
        foreach (var value in values)
            Varint(value);
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    private void Varint(uint value)
    {
        Reserve(5);
        for (; value > 0x7F; value >>= 7)
            _bytes[Length++] = (byte)(value | 0x80);
        _bytes[Length++] = (byte)value;
    }

    private static int LengthOf(uint value) =>
        value == 0 ? 1 : (38 - System.Numerics.BitOperations.LeadingZeroCount(value)) / 7;

    private void Reserve(int count)
    {
        if (_bytes.Length - Length < count)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
    }
}
