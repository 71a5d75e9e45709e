using System.Buffers;
using System.Globalization;
using LandLedger.Import;

namespace LandLedger.Formats.Shapes;

/// <summary>Reads one WKT geometry from left to right.</summary>
internal ref struct WktParser(ReadOnlySpan<char> text, int start, RingBuffer rings)
{
    private static readonly SearchValues<char> _endOfNumber = SearchValues.Create(" ,()\t\r\n");

    private readonly ReadOnlySpan<char> _text = text;
    private readonly RingBuffer _rings = rings;
    private int _at = start;
    private string? _crs;

    public ShapeReading Read()
    {
        _rings.Clear();
        if (!Srid())
        {
            return Failed(ShapeReading.Unreadable);
        }
        var word = Word();
        var kind = ShapeKind.Find(WithoutDimension(word));
        if (kind is null)
        {
            _at -= word.Length;
            return Failed(ShapeReading.Unreadable);
        }
        var next = Word();
        if (
            next.Equals("Z", StringComparison.OrdinalIgnoreCase) || next.Equals("M", StringComparison.OrdinalIgnoreCase)
        )
        {
            next = Word();
        }
        else if (next.Equals("ZM", StringComparison.OrdinalIgnoreCase))
        {
            next = Word();
        }
        if (next.Equals("EMPTY", StringComparison.OrdinalIgnoreCase))
        {
            return End(kind is ShapeKind.Polygon or ShapeKind.MultiPolygon ? null : new RawShape(kind, []));
        }
        if (next.Length > 0)
        {
            return Failed(ShapeReading.Unreadable);
        }
        return kind switch
        {
            ShapeKind.Polygon => Polygon() is { } trouble ? Failed(trouble) : End(_rings.ToShape(kind)),
            ShapeKind.MultiPolygon => MultiPolygon() is { } trouble ? Failed(trouble) : End(_rings.ToShape(kind)),
            _ => new ShapeReading(new RawShape(kind, []), Crs: _crs),
        };
    }

    private static ReadOnlySpan<char> WithoutDimension(ReadOnlySpan<char> word)
    {
        if (ShapeKind.Find(word) is not null)
        {
            return word;
        }
        return word.EndsWith("ZM", StringComparison.OrdinalIgnoreCase) ? word[..^2]
            : word.Length > 1 && word[^1] is 'Z' or 'z' or 'M' or 'm' ? word[..^1]
            : word;
    }

    private bool Srid()
    {
        if (!_text[_at..].StartsWith("SRID=", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }
        _at += 5;
        var end = _text[_at..].IndexOf(';');
        if (
            end < 0
            || !int.TryParse(_text.Slice(_at, end), NumberStyles.None, CultureInfo.InvariantCulture, out var srid)
        )
        {
            return false;
        }
        _at += end + 1;
        _crs = srid > 0 ? string.Create(CultureInfo.InvariantCulture, $"EPSG:{srid}") : null;
        return true;
    }

    private string? MultiPolygon()
    {
        if (!Take('('))
        {
            return ShapeReading.Unreadable;
        }
        do
        {
            if (Word() is { Length: > 0 } word)
            {
                if (!word.Equals("EMPTY", StringComparison.OrdinalIgnoreCase))
                {
                    return ShapeReading.Unreadable;
                }
            }
            else if (Polygon() is { } trouble)
            {
                return trouble;
            }
        } while (Take(','));
        return Take(')') ? null : ShapeReading.Unreadable;
    }

    private string? Polygon()
    {
        if (!Take('('))
        {
            return ShapeReading.Unreadable;
        }
        do
        {
            if (Ring() is { } trouble)
            {
                return trouble;
            }
        } while (Take(','));
        if (!Take(')'))
        {
            return ShapeReading.Unreadable;
        }
        _rings.EndPart();
        return null;
    }

    private string? Ring()
    {
        if (!Take('('))
        {
            return ShapeReading.Unreadable;
        }
        do
        {
            if (Number(out var x) is { } first)
            {
                return first;
            }
            if (Number(out var y, out var more) is { } second)
            {
                return second;
            }
            for (var i = 0; more && i < 2; i++)
            {
                if (Number(out _, out more) is { } extra)
                {
                    return extra;
                }
            }
            if (_rings.Add(x, y) is { } limit)
            {
                return limit;
            }
        } while (Take(','));
        return Take(')') ? _rings.EndRing() : ShapeReading.Unreadable;
    }

    private string? Number(out double number, out bool more)
    {
        var trouble = Number(out number);
        SkipBlanks();
        more = trouble is null && _at < _text.Length && _text[_at] is not (',' or ')');
        return trouble;
    }

    private string? Number(out double number)
    {
        SkipBlanks();
        var rest = _text[_at..];
        var length = rest.IndexOfAny(_endOfNumber);
        length = length < 0 ? rest.Length : length;
        if (!double.TryParse(rest[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            return ShapeReading.Unreadable;
        }
        if (!double.IsFinite(number))
        {
            return ShapeReading.NotANumber;
        }
        _at += length;
        return null;
    }

    private ReadOnlySpan<char> Word()
    {
        SkipBlanks();
        var from = _at;
        while (_at < _text.Length && char.IsAsciiLetter(_text[_at]))
        {
            _at++;
        }
        return _text[from.._at];
    }

    private bool Take(char wanted)
    {
        SkipBlanks();
        if (_at >= _text.Length || _text[_at] != wanted)
        {
            return false;
        }
        _at++;
        return true;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private ShapeReading End(RawShape? shape)
    {
        SkipBlanks();
        return _at == _text.Length ? new ShapeReading(shape, Crs: _crs) : Failed(ShapeReading.Unreadable);
    }

    private readonly ShapeReading Failed(string trouble) => ShapeReading.Failed(trouble, _at);
}
