using System.Text;

namespace LandLedger.Filters;

/// <summary>Whether a text as a whole is like a pattern of <see cref="LikePattern"/>; one character is one code point.</summary>
internal static class LikeText
{
    public static bool Matches(string text, string pattern)
    {
        var steps = Steps(pattern);
        Rune[] letters = [.. text.EnumerateRunes()];
        var (at, step) = (0, 0);
        // Where the last % stands and how far it has swallowed: whatever fails behind it is tried again one character on.
        var (many, swallowed) = (-1, 0);
        while (at < letters.Length)
        {
            if (step < steps.Length && steps[step].Many)
            {
                (many, swallowed) = (step++, at);
            }
            else if (step < steps.Length && (steps[step].Letter is not { } letter || letter == letters[at]))
            {
                at++;
                step++;
            }
            else if (many >= 0)
            {
                at = ++swallowed;
                step = many + 1;
            }
            else
            {
                return false;
            }
        }
        return steps.Skip(step).All(rest => rest.Many);
    }

    private static (Rune? Letter, bool Many)[] Steps(string pattern)
    {
        var steps = new List<(Rune?, bool)>(pattern.Length);
        char? high = null;
        foreach (var (letter, many) in LikePattern.Steps(pattern))
        {
            if (letter is { } first && char.IsHighSurrogate(first))
                high = first;
            else if (letter is { } last && high is { } start && Rune.TryCreate(start, last, out var pair))
                steps.Add((pair, false));
            else
                steps.Add((letter is { } one ? RuneOf(one) : null, many));
        }
        return [.. steps];
    }

    private static Rune RuneOf(char letter) => Rune.TryCreate(letter, out var rune) ? rune : Rune.ReplacementChar;
}
