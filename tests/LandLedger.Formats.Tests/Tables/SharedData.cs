namespace LandLedger.Formats.Tests.Tables;

/// <summary>Real data kept beside the repository, in <c>../shared/data</c>.</summary>
internal static class SharedData
{
    /// <summary>A build server must have the data; at a desk the test is skipped.</summary>
    public static string Path(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string[] all = [folder.FullName, "shared", "data", .. parts];
            var path = System.IO.Path.Combine(all);
            if (File.Exists(path))
                return path;
        }
        var missing = "shared/data/" + string.Join('/', parts);
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            Assert.Fail(missing);
        Assert.Skip(missing);
        return missing;
    }

    /// <summary>A file of the repository, from its root.</summary>
    public static string Repository(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "LandLedger.sln")))
                return System.IO.Path.Combine([folder.FullName, .. parts]);
        }
        throw new DirectoryNotFoundException("LandLedger.sln");
    }
}
