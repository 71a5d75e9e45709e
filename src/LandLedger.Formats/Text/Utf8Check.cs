namespace LandLedger.Formats.Text;

/// <summary>
/// Walks over bytes as UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF) and goes on after a bad byte, so
/// that a damaged UTF-8 file can be told from a GBK one.
/// </summary>
internal struct Utf8Check
{
    private int _missing;
    private byte _low;
    private byte _high;
    private int _length;
    private int _lead;
    private long _sequenceStart;
    private long _at;

    /// <summary>Offset of the first sequence that is no UTF-8.</summary>
    public long? FirstBad { get; private set; }

    public long Bad { get; private set; }

    /// <summary>Characters of three or four bytes.</summary>
    public long Long { get; private set; }

    /// <summary>Characters of two bytes from U+0400 on.</summary>
    public long Foreign { get; private set; }

    public void Read(ReadOnlySpan<byte> chunk)
    {
        for (var i = 0; i < chunk.Length; i++)
        {
            if (_missing == 0)
            {
                var next = chunk[i..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                if (next < 0)
                    break;
                i += next;
                Begin(chunk[i], _at + i);
            }
            else if (chunk[i] < _low || chunk[i] > _high)
            {
                Fail();
                i--;
            }
            else
            {
                Continue();
            }
        }
        _at += chunk.Length;
    }

    public void End()
    {
        if (_missing > 0)
            Fail();
    }

    private void Begin(byte lead, long offset)
    {
        _sequenceStart = offset;
        _lead = lead;
        (_length, _low, _high) = lead switch
        {
            >= 0xC2 and <= 0xDF => (2, (byte)0x80, (byte)0xBF),
            0xE0 => (3, (byte)0xA0, (byte)0xBF),
            0xED => (3, (byte)0x80, (byte)0x9F),
            >= 0xE1 and <= 0xEF => (3, (byte)0x80, (byte)0xBF),
            0xF0 => (4, (byte)0x90, (byte)0xBF),
            >= 0xF1 and <= 0xF3 => (4, (byte)0x80, (byte)0xBF),
            0xF4 => (4, (byte)0x80, (byte)0x8F),
            _ => (0, (byte)0, (byte)0),
        };
        _missing = _length - 1;
        if (_length == 0)
            Fail();
    }

    private void Continue()
    {
        (_low, _high) = (0x80, 0xBF);
        if (--_missing > 0)
            return;
        if (_length > 2)
            Long++;
        else if (_lead >= 0xD0)
            Foreign++;
    }

    private void Fail()
    {
        FirstBad ??= _sequenceStart;
        Bad++;
        _missing = 0;
    }
}
