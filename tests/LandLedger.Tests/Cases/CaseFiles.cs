using System.Collections.Concurrent;
using LandLedger.Rules;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LandLedger.Tests.Cases;

/// <summary>Finds and reads <c>tests/cases/**/*.yaml</c> of plots (those of appraisals have their own reader). An unknown member in a file is an error.</summary>
internal static class CaseFiles
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .Build();

    private static readonly string Root = FindRoot();

    private static readonly ConcurrentDictionary<string, RuleSet> Counties = new(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, CaseFile> All { get; } =
        Directory
            .EnumerateFiles(Root, "*.yaml", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) != "appraisal")
            .Order(StringComparer.Ordinal)
            .ToDictionary(
                path => Path.GetRelativePath(Root, path).Replace('\\', '/'),
                path => Yaml.Deserialize<CaseFile>(File.ReadAllText(path)),
                StringComparer.Ordinal
            );

    /// <summary>Every package there is: those that are shipped and those of counties under the cases.</summary>
    public static IReadOnlyList<RuleSet> Packages { get; } =
    [
        .. RuleSets.All,
        .. All
            .Values.Select(file => file.Package)
            .Where(IsCounty)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(Package),
    ];

    /// <summary>A package that is shipped, by id; or one of a county, by its path under the cases.</summary>
    public static RuleSet Package(string name) =>
        IsCounty(name)
            ? Counties.GetOrAdd(name, Read)
            : RuleSets.Find(name) ?? throw new FormatException($"no package {name}");

    private static bool IsCounty(string package) => package.EndsWith(".json", StringComparison.Ordinal);

    private static RuleSet Read(string path)
    {
        using var file = File.OpenRead(Path.Combine(Root, path));
        var (rules, problems) = RuleSets.Read(file);
        return rules ?? throw new FormatException($"{path}: {string.Join("; ", problems)}");
    }

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "LandLedger.sln")))
                return Path.Combine(folder, "tests", "cases");
        }
        throw new DirectoryNotFoundException("tests/cases");
    }
}
