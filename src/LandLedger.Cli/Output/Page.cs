using System.Globalization;
using System.Text;
using Spectre.Console;

namespace LandLedger.Cli.Output;

/// <summary>Lines and tables for a reader, as wide as the terminal, or 160 characters in a file.</summary>
internal sealed class Page(Shell shell)
{
    private readonly StringBuilder _text = new();

    public void Line(string text) => _text.Append(text).Append('\n');

    public void Add(Table table)
    {
        using var output = new StringWriter(_text, CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(
            new()
            {
                Out = new AnsiConsoleOutput(output),
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
            }
        );
        console.Profile.Width = shell.OutIsTerminal ? Math.Max(80, Console.WindowWidth) : 160;
        console.Write(table);
    }

    public void Print() => shell.WriteLine(_text.ToString().TrimEnd());
}
