namespace LandLedger.Fields;

/// <summary>A land-use code with all that it can mean: "0601" has two meanings, "2023:0601", "100101" and "M2" have one.</summary>
internal readonly struct LandUseCode
{
    private const int LevelThree = 6;

    private readonly LandUseTable.Meaning[]? _meanings;

    private LandUseCode(LandUseTable.Meaning[] meanings) => _meanings = meanings;

    public IReadOnlyList<LandUseTable.Meaning> All => _meanings ?? [];

    private ReadOnlySpan<LandUseTable.Meaning> Meanings => _meanings;

    public bool Known => Meanings.Length > 0;

    /// <summary>The classification where only one knows the code, else NameOnly.</summary>
    public LandUseSystem System => Meanings.Length == 1 ? Meanings[0].System : LandUseSystem.NameOnly;

    /// <summary>The group where all classifications that know the code agree, else Unknown.</summary>
    public UseGroup Group
    {
        get
        {
            var group = Known ? Meanings[0].Group : UseGroup.Unknown;
            foreach (var meaning in Meanings)
                if (meaning.Group != group)
                    return UseGroup.Unknown;
            return group;
        }
    }

    /// <summary>True when one meaning of the code is of the kind that the name says.</summary>
    public bool May(UseGroup named)
    {
        foreach (var meaning in Meanings)
            if (UseGroups.SameKind(meaning.Group, named))
                return true;
        return false;
    }

    /// <summary>The one classification in which the code means what the name says, else NameOnly.</summary>
    public LandUseSystem SystemFor(UseGroup named)
    {
        var found = LandUseSystem.NameOnly;
        foreach (var meaning in Meanings)
        {
            if (!UseGroups.SameKind(meaning.Group, named))
                continue;
            if (found != LandUseSystem.NameOnly)
                return LandUseSystem.NameOnly;
            found = meaning.System;
        }
        return found;
    }

    public static LandUseCode Read(string? text)
    {
        if (text is null)
            return default;
        var code = LandUseName.Plain(text).ToUpperInvariant();
        var colon = code.LastIndexOf(':');
        if (colon < 0)
            return new(Find(code));
        return LandUseTable.Instance.Prefixes.TryGetValue(code[..colon], out var system)
            ? new([.. Find(code[(colon + 1)..]).Where(meaning => meaning.System == system)])
            : default;
    }

    /// <summary>A code below the last published level (six digits, or a letter with more digits) means what its parent means.</summary>
    private static LandUseTable.Meaning[] Find(string code)
    {
        var codes = LandUseTable.Instance.Codes;
        if (codes.TryGetValue(code, out var meanings))
            return meanings;
        if (code.Length == LevelThree && code.All(char.IsAsciiDigit))
            return codes.TryGetValue(code[..4], out meanings)
                ? [.. meanings.Where(meaning => meaning.System == LandUseSystem.Planning2023)]
                : [];
        return
            code.Length is 2 or 3
            && char.IsAsciiLetterUpper(code[0])
            && !code.AsSpan(1).ContainsAnyExceptInRange('0', '9')
            ? Find(code[..^1])
            : [];
    }
}
