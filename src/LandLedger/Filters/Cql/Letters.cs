using System.Text;

namespace LandLedger.Filters.Cql;

/// <summary>Which characters may stand where, as the grammar lists them.</summary>
internal static class Letters
{
    /// <summary>What stands behind a backslash for a control character, in the order of <see cref="Escaped"/>.</summary>
    public const string Escapes = "abtnvfr";

    public const string Escaped = "\a\b\t\n\v\f\r";

    public static bool IsWhitespace(char letter) =>
        letter
            is (>= '\u0009' and <= '\u000D')
                or ' '
                or '\u0085'
                or '\u00A0'
                or '\u1680'
                or (>= '\u2000' and <= '\u200A')
                or '\u2028'
                or '\u2029'
                or '\u202F'
                or '\u205F'
                or '\u3000';

    public static bool StartsName(Rune rune) =>
        rune.Value
            is ':'
                or '_'
                or (>= 'A' and <= 'Z')
                or (>= 'a' and <= 'z')
                or (>= 0xC0 and <= 0xD6)
                or (>= 0xD8 and <= 0xF6)
                or (>= 0xF8 and <= 0x2FF)
                or (>= 0x370 and <= 0x37D)
                or (>= 0x37F and <= 0x1FFE and not 0x1680)
                or 0x200C
                or 0x200D
                or (>= 0x2070 and <= 0x218F)
                or (>= 0x2C00 and <= 0x2FEF)
                or (>= 0x3001 and <= 0xD7FF)
                or (>= 0xF900 and <= 0xFDCF)
                or (>= 0xFDF0 and <= 0xFFFD)
                or (>= 0x10000 and <= 0xEFFFF);

    public static bool ContinuesName(Rune rune) =>
        StartsName(rune) || rune.Value is '.' or (>= '0' and <= '9') or (>= 0x300 and <= 0x36F) or 0x203F or 0x2040;

    /// <summary>Whether a character may stand in a text or a quoted name: no controls but those that have an escape.</summary>
    public static bool IsText(Rune rune) => rune.Value is (>= 7 and <= 13) or >= 0x20 and not 0xFFFE and not 0xFFFF;

    /// <summary>Whether all of a text may stand in a filter; a half of a surrogate pair may not.</summary>
    public static bool AreText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != System.Buffers.OperationStatus.Done)
                return false;
            if (!IsText(rune))
                return false;
            text = text[length..];
        }
        return true;
    }

    public static bool IsName(string text)
    {
        var first = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!(first ? StartsName(rune) : ContinuesName(rune)) || rune == Rune.ReplacementChar)
                return false;
            first = false;
        }
        return !first;
    }
}
