using System.Globalization;

namespace LandLedger;

/// <summary>A sentence being put together without an object for each of its words.</summary>
internal ref struct Draft
{
    private const int Usual = 256;

    /// <summary>29 digits with commas, a point, as many decimals as there are and a sign.</summary>
    private const int LongestNumber = 72;

    private static readonly string[] NumberFormats =
    [
        .. Enumerable.Range(0, Rounding.Most + 1).Select(decimals => $"N{decimals}"),
    ];

    private char[] _chars = [];
    private int _length;

    [ThreadStatic]
    private static char[]? _kept;

    public Draft()
    {
        (_chars, _kept) = (_kept ?? new char[Usual], null);
    }

    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        _length += text.Length;
    }

    public void Append(int number)
    {
        number.TryFormat(Room(11), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Half up to so many decimals, with commas between thousands.</summary>
    /// <param name="zeros">Whether zeros at the end of the decimals stay.</param>
    public void Append(decimal number, int decimals, bool zeros = false)
    {
        var room = Room(LongestNumber);
        Rounding
            .HalfUp(number, decimals)
            .TryFormat(room, out var written, NumberFormats[decimals], CultureInfo.InvariantCulture);
        ReadOnlySpan<char> text = room[..written];
        _length += zeros || decimals == 0 ? written : text.TrimEnd('0').TrimEnd('.').Length;
    }

    /// <summary>The whole; the draft is at its end.</summary>
    public string ToText()
    {
        _kept = _chars;
        return new(_chars, 0, _length);
    }

    private Span<char> Room(int length)
    {
        if (_chars.Length - _length < length)
            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, _length + length));
        return _chars.AsSpan(_length);
    }
}
