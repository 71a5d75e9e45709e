namespace LandLedger.Service.Tests;

/// <summary>Finds files of the tree from wherever the tests run.</summary>
internal static class TestFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>What the sample park's officers would send: surveys first, ledgers after them, in the order of their names.</summary>
    public static IEnumerable<string> Park =>
        new[] { "*.txt", "*.xlsx" }.SelectMany(kind =>
            Directory.GetFiles(Path.Combine(Root, "data", "park"), kind).Order(StringComparer.Ordinal)
        );

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "LandLedger.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
