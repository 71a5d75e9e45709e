using System.Diagnostics;
using System.Text.Json;

namespace LandLedger.Formats.Tests;

/// <summary>Other people's programs as judges of what was written: GDAL and openpyxl by the Python of the system.</summary>
internal static class Outside
{
    private const string Interpreter = "/usr/bin/python3";

    /// <summary>Runs a script that prints one JSON value, with the path as its argument.</summary>
    public static JsonElement Python(string script, string path)
    {
        if (!File.Exists(Interpreter))
            Missing(Interpreter);
        var start = new ProcessStartInfo(Interpreter)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "-c", script, path },
            Environment = { ["PYTHONIOENCODING"] = "utf-8", ["PYTHONWARNINGS"] = "ignore" },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (errors.Result.Contains("ModuleNotFoundError", StringComparison.Ordinal))
            Missing(errors.Result);
        Assert.True(process.ExitCode == 0, errors.Result);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>A build server must have the programs; at a desk the test is skipped.</summary>
    private static void Missing(string what)
    {
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            Assert.Fail(what);
        Assert.Skip(what);
    }
}
