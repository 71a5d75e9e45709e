using System.Text;

namespace LandLedger.GeoPackage.Reading;

/// <summary>
/// Strings that come again from row to row (district, use, holder), made once. A small direct-mapped table: a newcomer
/// takes the place of who was there.
/// </summary>
internal sealed class Interned
{
    private const int Places = 2048;
    private const int Longest = 96;

    private readonly byte[]?[] _bytes = new byte[Places][];
    private readonly string[] _texts = new string[Places];

    public string Text(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
            return Encoding.UTF8.GetString(utf8);
        var hash = 17u;
        foreach (var one in utf8)
            hash = (hash * 31) + one;
        var place = (hash ^ (hash >> 15)) & (Places - 1);
        if (_bytes[place] is { } known && utf8.SequenceEqual(known))
            return _texts[place];
        _bytes[place] = utf8.ToArray();
        return _texts[place] = Encoding.UTF8.GetString(utf8);
    }
}
