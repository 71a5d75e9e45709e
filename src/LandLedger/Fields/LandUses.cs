using System.Collections.Concurrent;

namespace LandLedger.Fields;

/// <summary>
/// Names and codes of uses as they stand in papers, resolved to a <see cref="LandUse"/> with system and group. The name
/// decides; a code counts only where its classification is known, or where all that know it agree. A name and a code that
/// contradict each other, and a name that holds two kinds of use, give group Unknown: nothing is guessed.
/// </summary>
public static class LandUses
{
    private const int MaxSeen = 10_000;

    private static readonly ConcurrentDictionary<(string?, string?), LandUse> Seen = new();

    private static int _seen;

    /// <summary>Null when neither name nor code is given; group Unknown when they tell nothing for certain.</summary>
    public static LandUse? Find(string? name, string? code)
    {
        if (name is null && code is null)
            return null;
        if (Seen.TryGetValue((name, code), out var known))
            return known;
        var use = Resolve(name, code);
        if (_seen < MaxSeen && Seen.TryAdd((name, code), use))
            Interlocked.Increment(ref _seen);
        return use;
    }

    private static LandUse Resolve(string? name, string? code)
    {
        var coded = LandUseCode.Read(code);
        var named = name is null ? UseGroup.Unknown : LandUseName.Read(name);
        if (named == UseGroup.Unknown && name is not null && LandUseCode.Read(name) is { Known: true } written)
        {
            if (code is null)
                coded = written;
            else
                named = written.Group;
        }
        if (named == UseGroup.Unknown && !coded.Known && code is not null)
            named = LandUseName.Read(code);
        var system = named == UseGroup.Unknown ? coded.System : coded.SystemFor(named);
        return new(name ?? code!, code, system, Agreed(named, coded))
        {
            IsAmbiguous = named == UseGroup.Unknown && coded is { Known: true, Group: UseGroup.Unknown },
        };
    }

    /// <summary>What the code of a use means in each classification that knows it, one entry a classification.</summary>
    internal static IEnumerable<(LandUseSystem System, string Name)> Meanings(LandUse use)
    {
        var code = LandUseCode.Read(use.Code);
        return (code.Known ? code : LandUseCode.Read(use.Name)).All.Select(meaning => (meaning.System, meaning.Name));
    }

    private static UseGroup Agreed(UseGroup named, LandUseCode coded) =>
        named == UseGroup.Unknown ? coded.Group
        : coded.Known && !coded.May(named) ? UseGroup.Unknown
        : named;
}
