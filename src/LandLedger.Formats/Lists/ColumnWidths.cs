using System.Globalization;

namespace LandLedger.Formats.Lists;

/// <summary>
/// How wide the columns of a sheet must be for what is written in them, in digits of the default font; a Chinese letter is as wide as
/// two. A text beyond the widest column is wrapped.
/// </summary>
internal sealed class ColumnWidths(int columns)
{
    private const int Least = 8;

    /// <summary>Beyond it texts are wrapped.</summary>
    public const int Most = 40;

    /// <summary>Margins of a cell.</summary>
    private const int Margin = 2;

    /// <summary>Lines are broken between words, so that some room is left at their end.</summary>
    private const int LineEnd = 1;

    /// <summary>Excel shows rows of up to 409 points.</summary>
    private const int MostLines = 27;

    /// <summary>The button of a filter.</summary>
    private const int Button = 3;

    private readonly int[] _widths = [.. Enumerable.Repeat(Least, columns)];

    public IReadOnlyList<int> All => _widths;

    /// <summary>Whether a text has to be wrapped to fit its column, counted from 0.</summary>
    public bool Wraps(int column, string text) => Of(text) + Margin > _widths[column] || text.Contains('\n');

    /// <summary>How many lines the highest of these texts takes, one a column.</summary>
    public int Lines(ReadOnlySpan<string?> texts)
    {
        var most = 1;
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i] is { } text && Wraps(i, text))
                most = Math.Max(most, Lines(_widths[i] - Margin - LineEnd, text));
        }
        return Math.Min(most, MostLines);
    }

    private static int Lines(int width, string text)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
            lines += Math.Max(1, (Of(line) + width - 1) / width);
        return lines;
    }

    /// <summary>Makes room for a text.</summary>
    public void Fit(int column, string? text, int most = Most)
    {
        if (text is not null)
            Room(column, Of(text) + Margin, most);
    }

    /// <summary>Makes room for a title, which is broken into two lines but not within a word.</summary>
    public void FitTitle(int column, string title)
    {
        var words = title.Split(' ').Max(word => word.Any(IsWide) ? 0 : word.Length);
        Room(column, Math.Max(words, (Of(title) + 1) / 2) + Button, Most);
    }

    /// <summary>Makes room for a number as its format shows it.</summary>
    public void Fit(int column, decimal number, int decimals) =>
        Fit(column, number.ToString("N" + decimals, CultureInfo.InvariantCulture));

    /// <summary>How many columns from the first on a text of one line stands across, in letters so many times as large.</summary>
    public int Across(string text, double size = 1)
    {
        var room = 0;
        for (var i = 0; i < _widths.Length; i++)
        {
            room += _widths[i];
            if (room >= Of(text) * size + Margin)
                return i + 1;
        }
        return _widths.Length;
    }

    /// <summary>The width of the longest line of a text.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var line in text.EnumerateLines())
        {
            var width = line.Length;
            foreach (var letter in line)
            {
                if (IsWide(letter))
                    width++;
            }
            longest = Math.Max(longest, width);
        }
        return longest;
    }

    private void Room(int column, int width, int most) =>
        _widths[column] = Math.Max(_widths[column], Math.Min(width, most));

    /// <summary>Ideographs, kana, Hangul, full-width forms, and the quotes and dashes that Chinese fonts draw as wide; half a pair is 1.</summary>
    private static bool IsWide(char letter) =>
        letter
            is (>= '\u1100' and <= '\u115F')
                or (>= '\u2010' and <= '\u2027')
                or (>= '\u2E80' and <= '\uA4CF')
                or (>= '\uAC00' and <= '\uD7A3')
                or (>= '\uF900' and <= '\uFAFF')
                or (>= '\uFE30' and <= '\uFE6F')
                or (>= '\uFF00' and <= '\uFF60')
                or (>= '\uFFE0' and <= '\uFFE6');
}
