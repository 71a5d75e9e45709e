using System.Diagnostics;

namespace LandLedger.GeoPackage.Tests;

/// <summary>Outside programs that judge the file: GDAL's tools and its validator.</summary>
internal static class Tool
{
    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {output} {errors.Result}");
        return output;
    }

    public static void Validate(string path) =>
        Run("/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", "-q", path);

    /// <summary>Numbers and texts of one SQL query by the sqlite3 of the system, not by ours.</summary>
    public static string Sql(string path, string sql) => Run("sqlite3", path, sql).Trim();
}
