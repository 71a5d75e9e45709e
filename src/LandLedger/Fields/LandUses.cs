using System.Collections.Concurrent;

namespace LandLedger.Fields;

/// <summary>Names and codes of uses as they stand in papers, resolved to a <see cref="LandUse"/> with system and group.</summary>
public static class LandUses
{
    private static readonly ConcurrentDictionary<(string?, string?), LandUse?> Seen = new();

    /// <summary>Null when neither name nor code is given; group Unknown when the name tells nothing.</summary>
    public static LandUse? Find(string? name, string? code) =>
        name is null && code is null ? null : Seen.GetOrAdd((name, code), static key => Resolve(key.Item1, key.Item2));

    private static LandUse Resolve(string? name, string? code)
    {
        // Replaced by the table in data/law/land-use.json.
        return new(name ?? code!, code, LandUseSystem.NameOnly, UseGroup.Unknown);
    }
}
