using System.Globalization;
using System.Text;
using System.Text.Unicode;
using LandLedger.Formats.Text;

namespace LandLedger.Formats.Shapefiles;

/// <summary>
/// Which encoding the texts of a DBF are in. A writer that cuts a text at the width of its field may leave half a character at the
/// end; that half is dropped, and does not count against an encoding.
/// </summary>
internal sealed class DbfText
{
    private readonly Decoder _gb = Strict(TextEncoding.Gb18030).GetDecoder();
    private readonly char[] _chars = new char[512];

    public bool IsAscii { get; private set; } = true;

    public bool IsUtf8 { get; private set; } = true;

    public bool IsGb18030 { get; private set; } = true;

    public void Add(ReadOnlySpan<byte> text)
    {
        if (Ascii.IsValid(text))
        {
            return;
        }
        IsAscii = false;
        IsUtf8 = IsUtf8 && Utf8.IsValid(WithoutHalf(text));
        IsGb18030 = IsGb18030 && Fits(_gb, text);
    }

    public bool Fits(Encoding encoding) =>
        IsAscii
        || encoding.CodePage switch
        {
            65001 => IsUtf8,
            936 or 54936 or 52936 => IsGb18030,
            _ => true,
        };

    /// <summary>The encoding that a .cpg file names, or null when it names none that is known.</summary>
    public static Encoding? Named(string cpg)
    {
        var name = cpg.Trim('\uFEFF', '\0', ' ', '\t', '\r', '\n').ToUpperInvariant();
        if (name is "UTF8" or "UTF-8" or "65001")
        {
            return Encoding.UTF8;
        }
        if (name is "GB18030" or "54936")
        {
            return TextEncoding.Gb18030;
        }
        if (name.Contains("936", StringComparison.Ordinal) || name.StartsWith("GB", StringComparison.Ordinal))
        {
            return TextEncoding.Gbk;
        }
        var digits = string.Concat(name.Where(char.IsAsciiDigit));
        if (name.StartsWith("ISO", StringComparison.Ordinal) && digits.StartsWith("8859", StringComparison.Ordinal))
        {
            return ByName("iso-8859-" + digits[4..]);
        }
        if (digits.StartsWith("8859", StringComparison.Ordinal))
        {
            return ByName("iso-8859-" + digits[4..]);
        }
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? ByPage(page)
            : ByName(name);
    }

    /// <summary>
    /// The encoding of a language driver byte, or null where it declares none: 0 is unset, and 0x57 is "the code page of the
    /// machine", which is GBK in one office and something else in the next.
    /// </summary>
    public static Encoding? OfDriver(byte driver) =>
        driver switch
        {
            0x4D or 0x7A => TextEncoding.Gbk,
            0x4F or 0x78 => ByPage(950),
            0x4E or 0x79 => ByPage(949),
            0x13 or 0x7B => ByPage(932),
            0x01 => ByPage(437),
            0x02 => ByPage(850),
            0x03 => ByPage(1252),
            0xC8 => ByPage(1250),
            0xC9 => ByPage(1251),
            _ => null,
        };

    /// <summary>Without blanks and zero bytes at the end, and without half a character there.</summary>
    public static string Decode(Decoder decoder, ReadOnlySpan<byte> text)
    {
        var trimmed = Trim(text);
        if (Ascii.IsValid(trimmed))
        {
            return Encoding.ASCII.GetString(trimmed);
        }
        decoder.Reset();
        var chars = new char[trimmed.Length];
        return new string(chars, 0, decoder.GetChars(trimmed, chars, flush: false));
    }

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)0);
        return (end < 0 ? text : text[..end]).TrimEnd((byte)' ');
    }

    private bool Fits(Decoder decoder, ReadOnlySpan<byte> text)
    {
        try
        {
            decoder.Reset();
            decoder.GetChars(text, _chars, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static ReadOnlySpan<byte> WithoutHalf(ReadOnlySpan<byte> text)
    {
        for (var back = 1; back <= Math.Min(3, text.Length); back++)
        {
            var value = text[^back];
            if (value >= 0xC0)
            {
                var whole =
                    value >= 0xF0 ? 4
                    : value >= 0xE0 ? 3
                    : 2;
                return back < whole ? text[..^back] : text;
            }
            if (value < 0x80)
            {
                break;
            }
        }
        return text;
    }

    private static Encoding Strict(Encoding encoding) =>
        CodePagesEncodingProvider.Instance.GetEncoding(
            encoding.CodePage,
            EncoderFallback.ReplacementFallback,
            DecoderFallback.ExceptionFallback
        )!;

    private static Encoding? ByPage(int page)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding? ByName(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
