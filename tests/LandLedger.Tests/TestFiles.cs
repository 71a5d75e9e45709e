namespace LandLedger.Tests;

/// <summary>Finds files of the tree and the optional shared data from wherever the tests run.</summary>
internal static class TestFiles
{
    public static string Root { get; } = FindRoot();

    public static string Case(params string[] parts) => Path.Combine([Root, "tests", "cases", .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "LandLedger.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
