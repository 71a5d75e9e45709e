using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LandLedger.Fields;

/// <summary>What <c>data/law/land-use.json</c> holds: the codes of each classification, kept apart, and the names found in papers.</summary>
internal sealed class LandUseTable
{
    private const string Resource = "law/land-use.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private LandUseTable(LandUseFile file)
    {
        Codes = file
            .Systems.SelectMany(s => s.Uses.Select(use => (s.System, use.Group, use.Name, Code: use.Code!)))
            .GroupBy(row => row.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(
                rows => rows.Key,
                rows => rows.Select(row => new Meaning(row.System, row.Group, row.Name)).ToArray(),
                StringComparer.Ordinal
            );
        Prefixes = file
            .Systems.SelectMany(s => s.Prefixes.Select(prefix => (prefix: LandUseName.Plain(prefix), s.System)))
            .ToFrozenDictionary(p => p.prefix, p => p.System, StringComparer.OrdinalIgnoreCase);
        var full = file.Systems.SelectMany(s => s.Uses).Concat(file.Names).ToArray();
        Names = full.Concat(file.Words)
            .DistinctBy(use => use.Name, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(use => use.Name, use => use.Group, StringComparer.OrdinalIgnoreCase);
        FullNames = LongestFirst(full);
        Words = LongestFirst(file.Words.Where(word => !char.IsAscii(word.Name[0])));
        Doubts = file.Doubts;
    }

    public static LandUseTable Instance { get; } = Load();

    /// <summary>Every meaning that a code has, one for each classification that knows it.</summary>
    public FrozenDictionary<string, Meaning[]> Codes { get; }

    /// <summary>What may stand before the colon in "2023:1001".</summary>
    public FrozenDictionary<string, LandUseSystem> Prefixes { get; }

    /// <summary>Full names and short words, for a text that is nothing else.</summary>
    public FrozenDictionary<string, UseGroup> Names { get; }

    /// <summary>Full names, longest first: these also count inside a longer text.</summary>
    public IReadOnlyList<string> FullNames { get; }

    /// <summary>Short words, longest first: inside a longer text they can only cast doubt on what its full names say.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Words that turn round the name right behind them: 非, 原, 拟.</summary>
    public IReadOnlyList<string> Doubts { get; }

    private static string[] LongestFirst(IEnumerable<NamedUse> uses) =>
        [.. uses.Select(use => use.Name).Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length)];

    private static LandUseTable Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        return new(JsonSerializer.Deserialize<LandUseFile>(stream, Format)!);
    }

    internal readonly record struct Meaning(LandUseSystem System, UseGroup Group, string Name);

    private sealed record NamedUse(string? Code, string Name, UseGroup Group);

    private sealed record CodeSystem(LandUseSystem System, string[] Prefixes, NamedUse[] Uses);

    private sealed record LandUseFile(CodeSystem[] Systems, NamedUse[] Names, NamedUse[] Words, string[] Doubts);
}
