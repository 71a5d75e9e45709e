using System.Runtime.InteropServices;
using System.Text;

namespace LandLedger.Import;

/// <summary>
/// Strings that come again from row to row (district, use, holder), made once. A small direct-mapped table: a newcomer
/// takes the place of who was there. For one reader at a time.
/// </summary>
public sealed class Interned
{
    private const int Places = 2048;
    private const int Longest = 96;

    private readonly (byte[] Utf8, string Text)[] _known = new (byte[], string)[Places];

    public string Text(ReadOnlySpan<byte> utf8) =>
        utf8.Length > Longest ? Encoding.UTF8.GetString(utf8) : Find(utf8).Text;

    internal (byte[] Utf8, string Text) Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
            return (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        ref var known = ref _known[Place(utf8)];
        if (known.Utf8 is null || !utf8.SequenceEqual(known.Utf8))
            known = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        return known;
    }

    private static int Place(ReadOnlySpan<byte> utf8)
    {
        const ulong Odd = 0x9E37_79B9_7F4A_7C15;
        var hash = (ulong)utf8.Length;
        while (utf8.Length >= sizeof(ulong))
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(utf8)) * Odd;
            hash ^= hash >> 29;
            utf8 = utf8[sizeof(ulong)..];
        }
        foreach (var one in utf8)
            hash = (hash ^ one) * Odd;
        return (int)(hash >> 40) & (Places - 1);
    }
}
