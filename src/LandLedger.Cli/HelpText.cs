using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;

namespace LandLedger.Cli;

/// <summary>The help of a command, in the language of the session.</summary>
internal sealed class HelpText(Shell shell, Texts texts) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var help = new StringBuilder().Append(command.Description).Append("\n\n").Append(Usage(command)).Append('\n');
        Write(
            help,
            "cli.help.commands",
            command.Subcommands.Select(c => ($"{c.Name} {Words(c)}".TrimEnd(), c.Description))
        );
        Write(help, "cli.help.words", command.Arguments.Select(argument => (argument.Name, argument.Description)));
        Write(help, "cli.help.options", command.Options.Select(option => (Named(option), About(option))));
        shell.WriteLine(help.ToString().TrimEnd());
        return Exit.Done;
    }

    /// <summary>An option with its other names and what its value looks like.</summary>
    public static string Named(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias[0] == '-').Prepend(option.Name));
        return option.HelpName is { } value ? $"{names} {value}" : names;
    }

    private string Usage(Command command)
    {
        var name = Named(command);
        var needed = command.Options.Where(option => option.Required);
        var options = string.Concat(needed.Select(option => $" {option.Name} {option.HelpName}"));
        var rest = command.Subcommands.Count > 0 ? texts["cli.help.any-command"] : texts["cli.help.any-options"];
        return texts.Fill("cli.help.usage", _ => $"landledger{name} {Words(command)}".TrimEnd() + options + " " + rest);
    }

    /// <summary>As it is typed behind the program: below the group that it belongs to.</summary>
    private static string Named(Command command) =>
        command is RootCommand ? "" : $"{Named(command.Parents.OfType<Command>().Single())} {command.Name}";

    private static string Words(Command command) =>
        string.Join(
            ' ',
            command.Arguments.Select(argument =>
                argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "..." : argument.Name
            )
        );

    private string? About(Option option)
    {
        var about = option.Description;
        if (option.Required)
            return texts.Fill("cli.help.required", _ => about);
        return option is { HasDefaultValue: true, ValueType: var type } && type != typeof(bool)
            ? texts.Fill("cli.help.default", name => name == "about" ? about : option.GetDefaultValue()?.ToString())
            : about;
    }

    private void Write(StringBuilder help, string title, IEnumerable<(string Name, string? About)> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        var width = all.Max(line => line.Name.Length);
        help.Append('\n').Append(texts[title]).Append('\n');
        foreach (var (name, about) in all)
            help.Append("  ").Append(name.PadRight(width)).Append("  ").Append(about).Append('\n');
    }
}
