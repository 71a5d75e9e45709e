using System.Buffers;

namespace LandLedger.Import.Cells;

/// <summary>What a text meant as a date turned out to be.</summary>
public enum DateReading
{
    /// <summary>A day from 1949 to 2100.</summary>
    Day,

    /// <summary>A stand-in for "no date": anything in the years 0, 1, 1899, 1900 and 1901.</summary>
    Unknown,

    /// <summary>A year or month without day.</summary>
    Incomplete,

    /// <summary>A day that exists, before 1949 or after 2100.</summary>
    OutOfRange,

    /// <summary>No day that exists, or not readable without guessing.</summary>
    Invalid,
}

/// <summary>
/// Dates as officers write them, always year, month, day: 2019年06月27日, 2019-6-27, 2019/6/27, 2019.6.27, 20190627,
/// 二〇一九年六月二十七日, with or without a time behind. Two-digit years and other orders are not read.
/// </summary>
public static class DateText
{
    /// <summary>First and last year of a fact.</summary>
    internal const int First = 1949;
    internal const int Last = 2100;

    private const int MaxLength = 40;
    private const string Numerals = "〇一二三四五六七八九";
    private static readonly SearchValues<char> Chinese = SearchValues.Create(Numerals + "零十");

    public static DateReading Read(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        var trimmed = CellText.Trim(text);
        if (trimmed.IsEmpty || trimmed.Length > MaxLength || !WithoutTime(ref trimmed))
            return DateReading.Invalid;
        Span<char> plain = stackalloc char[MaxLength];
        var length = 0;
        foreach (var letter in trimmed)
        {
            if (!CellText.IsBlank(letter))
                plain[length++] = CellText.Narrow(letter);
        }
        ReadOnlySpan<char> date = plain[..length];
        Span<char> digits = stackalloc char[MaxLength];
        if (date.ContainsAny(Chinese))
            date = digits[..FromNumerals(date, digits)];
        return OfPlain(date, out day);
    }

    private static DateReading OfPlain(ReadOnlySpan<char> date, out DateOnly day)
    {
        day = default;
        var year = Digits(date, out var length);
        var rest = date[length..];
        if (rest.IsEmpty)
            return OfDigits(year, length, out day);
        if (length != 4 || rest[0] is not ('年' or '-' or '/' or '.'))
            return DateReading.Invalid;
        var separator = rest[0];
        rest = rest[1..];
        if (rest.IsEmpty || rest is "度" or "底" or "末" or "初")
            return separator == '年' ? Incomplete(year, 1) : DateReading.Invalid;

        var month = Digits(rest, out length);
        rest = rest[length..];
        if (length is 0 or > 2)
            return DateReading.Invalid;
        if (rest.IsEmpty)
            return Incomplete(year, month);
        if (rest[0] != (separator == '年' ? '月' : separator))
            return DateReading.Invalid;
        rest = rest[1..];
        if (rest.IsEmpty || rest is "底" or "末" or "初" or "上旬" or "中旬" or "下旬")
            return separator == '年' ? Incomplete(year, month) : DateReading.Invalid;

        var dayOfMonth = Digits(rest, out length);
        rest = rest[length..];
        return length is 1 or 2 && (rest.IsEmpty || rest is "日" or "号")
            ? Of(year, month, dayOfMonth, out day)
            : DateReading.Invalid;
    }

    /// <summary>20190627; 201906 and 2019 are incomplete; five digits may be a day count of a spreadsheet, which is not guessed.</summary>
    private static DateReading OfDigits(int number, int length, out DateOnly day)
    {
        day = default;
        return length switch
        {
            8 => Of(number / 10_000, number / 100 % 100, number % 100, out day),
            6 => Incomplete(number / 100, number % 100),
            4 => Incomplete(number, 1),
            _ => DateReading.Invalid,
        };
    }

    private static DateReading Of(int year, int month, int dayOfMonth, out DateOnly day)
    {
        day = default;
        if (MeansUnknown(year))
            return DateReading.Unknown;
        if (
            month is < 1 or > 12
            || year is < 1 or > 9999
            || dayOfMonth < 1
            || dayOfMonth > DateTime.DaysInMonth(year, month)
        )
            return DateReading.Invalid;
        if (!Possible(year, month))
            return DateReading.OutOfRange;
        day = new(year, month, dayOfMonth);
        return DateReading.Day;
    }

    private static DateReading Incomplete(int year, int month) =>
        MeansUnknown(year) ? DateReading.Unknown
        : Possible(year, month) ? DateReading.Incomplete
        : DateReading.Invalid;

    private static bool MeansUnknown(int year) => year is 0 or 1 or 1899 or 1900 or 1901;

    private static bool Possible(int year, int month) => year is >= First and <= Last && month is >= 1 and <= 12;

    private static int Digits(ReadOnlySpan<char> text, out int length)
    {
        var number = 0;
        for (length = 0; length < text.Length && length < 9 && char.IsAsciiDigit(text[length]); length++)
            number = number * 10 + text[length] - '0';
        return number;
    }

    /// <summary>Cuts " 00:00:00", "T08:30Z" and the like; false when a colon stands anywhere else.</summary>
    private static bool WithoutTime(ref ReadOnlySpan<char> text)
    {
        var colon = text.IndexOfAny(':', '：');
        if (colon < 0)
            return true;
        var cut = text[..colon].LastIndexOfAny(' ', 'T', '日');
        if (cut < 1)
            return false;
        text = text[..(text[cut] == '日' ? cut + 1 : cut)];
        return true;
    }

    /// <summary>二〇一九年十二月三十一日 becomes 2019年12月31日.</summary>
    private static int FromNumerals(ReadOnlySpan<char> text, Span<char> digits)
    {
        var length = 0;
        for (var i = 0; i < text.Length && length < digits.Length - 1; i++)
        {
            var letter = text[i] == '零' ? '〇' : text[i];
            var value = Numerals.IndexOf(letter);
            if (letter == '十')
            {
                // 十 = 10, 十二 = 12, 三十 = 30, 三十一 = 31.
                var tens = i > 0 && Numerals.Contains(text[i - 1]);
                var ones = i + 1 < text.Length && Numerals.Contains(text[i + 1]);
                if (!tens)
                    digits[length++] = '1';
                if (!ones)
                    digits[length++] = '0';
            }
            else
            {
                digits[length++] = value >= 0 ? (char)('0' + value) : letter;
            }
        }
        return length;
    }
}
