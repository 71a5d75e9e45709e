using System.Diagnostics;
using System.Text;

namespace LandLedger.Cli.Tests;

/// <summary>A command line and what came of it.</summary>
public sealed record CommandRun(int Exit, string Out, string Error)
{
    /// <summary>The built program.</summary>
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "LandLedger.Cli.dll");

    /// <summary>Runs it in this process, as one that is written to a file would: what the program itself adds is its console.</summary>
    public static CommandRun Of(params string[] arguments) => At(TimeProvider.System, arguments);

    /// <summary>The same, by a clock of the test's own.</summary>
    public static CommandRun At(TimeProvider clock, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var shell = new Shell
        {
            Out = output,
            Error = TextWriter.Synchronized(error),
            OutIsTerminal = false,
            ErrorIsTerminal = false,
            Clock = clock,
            User = Environment.UserName,
        };
        var exit = CommandLine.RunAsync(arguments, shell).GetAwaiter().GetResult();
        return new(exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>Runs the built program, as a user would, with variables of the environment.</summary>
    public static CommandRun With(IEnumerable<(string Name, string Value)> variables, params string[] arguments) =>
        Run(variables, "dotnet", [Program, .. arguments]);

    /// <summary>Runs the built program within bounds that the shell sets; what is too much is an error there and no signal.</summary>
    public static CommandRun Bounded(string bounds, params string[] arguments) =>
        Run(
            // The runtime would keep its code in a file, too.
            [("DOTNET_EnableWriteXorExecute", "0")],
            "bash",
            ["-c", $"trap '' XFSZ; {bounds}; exec \"$@\"", "bash", "dotnet", Program, .. arguments]
        );

    private static CommandRun Run(
        IEnumerable<(string Name, string Value)> variables,
        string program,
        IEnumerable<string> arguments
    )
    {
        var start = new ProcessStartInfo(program, arguments)
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
