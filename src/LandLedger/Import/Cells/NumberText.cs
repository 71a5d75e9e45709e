using System.Globalization;
using LandLedger.Import.Columns;

namespace LandLedger.Import.Cells;

/// <summary>A number as it stands in a cell.</summary>
/// <param name="Number">In the unit written beside it.</param>
/// <param name="Unit">The unit written beside it, or null.</param>
/// <param name="About">Marked as approximate (约, 左右, &gt;).</param>
/// <param name="Digits">Significant digits, without zeros at either end.</param>
/// <param name="Decimals">Digits behind the point.</param>
public readonly record struct WrittenNumber(decimal Number, FileUnit? Unit, bool About, int Digits, int Decimals);

/// <summary>
/// Numbers as officers write them: full-width digits, thousands separators in groups of three, a unit or percent sign behind, "约"
/// before. A decimal comma is not read: 12,5 could mean two things.
/// </summary>
public static class NumberText
{
    private const int MaxLength = 64;

    /// <summary>Far beyond any fact, far below overflow of a decimal after unit factors.</summary>
    private const decimal Limit = 1e18m;

    private static readonly string[] Currencies = ["¥", "￥", "人民币", "RMB", "CNY"];

    /// <summary>False when it is no number, or one beyond ±10¹⁸.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out WrittenNumber written)
    {
        written = default;
        var trimmed = CellText.Trim(text);
        if (trimmed.IsEmpty || trimmed.Length > MaxLength)
            return false;
        Span<char> narrow = stackalloc char[MaxLength];
        CellText.NarrowInto(trimmed, narrow);
        ReadOnlySpan<char> rest = narrow[..trimmed.Length];

        var about = StripAbout(ref rest);
        var yuan = StripCurrency(ref rest);
        var length = NumberLength(rest);
        if (!TryParse(rest[..length], out var number, out var digits, out var decimals) || Math.Abs(number) > Limit)
            return false;
        var unit = yuan ? FileUnit.Find("yuan") : null;
        var suffix = CellText.Trim(rest[length..]);
        if (!suffix.IsEmpty && (unit = FileUnit.Named(suffix)) is null)
            return false;
        written = new(number, unit, about, digits, decimals);
        return true;
    }

    /// <summary>A simple fraction (1/3) as a share is written where no decimal is exact; false for anything else, and beyond one.</summary>
    public static bool TryReadFraction(ReadOnlySpan<char> text, out decimal share)
    {
        share = 0;
        var trimmed = CellText.Trim(text);
        if (trimmed.IsEmpty || trimmed.Length > MaxLength)
            return false;
        Span<char> narrow = stackalloc char[MaxLength];
        CellText.NarrowInto(trimmed, narrow);
        var bar = narrow[..trimmed.Length].IndexOf('/');
        if (
            bar < 0
            || !int.TryParse(
                CellText.Trim(narrow[..bar]),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var part
            )
            || !int.TryParse(
                CellText.Trim(narrow[(bar + 1)..trimmed.Length]),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var whole
            )
            || whole == 0
        )
            return false;
        share = (decimal)part / whole;
        return true;
    }

    private static bool StripAbout(ref ReadOnlySpan<char> text)
    {
        // Most cells: no such word begins or ends with a digit.
        if (char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]))
            return false;
        foreach (var word in Words.About)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
                text = CellText.Trim(text[word.Length..]);
            else if (text.EndsWith(word, StringComparison.Ordinal))
                text = CellText.Trim(text[..^word.Length]);
            else
                continue;
            return true;
        }
        return false;
    }

    private static bool StripCurrency(ref ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || char.IsAsciiDigit(text[0]))
            return false;
        foreach (var mark in Currencies)
        {
            if (text.Length <= mark.Length || !text.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
                continue;
            text = CellText.Trim(text[mark.Length..]);
            return true;
        }
        return false;
    }

    /// <summary>How far the characters of a number go; an "e" belongs to it only before an exponent.</summary>
    private static int NumberLength(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsAsciiDigit(letter) || letter is '.' or ',' or ' ' || (letter is '+' or '-' && i == 0))
                continue;
            if (letter is not ('e' or 'E') || i == 0)
                return i;
            var sign = i + 1 < text.Length && text[i + 1] is '+' or '-' ? 1 : 0;
            var end = i + 1 + sign;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            return end > i + 1 + sign ? end : i;
        }
        return text.Length;
    }

    private static bool TryParse(ReadOnlySpan<char> text, out decimal number, out int digits, out int decimals)
    {
        (number, digits, decimals) = (0, 0, 0);
        text = CellText.Trim(text);
        Span<char> plain = stackalloc char[MaxLength];
        scoped var digitsOnly = text;
        if (text.IndexOfAny(',', ' ') >= 0)
        {
            if (!Ungroup(text, plain, out var length))
                return false;
            digitsOnly = plain[..length];
        }
        const NumberStyles style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!decimal.TryParse(digitsOnly, style, CultureInfo.InvariantCulture, out number))
            return false;
        Measure(digitsOnly, out digits, out decimals);
        return true;
    }

    /// <summary>1,234,567.8 or 1 234 567.8: a first group of one to three digits, then groups of three.</summary>
    private static bool Ungroup(ReadOnlySpan<char> text, Span<char> plain, out int length)
    {
        length = 0;
        var separator = text[text.IndexOfAny(',', ' ')];
        var group = 0;
        var groups = 0;
        var whole = true;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (whole && letter == separator)
            {
                if (group is 0 or > 3 || (groups > 0 && group != 3))
                    return false;
                groups++;
                group = 0;
                continue;
            }
            if (letter is ',' or ' ')
                return false;
            if (char.IsAsciiDigit(letter))
                group += whole ? 1 : 0;
            else if (letter is not ('+' or '-'))
            {
                if (whole && group != 3)
                    return false;
                whole = false;
            }
            plain[length++] = letter;
        }
        return !whole || group == 3;
    }

    private static void Measure(ReadOnlySpan<char> text, out int digits, out int decimals)
    {
        (digits, decimals) = (0, 0);
        var point = false;
        var zeros = 0;
        foreach (var letter in text)
        {
            if (letter is 'e' or 'E')
                break;
            if (letter == '.')
                point = true;
            if (!char.IsAsciiDigit(letter))
                continue;
            if (point)
                decimals++;
            if (letter == '0')
            {
                zeros += digits > 0 ? 1 : 0;
                continue;
            }
            digits += zeros + 1;
            zeros = 0;
        }
    }
}
