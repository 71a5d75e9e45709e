namespace LandLedger;

/// <summary>A sentence being put together without an object for each of its words.</summary>
internal ref struct Draft
{
    private const int Usual = 256;

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
        number.TryFormat(Room(11), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        _length += written;
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
