using System.Text;

namespace LandLedger.Formats.Text;

/// <summary>Walks over bytes as GB18030, of which GBK is the part without four-byte characters, up to the first bad one.</summary>
internal struct GbCheck
{
    // 0x80 alone is the euro sign of code page 936.
    private const byte Euro = 0x80;

    private static readonly Lazy<bool[]> Pairs = new(AssignedPairs);

    private int _have;
    private int _first;
    private int _second;
    private int _third;
    private long _sequenceStart;
    private long _at;

    /// <summary>Offset of the first sequence that stands for no character.</summary>
    public long? FirstBad { get; private set; }

    /// <summary>Characters of four bytes.</summary>
    public long FourByte { get; private set; }

    public void Read(ReadOnlySpan<byte> chunk)
    {
        for (var i = 0; i < chunk.Length && FirstBad is null; i++)
        {
            if (_have == 0)
            {
                var next = chunk[i..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                if (next < 0)
                    break;
                i += next;
                _sequenceStart = _at + i;
                _first = chunk[i];
                if (_first == Euro)
                    continue;
                if (_first == 0xFF)
                    FirstBad = _sequenceStart;
                else
                    _have = 1;
            }
            else
            {
                Continue(chunk[i]);
            }
        }
        _at += chunk.Length;
    }

    public void End()
    {
        if (_have > 0)
            FirstBad ??= _sequenceStart;
    }

    private void Continue(byte value)
    {
        var digit = value is >= 0x30 and <= 0x39;
        switch (_have)
        {
            case 1 when digit:
                (_second, _have) = (value, 2);
                return;
            case 1 when Pairs.Value[(_first << 8) | value]:
                break;
            case 2 when value is >= 0x81 and <= 0xFE:
                (_third, _have) = (value, 3);
                return;
            case 3 when digit && Assigned(value):
                FourByte++;
                break;
            default:
                FirstBad = _sequenceStart;
                break;
        }
        _have = 0;
    }

    /// <summary>Four-byte codes stand for U+0080…U+FFFF (first 39,420) and U+10000…U+10FFFF (1,048,576 from 189,000 on).</summary>
    private readonly bool Assigned(byte fourth)
    {
        var linear = (((_first - 0x81) * 10 + _second - 0x30) * 126 + _third - 0x81) * 10 + fourth - 0x30;
        return linear is < 39_420 or >= 189_000 and < 189_000 + 0x10_0000;
    }

    private static bool[] AssignedPairs()
    {
        var assigned = new bool[0x1_0000];
        Span<byte> pair = stackalloc byte[2];
        Span<char> text = stackalloc char[4];
        for (var code = 0x8140; code <= 0xFEFE; code++)
        {
            (pair[0], pair[1]) = ((byte)(code >> 8), (byte)code);
            if (pair[1] is < 0x40 or 0x7F or 0xFF)
                continue;
            assigned[code] =
                TextEncoding.Gb18030.GetChars(pair, text) == 1
                && text[0] != '\uFFFD'
                && TextEncoding.Gbk.GetChars(pair, text) == 1
                && text[0] is not ('\uFFFD' or '?');
        }
        return assigned;
    }
}
