namespace LandLedger.Filters;

/// <summary>One step of a pattern: a character to stand there, or null for one of any kind or any number of them.</summary>
/// <param name="Many">Whether any number of characters may stand there.</param>
public readonly record struct LikeStep(char? Letter, bool Many);

/// <summary>The pattern of LIKE: % for any characters, _ for one, \ before either or before itself for the sign as such.</summary>
public static class LikePattern
{
    /// <summary>The pattern from left to right, escapes resolved. A backslash at the end stands for itself.</summary>
    public static IEnumerable<LikeStep> Steps(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            yield return pattern[i] switch
            {
                '%' => new(null, Many: true),
                '_' => new(null, Many: false),
                '\\' when i + 1 < pattern.Length => new(pattern[++i], Many: false),
                var letter => new(letter, Many: false),
            };
        }
    }
}
