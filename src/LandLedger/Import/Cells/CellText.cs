using System.Globalization;

namespace LandLedger.Import.Cells;

/// <summary>Texts of cells and titles in one plain form: full-width forms become ASCII, blanks of every kind go.</summary>
internal static class CellText
{
    /// <summary>Without blanks, line breaks, byte order marks and zero-width marks at both ends.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsBlank(text[start]))
            start++;
        while (end > start && IsBlank(text[end - 1]))
            end--;
        return text[start..end];
    }

    public static string Trim(string text)
    {
        var trimmed = Trim(text.AsSpan());
        return trimmed.Length == text.Length ? text : trimmed.ToString();
    }

    public static bool IsBlank(string? text) => text is null || Trim(text.AsSpan()).IsEmpty;

    public static bool IsBlank(char letter) =>
        char.IsWhiteSpace(letter) || letter is '\uFEFF' or '\u200B' or '\u200C' or '\u200D' or '\u2060' || letter < ' ';

    /// <summary>Full-width ASCII as ASCII, dashes and minus signs as "-", everything else as it is.</summary>
    public static char Narrow(char letter) =>
        letter switch
        {
            < '\u0080' => letter,
            >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
            '\u2212' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\uFE63' => '-',
            '\u3010' => '[',
            '\u3011' => ']',
            _ => letter,
        };

    /// <summary>The narrow, lower-case text without any blank, as titles and words are compared.</summary>
    public static string Plain(ReadOnlySpan<char> text)
    {
        Span<char> plain = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var letter in text)
        {
            if (!IsBlank(letter))
                plain[length++] = char.ToLowerInvariant(Narrow(letter));
        }
        return plain[..length].ToString();
    }

    /// <summary>The text with full-width ASCII narrowed, as codes and numbers are kept.</summary>
    public static string Narrow(string text)
    {
        foreach (var letter in text)
        {
            if (letter != Narrow(letter))
                return string.Create(text.Length, text, static (to, from) => NarrowInto(from, to));
        }
        return text;
    }

    public static void NarrowInto(ReadOnlySpan<char> text, Span<char> to)
    {
        for (var i = 0; i < text.Length; i++)
            to[i] = Narrow(text[i]);
    }

    /// <summary>A count for messages.</summary>
    public static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
