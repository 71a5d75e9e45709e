using System.Text;

namespace LandLedger.Cli;

/// <summary>What a command talks to: where answers and messages go, in which language, and what day it is.</summary>
internal sealed record Shell
{
    /// <summary>Answers. Bytes, because lists and maps are streamed.</summary>
    public required Stream Out { get; init; }

    /// <summary>Messages, progress and errors.</summary>
    public required TextWriter Error { get; init; }

    public required bool OutIsTerminal { get; init; }

    public required bool ErrorIsTerminal { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Who runs the command, by the account of the machine.</summary>
    public required string User { get; init; }

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    public static Shell OfConsole()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new()
        {
            Out = Console.OpenStandardOutput(),
            Error = Console.Error,
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Clock = TimeProvider.System,
            User = Environment.UserName,
        };
    }

    public void WriteLine(string text)
    {
        Out.Write(Encoding.UTF8.GetBytes(text + "\n"));
        Out.Flush();
    }
}
