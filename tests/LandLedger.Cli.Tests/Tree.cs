namespace LandLedger.Cli.Tests;

/// <summary>Files of the tree and the shared data beside it, from wherever the tests run.</summary>
internal static class Tree
{
    public static string Root { get; } = FindRoot();

    public static string Park => Path.Combine(Root, "data", "park");

    /// <summary>A file of the shared data; where that folder is missing, the test is skipped at a desk and fails in CI.</summary>
    public static string Shared(params string[] parts)
    {
        var path = Path.Combine([Root, "..", "shared", "data", .. parts]);
        var there = File.Exists(path);
        if (!there && Environment.GetEnvironmentVariable("CI") is null)
            Assert.Skip("no shared data beside the tree");
        Assert.True(there, path + " is missing");
        return path;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "LandLedger.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
