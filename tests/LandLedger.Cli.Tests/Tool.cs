using System.Diagnostics;

namespace LandLedger.Cli.Tests;

/// <summary>Outside programs that look at what ours has made.</summary>
internal static class Tool
{
    /// <summary>What it prints, once it has ended with that code.</summary>
    public static string Run(int exit, string program, params string[] arguments)
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
        Assert.True(process.ExitCode == exit, $"{program} ended with {process.ExitCode}: {output} {errors.Result}");
        return output;
    }

    /// <summary>SQL by the sqlite3 of the system, not by ours.</summary>
    public static string Sqlite(string path, string sql) => Run(0, "sqlite3", path, sql);
}
