using System.CommandLine;
using System.Security.Cryptography;
using LandLedger.Cases;
using LandLedger.Cli.Output;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.People;

namespace LandLedger.Cli.Commands.Tokens;

/// <summary><c>landledger token add --user NAME --role ROLE</c>: makes a token. Its secret is told this once.</summary>
internal static class TokenAdd
{
    public static Command Of(Shell shell, Texts texts)
    {
        var user = new Option<string>("--user")
        {
            Description = texts["cli.token.user"],
            HelpName = "NAME",
            Required = true,
        };
        var role = new Option<string>("--role") { Description = texts["cli.token.role"], Required = true };
        UsageProblems.Among(role, texts, [.. Enum.GetValues<Role>().Select(CodeText.Of)]);
        var counties = Several("--county", texts["cli.token.county"], "360732");
        counties.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !IsCounty(token.Value)))
                result.AddError(texts.Fill("cli.county", _ => token.Value));
        });
        var zones = Several("--zone", texts["cli.token.zone"], "NAME");
        var since = Asked.DayOrNone("--since", texts["cli.token.since"], texts);
        var until = Asked.DayOrNone("--until", texts["cli.token.until"], texts);
        var by = Asked.By(texts, shell.User);
        var store = Asked.Store(texts);
        var lang = Asked.Lang(texts);
        var command = new Command("add", texts["cli.token.add"])
        {
            user,
            role,
            counties,
            zones,
            since,
            until,
            by,
            store,
            lang,
        };
        command.SetAction(parsed =>
        {
            var secret = TokenSecret.Of(RandomNumberGenerator.GetBytes(TokenSecret.Bytes));
            var scope = new Scope(parsed.GetValue(counties) ?? [], parsed.GetValue(zones) ?? []);
            var token = new Token
            {
                Sha256 = TokenSecret.Digest(secret),
                User = new(NameOf(parsed.GetValue(user)!, "--user", texts), CodeText.Parse<Role>(parsed.GetValue(role)))
                {
                    Scope = scope,
                },
                Since = parsed.GetValue(since) ?? shell.Today,
                Until = parsed.GetValue(until),
                MadeBy = NameOf(parsed.GetValue(by) ?? shell.User, "--by", texts),
                MadeAt = shell.Clock.GetUtcNow(),
            };
            if (token.Until < token.Since)
                throw new UsageException(texts["cli.token.days"]);
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Write);
            shell.WriteLine(TokenPage.Line(texts, "cli.token.added", opened.Tokens.Add(token)));
            shell.WriteLine(secret);
            return Exit.Done;
        });
        return command;
    }

    /// <summary>A name that entries can bear.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static string NameOf(string text, string option, Texts texts) =>
        Token.IsName(text)
            ? text
            : throw new UsageException(
                texts.Fill(
                    "cli.token.name",
                    name =>
                        name switch
                        {
                            "option" => option,
                            "value" => text,
                            _ => Words.Count(Token.LongestName),
                        }
                )
            );

    private static Option<string[]> Several(string name, string description, string shown) =>
        new(name)
        {
            Description = description,
            HelpName = shown,
            AllowMultipleArgumentsPerToken = true,
        };

    private static bool IsCounty(string text) => text.Length == 6 && text.All(char.IsAsciiDigit);
}
