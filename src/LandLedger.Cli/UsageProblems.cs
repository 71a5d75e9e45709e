using System.CommandLine;
using System.CommandLine.Parsing;
using LandLedger.Service;

namespace LandLedger.Cli;

/// <summary>What is wrong with a command line, in our own words: what was written, and what may be written instead.</summary>
internal static class UsageProblems
{
    /// <summary>All that is wrong with a line that the parser refused; its own words only for what nobody thought of.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed, Texts texts)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0)
            return [NoCommand(parsed.UnmatchedTokens, command, texts)];
        string[] told =
        [
            .. parsed.UnmatchedTokens.Select(token => Unknown(token, command, texts)),
            .. command.Options.Select(option => OfOption(option, parsed, texts)).OfType<string>(),
            .. command.Arguments.Select(argument => OfArgument(argument, parsed, texts)).OfType<string>(),
            .. parsed.Errors.Where(IsOfValue).Select(error => error.Message),
        ];
        return told.Length > 0 ? told : [.. parsed.Errors.Select(error => error.Message)];
    }

    /// <summary>Refuses values that are none of the codes.</summary>
    public static void Among(Option option, Texts texts, params string[] codes) =>
        Among(option, token => [token], texts, codes);

    /// <summary>Refuses values that are none of the codes, where one word may hold several.</summary>
    public static void Among(Option option, Func<string, string[]> values, Texts texts, params string[] codes)
    {
        option.CompletionSources.Add(codes);
        option.HelpName = string.Join('|', codes);
        option.Validators.Add(result =>
        {
            var written = result.Tokens.SelectMany(token => values(token.Value).DefaultIfEmpty(token.Value));
            foreach (var value in written.Except(codes))
                result.AddError(Wrong(option, value, codes, texts));
        });
    }

    /// <summary>The value of an option, which has to be one of the codes.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static T Among<T>(Option<T> option, ParseResult parsed, IEnumerable<string> codes, Texts texts)
        where T : class?
    {
        var value = parsed.GetValue(option);
        return value is not string written || codes.Contains(written, StringComparer.Ordinal)
            ? value!
            : throw new UsageException(Wrong(option, written, codes, texts));
    }

    /// <summary>Refuses what looks like an option among the words of an argument, where the parser would take it for a word.</summary>
    public static void NoOptions(Argument argument, Texts texts) =>
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)))
                result.AddError(Unknown(token.Value, ((CommandResult)result.Parent!).Command, texts));
        });

    private static string Wrong(Option option, string value, IEnumerable<string> codes, Texts texts) =>
        texts.Fill(
            "cli.wrong.value",
            name =>
                name switch
                {
                    "option" => option.Name,
                    "value" => value,
                    _ => string.Join(", ", codes),
                }
        );

    private static string NoCommand(IReadOnlyList<string> tokens, Command root, Texts texts)
    {
        var commands = string.Join(", ", root.Subcommands.Select(command => command.Name));
        return texts.Fill(
            tokens.Count == 0 ? "cli.wrong.no-command" : "cli.wrong.command",
            name => name == "codes" ? commands : StorePlace.Shown(tokens[0])
        );
    }

    private static string Unknown(string token, Command command, Texts texts) =>
        texts.Fill(
            token.StartsWith('-') ? "cli.wrong.option" : "cli.wrong.extra",
            name =>
                name switch
                {
                    "value" => StorePlace.Shown(token),
                    "command" => command.Name,
                    _ => string.Join(", ", command.Options.Select(option => option.Name)),
                }
        );

    private static string? OfOption(Option option, ParseResult parsed, Texts texts)
    {
        var found = parsed.GetResult(option);
        if (found is null or { Implicit: true })
            return option.Required ? Missing(HelpText.Named(option), option.Description, texts) : null;
        if (found.Tokens.Count < option.Arity.MinimumNumberOfValues)
            return texts.Fill("cli.wrong.no-value", _ => option.Name);
        return found.Tokens.Count > option.Arity.MaximumNumberOfValues
            ? texts.Fill(
                "cli.wrong.twice",
                name =>
                    name == "option"
                        ? option.Name
                        : string.Join(", ", found.Tokens.Select(token => StorePlace.Shown(token.Value)))
            )
            : null;
    }

    private static string? OfArgument(Argument argument, ParseResult parsed, Texts texts) =>
        (parsed.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues
            ? Missing(argument.Name, argument.Description, texts)
            : null;

    private static string Missing(string what, string? about, Texts texts) =>
        texts.Fill("cli.wrong.missing", name => name == "what" ? what : about);

    /// <summary>Whether an error is about values of which there are as many as may be: our own checks have put it in words.</summary>
    private static bool IsOfValue(ParseError error) =>
        error.SymbolResult switch
        {
            OptionResult option => Fits(option, option.Option.Arity),
            ArgumentResult argument => Fits(argument, argument.Argument.Arity),
            _ => false,
        };

    private static bool Fits(SymbolResult result, ArgumentArity arity) =>
        result.Tokens.Count > 0 && result.Tokens.Count <= arity.MaximumNumberOfValues;
}
