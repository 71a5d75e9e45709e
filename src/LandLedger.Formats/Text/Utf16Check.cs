namespace LandLedger.Formats.Text;

/// <summary>Walks over bytes as UTF-16: whole units, surrogates in pairs, no NUL character.</summary>
internal struct Utf16Check(bool bigEndian)
{
    private long _at;
    private int _previous;
    private bool _high;

    /// <summary>Offset of the first unit that stands for no character.</summary>
    public long? FirstBad { get; private set; }

    public void Read(ReadOnlySpan<byte> chunk)
    {
        foreach (var value in chunk)
        {
            if (FirstBad is not null)
                return;
            if ((_at++ & 1) == 0)
            {
                _previous = value;
                continue;
            }
            var unit = (char)(bigEndian ? (_previous << 8) | value : (value << 8) | _previous);
            if (char.IsLowSurrogate(unit) != _high)
                FirstBad = _high ? _at - 4 : _at - 2;
            else if (unit == 0)
                FirstBad = _at - 2;
            _high = char.IsHighSurrogate(unit);
        }
    }

    public void End()
    {
        if ((_at & 1) == 1)
            FirstBad ??= _at - 1;
        else if (_high)
            FirstBad ??= _at - 2;
    }
}
