namespace LandLedger.Fields;

/// <summary>
/// Reads the name of a use. A name that is known as it stands decides. In a longer text, such as 一类工业用地（其他工业用地）,
/// the full names inside decide if they are all of one kind, no other use is spoken of beside them and none is turned round (非, 原, 拟).
/// </summary>
internal static class LandUseName
{
    public static UseGroup Read(string name)
    {
        var table = LandUseTable.Instance;
        var text = Plain(name);
        return table.Names.TryGetValue(text, out var group) ? group : Inside(table, text);
    }

    /// <summary>Full-width letters, digits and brackets as half-width ones, without blanks.</summary>
    public static string Plain(string text)
    {
        const char firstWide = '\uFF01';
        const char lastWide = '\uFF5E';
        return string.Concat(
            text.Where(letter => !char.IsWhiteSpace(letter))
                .Select(letter => letter is >= firstWide and <= lastWide ? (char)(letter - firstWide + '!') : letter)
        );
    }

    private static UseGroup Inside(LandUseTable table, string text)
    {
        var left = text.ToCharArray();
        var group = UseGroup.Unknown;
        foreach (var name in table.FullNames)
        {
            if (!Take(left, name, table.Doubts, out var doubtful))
                continue;
            if (doubtful || !Joins(ref group, table.Names[name]))
                return UseGroup.Unknown;
        }
        if (group == UseGroup.Unknown)
            return group;
        foreach (var word in table.Words)
            if (Take(left, word, table.Doubts, out _) && !UseGroups.SameKind(group, table.Names[word]))
                return UseGroup.Unknown;
        return group;
    }

    private static bool Joins(ref UseGroup group, UseGroup next)
    {
        if (group == UseGroup.Unknown)
            group = next;
        return UseGroups.SameKind(group, next);
    }

    /// <summary>Strikes out every place where the name stands, so that no shorter name is found inside it.</summary>
    private static bool Take(Span<char> left, string name, IReadOnlyList<string> doubts, out bool doubtful)
    {
        doubtful = false;
        var found = false;
        for (int at; (at = left.IndexOf(name)) >= 0; found = true)
        {
            foreach (var doubt in doubts)
                doubtful |= left[..at].EndsWith(doubt);
            left.Slice(at, name.Length).Clear();
        }
        return found;
    }
}
