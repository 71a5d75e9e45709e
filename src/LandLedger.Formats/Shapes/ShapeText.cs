using System.Buffers;

namespace LandLedger.Formats.Shapes;

/// <summary>
/// A geometry written in one cell: WKT (any case and blanks, Z, M and ZM dropped, EMPTY, "SRID=n;" in front) or hexadecimal
/// WKB or EWKB. One reader serves one thread and any number of cells.
/// </summary>
public sealed class ShapeText
{
    private static readonly SearchValues<char> _digits = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly RingBuffer _rings = new();

    public ShapeReading Read(ReadOnlySpan<char> text)
    {
        var start = text.Length - text.TrimStart().Length;
        var body = text[start..].TrimEnd();
        if (body.Length >= 10 && body[0] == '0' && body[1] is '0' or '1')
        {
            return Hexadecimal(body, start);
        }
        var parser = new WktParser(text, start, _rings);
        return parser.Read();
    }

    private static ShapeReading Hexadecimal(ReadOnlySpan<char> text, int start)
    {
        var bytes = new byte[text.Length / 2];
        if (text.Length % 2 != 0 || Convert.FromHexString(text, bytes, out _, out _) != OperationStatus.Done)
        {
            var bad = text.IndexOfAnyExcept(_digits);
            return ShapeReading.Failed(ShapeReading.Unreadable, start + (bad < 0 ? text.Length : bad));
        }
        var reading = WkbShape.Read(bytes);
        return reading.Trouble is null ? reading : reading with { Position = start + reading.Position * 2 };
    }
}
