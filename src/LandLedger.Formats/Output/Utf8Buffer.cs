using System.Buffers;
using System.Globalization;
using System.Text;

namespace LandLedger.Formats.Output;

/// <summary>
/// Bytes of UTF-8 being put together: grows, is emptied and used again. Writes JSON values without a second copy; whatever
/// has been written since a mark can be taken back.
/// </summary>
internal sealed class Utf8Buffer : IBufferWriter<byte>
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x20).Select(c => (char)c)) + "\"\\"
    );

    private const int QuotientDecimals = 12;
    private const int DateLength = 12;

    /// <summary>Enough for a short page; a longer answer doubles it a few times.</summary>
    private const int FirstRoom = 8 * 1024;

    private byte[] _bytes = new byte[FirstRoom];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Takes back what was written after <paramref name="mark"/>, a former <see cref="Length"/>.</summary>
    public void BackTo(int mark) => Length = mark;

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(Length);
    }

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Length += bytes.Length;
    }

    public void Raw(byte value)
    {
        Reserve(1);
        _bytes[Length++] = value;
    }

    /// <summary>A JSON string. Half a surrogate pair comes out as U+FFFD.</summary>
    public void String(ReadOnlySpan<char> text)
    {
        Raw((byte)'"');
        Inside(text);
        Raw((byte)'"');
    }

    public void StringOrNull(string? text)
    {
        if (text is null)
            Raw("null"u8);
        else
            String(text);
    }

    /// <summary>A JSON array of codes that come with commas between them; an empty one for none.</summary>
    public void Codes(ReadOnlySpan<char> codes)
    {
        Raw((byte)'[');
        if (codes.Length > 0)
        {
            foreach (var part in codes.Split(','))
            {
                if (part.Start.Value > 0)
                    Raw((byte)',');
                String(codes[part]);
            }
        }
        Raw((byte)']');
    }

    /// <summary>A part of a JSON string, without the quotes.</summary>
    public void Inside(ReadOnlySpan<char> text)
    {
        for (int special; (special = text.IndexOfAny(Special)) >= 0; text = text[(special + 1)..])
        {
            Plain(text[..special]);
            Escaped(text[special]);
        }
        Plain(text);
    }

    /// <summary>A value by its kind; unknown is null. Quotients, which alone have so many decimals, are rounded half up to 12.</summary>
    public void Value(in Fact fact)
    {
        switch (fact.Kind)
        {
            case FactKind.Text:
                String(fact.Text);
                break;
            case FactKind.Number:
                Quotient(fact.Number!.Value);
                break;
            case FactKind.Date:
                Date(fact.Date!.Value);
                break;
            case FactKind.Flag:
                Raw(fact.Flag!.Value ? "true"u8 : "false"u8);
                break;
            default:
                Raw("null"u8);
                break;
        }
    }

    /// <summary>A JSON number, half up to 12 decimals where it has more.</summary>
    public void Quotient(decimal value) =>
        Number(value.Scale > QuotientDecimals ? Rounding.HalfUp(value, QuotientDecimals) : value);

    /// <summary>A JSON number, exact, without zeros at its end.</summary>
    public void Number(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        if (bits[2] == 0)
        {
            var unscaled = (uint)bits[0] | ((ulong)(uint)bits[1] << 32);
            Advance(FixedPoint.Write(bits[3] < 0 && unscaled != 0, unscaled, (bits[3] >> 16) & 0xFF, GetSpan(40)));
            return;
        }
        Json.JsonForm.Trim(value).TryFormat(GetSpan(40), out var written, default, CultureInfo.InvariantCulture);
        Advance(written);
    }

    public void Date(DateOnly day)
    {
        day.Deconstruct(out var year, out var month, out var date);
        var to = GetSpan(DateLength);
        to[0] = to[11] = (byte)'"';
        to[5] = to[8] = (byte)'-';
        TwoDigits(to[1..], year / 100);
        TwoDigits(to[3..], year % 100);
        TwoDigits(to[6..], month);
        TwoDigits(to[9..], date);
        Advance(DateLength);
    }

    /// <summary>A finite double with so many decimals at most.</summary>
    public void Fixed(double value, int decimals) =>
        Advance(FixedPoint.Format(value, decimals, GetSpan(FixedPoint.MaxLength + 8)));

    private static void TwoDigits(Span<byte> to, int value)
    {
        to[1] = (byte)('0' + (value % 10));
        to[0] = (byte)('0' + (value / 10));
    }

    private void Plain(ReadOnlySpan<char> text) => Advance(Encoding.UTF8.GetBytes(text, GetSpan(text.Length * 3)));

    private void Escaped(char special)
    {
        Raw((byte)'\\');
        if (special is '"' or '\\')
        {
            Raw((byte)special);
            return;
        }
        Raw("u00"u8);
        ((int)special).TryFormat(GetSpan(2), out _, "x2", CultureInfo.InvariantCulture);
        Advance(2);
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - Length < Math.Max(count, 1))
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
    }
}
