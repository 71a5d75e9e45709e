using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace LandLedger.Filters;

/// <summary>
/// Texts made comparable, by tables of Unicode 14 (<c>data/unicode</c>), as the program runs without the culture data of the
/// machine. Two texts that differ in case alone, or in accents alone, become the same.
/// </summary>
public static class FoldedText
{
    private const int FirstSyllable = 0xAC00;
    private const int Syllables = 11_172;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeTails = 0x11A7;
    private const int Vowels = 21;
    private const int Tails = 28;

    private static readonly FrozenDictionary<int, string> Cases = Load("case-folding.txt");
    private static readonly FrozenDictionary<int, string> Bases = Load("base-letters.txt");

    public static string Of(Folding folding, string text) => folding == Folding.Case ? Case(text) : Accents(text);

    /// <summary>Full case folding: Straße and STRASSE become strasse.</summary>
    public static string Case(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length + 4);
        foreach (var rune in text.EnumerateRunes())
            Put(folded, rune.IsAscii ? Rune.ToLowerInvariant(rune) : rune, Cases);
        return folded.ToString();
    }

    /// <summary>Canonical decomposition without its marks: Chișinău becomes Chisinau. Voiced kana keep their marks.</summary>
    public static string Accents(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is >= FirstSyllable and < FirstSyllable + Syllables)
                PutSyllable(plain, rune.Value - FirstSyllable);
            else
                Put(plain, rune, Bases);
        }
        return plain.ToString();
    }

    private static void Put(StringBuilder text, Rune rune, FrozenDictionary<int, string> table)
    {
        Span<char> letters = stackalloc char[2];
        if (!rune.IsAscii && table.TryGetValue(rune.Value, out var other))
            text.Append(other);
        else
            text.Append(letters[..rune.EncodeToUtf16(letters)]);
    }

    /// <summary>Hangul syllables are made of two or three letters by a rule.</summary>
    private static void PutSyllable(StringBuilder text, int syllable)
    {
        text.Append((char)(FirstLead + syllable / (Vowels * Tails)));
        text.Append((char)(FirstVowel + syllable % (Vowels * Tails) / Tails));
        if (syllable % Tails != 0)
            text.Append((char)(BeforeTails + syllable % Tails));
    }

    private static FrozenDictionary<int, string> Load(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("unicode/" + file)!;
        using var reader = new StreamReader(stream);
        var table = new Dictionary<int, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#')
                continue;
            var parts = line.Split(';');
            table[Hex(parts[0])] = string.Concat(
                parts[1]
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(part => char.ConvertFromUtf32(Hex(part)))
            );
        }
        return table.ToFrozenDictionary();
    }

    private static int Hex(string text) =>
        int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
