using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace LandLedger.Formats.Tests;

/// <summary>
/// Other people's programs as judges of what was written: GDAL and openpyxl by the Python of the system, MapLibre's parser by Node.
/// </summary>
internal static class Outside
{
    private const string Interpreter = "/usr/bin/python3";

    /// <summary>Runs a script that prints one JSON value, with the path as its argument.</summary>
    public static JsonElement Python(string script, string path)
    {
        if (!File.Exists(Interpreter))
            Missing(Interpreter);
        return Run(
            new(Interpreter, ["-c", script, path])
            {
                Environment = { ["PYTHONIOENCODING"] = "utf-8", ["PYTHONWARNINGS"] = "ignore" },
            },
            "ModuleNotFoundError"
        );
    }

    /// <summary>Runs a script of a folder that <c>npm ci</c> has filled; it prints one JSON value, with the path as its argument.</summary>
    public static JsonElement Node(string script, string path)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "node"))))
            Missing("node");
        return Run(new("node", [script, path]), "ERR_MODULE_NOT_FOUND");
    }

    private static JsonElement Run(ProcessStartInfo start, string lacks)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardOutputEncoding = Encoding.UTF8;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (errors.Result.Contains(lacks, StringComparison.Ordinal))
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
