using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LandLedger.Tests.Cases;

/// <summary>Finds and reads <c>tests/cases/**/*.yaml</c>. An unknown member in a file is an error.</summary>
internal static class CaseFiles
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .Build();

    private static readonly string Root = FindRoot();

    public static IReadOnlyDictionary<string, CaseFile> All { get; } =
        Directory
            .EnumerateFiles(Root, "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .ToDictionary(
                path => Path.GetRelativePath(Root, path).Replace('\\', '/'),
                path => Yaml.Deserialize<CaseFile>(File.ReadAllText(path)),
                StringComparer.Ordinal
            );

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
