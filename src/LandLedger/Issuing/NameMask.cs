using System.Text.RegularExpressions;

namespace LandLedger.Issuing;

/// <summary>
/// Masks names of holders. What has none of the words of an organization is taken for the name of a person: rather an organization is
/// masked as a person than a person is named.
/// </summary>
/// <param name="organizations">Words that names of organizations have.</param>
/// <param name="separators">What stands between several names; none where a name is taken as it is written.</param>
internal sealed partial class NameMask(IReadOnlyList<string> organizations, string[] separators)
{
    /// <summary>Characters of an organization's own name that are kept at most.</summary>
    private const int MostKept = 2;

    /// <summary>A name, or each of several that stand together.</summary>
    public string Of(string name)
    {
        foreach (var one in Names(name))
            name = name.Replace(one, One(one), StringComparison.Ordinal);
        return name.Trim();
    }

    /// <summary>A text in which the names are masked that a holder is written by, be it without the blanks in them or what is said beside.</summary>
    public string Scrub(string text, string holder)
    {
        foreach (var name in Names(holder))
        {
            foreach (var form in separators.Length == 0 ? [name] : Forms(name))
                text = text.Replace(form, One(name), StringComparison.Ordinal);
        }
        return text;
    }

    private IEnumerable<string> Names(string text) =>
        separators.Length == 0
            ? [text.Trim()]
            : text.Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(name => IsOrganization(name) ? Blank().Split(name) : [name])
                .OrderByDescending(name => name.Length);

    /// <summary>The longest first.</summary>
    private static IEnumerable<string> Forms(string name)
    {
        yield return name;
        var closed = Blank().Replace(name, "");
        yield return closed;
        if (Beside().Match(closed) is { Success: true, Index: > 1 and var end })
            yield return closed[..end];
    }

    private bool IsOrganization(string name) => organizations.Any(one => name.Contains(one, StringComparison.Ordinal));

    private string One(string name)
    {
        var word = organizations.Where(one => name.Contains(one, StringComparison.Ordinal)).MaxBy(End(name));
        if (word is null)
            return name.Length > 1 ? First(name, 1) + "**" : "*";
        var at = name.LastIndexOf(word, StringComparison.Ordinal);
        return First(name, Math.Min(MostKept, at / 2)) + "****" + word;
    }

    /// <summary>The word that ends last says what the organization is; of several the longest.</summary>
    private static Func<string, (int, int)> End(string name) =>
        word => (name.LastIndexOf(word, StringComparison.Ordinal) + word.Length, word.Length);

    /// <summary>Never half of a character that takes two places.</summary>
    private static string First(string name, int count) =>
        count > 0 && char.IsHighSurrogate(name[count - 1]) ? name[..(count + 1)] : name[..count];

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();

    /// <summary>What is said beside a name: others with him, or a note.</summary>
    [GeneratedRegex(@"等|[（(]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Beside();
}
