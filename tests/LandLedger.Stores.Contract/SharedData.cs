using Xunit;

namespace LandLedger.Stores.Contract;

internal static class SharedData
{
    /// <summary>A build server must have the data; at a desk the test is skipped.</summary>
    public static string Path(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine([folder.FullName, "shared", "data", .. parts]);
            if (File.Exists(path))
                return path;
        }
        var missing = "shared/data/" + string.Join('/', parts);
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            Assert.Fail(missing);
        Assert.Skip(missing);
        return missing;
    }
}
