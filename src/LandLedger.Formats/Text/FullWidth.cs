namespace LandLedger.Formats.Text;

/// <summary>Full-width forms of ASCII (U+FF01 to U+FF5E, and the ideographic space) as input methods leave them.</summary>
internal static class FullWidth
{
    public const char Comma = '，';

    /// <summary>Narrows all but the comma, which changes what a line means.</summary>
    public static void NarrowButComma(Span<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= '！' and <= '～' and not Comma)
                text[i] = (char)(text[i] - 0xFEE0);
            else if (text[i] == '\u3000')
                text[i] = ' ';
        }
    }

    public static string Narrow(ReadOnlySpan<char> text)
    {
        Span<char> copy = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        text.CopyTo(copy);
        NarrowButComma(copy);
        copy.Replace(Comma, ',');
        return copy.Trim().ToString();
    }
}
