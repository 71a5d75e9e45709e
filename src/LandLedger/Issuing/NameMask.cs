namespace LandLedger.Issuing;

/// <summary>
/// Masks names of holders. What has none of the words of an organization is taken for the name of a person: rather an organization is
/// masked as a person than a person is named.
/// </summary>
/// <param name="organizations">Words that names of organizations have.</param>
internal sealed class NameMask(IReadOnlyList<string> organizations)
{
    /// <summary>Characters of an organization's own name that are kept at most.</summary>
    private const int MostKept = 2;

    public string Of(string name)
    {
        name = name.Trim();
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
}
