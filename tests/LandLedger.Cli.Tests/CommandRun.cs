using System.Diagnostics;
using System.Text;

namespace LandLedger.Cli.Tests;

/// <summary>Runs the built command line as a process of its own, as a user would.</summary>
public sealed record CommandRun(int Exit, string Out, string Error)
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "LandLedger.Cli.dll");

    public static CommandRun Of(params string[] arguments) => With([], arguments);

    /// <summary>With variables of the environment.</summary>
    public static CommandRun With(IEnumerable<(string Name, string Value)> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    public CommandRun Expect(int exit)
    {
        Assert.True(Exit == exit, $"exit {Exit}, not {exit}\n{Out}\n{Error}");
        return this;
    }
}
