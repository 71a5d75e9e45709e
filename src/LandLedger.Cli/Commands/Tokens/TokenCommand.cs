using System.CommandLine;
using System.Globalization;
using LandLedger.Cli.Output;
using LandLedger.Import;

namespace LandLedger.Cli.Commands.Tokens;

/// <summary><c>landledger token add|list|revoke</c>: who may sign in to a service over a store.</summary>
internal static class TokenCommand
{
    public static Command Of(Shell shell, Texts texts) =>
        new("token", texts["cli.token"]) { TokenAdd.Of(shell, texts), List(shell, texts), Revoke(shell, texts) };

    private static Command List(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var format = Asked.Format(texts, "table", "json");
        var lang = Asked.Lang(texts);
        var command = new Command("list", texts["cli.token.list"]) { store, format, lang };
        command.SetAction(parsed =>
        {
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Read);
            var tokens = opened.Tokens.All();
            if (parsed.GetValue(format) == "json")
                TokenPage.WriteJson(shell, tokens);
            else
                TokenPage.Write(shell, texts, tokens);
            return Exit.Done;
        });
        return command;
    }

    private static Command Revoke(Shell shell, Texts texts)
    {
        var id = Asked.Number<int>("cli.token.id", IdOf, texts);
        var store = Asked.Store(texts);
        var by = Asked.By(texts, shell.User);
        var lang = Asked.Lang(texts);
        var command = new Command("revoke", texts["cli.token.revoke"]) { id, store, by, lang };
        command.SetAction(parsed =>
        {
            var number = parsed.GetValue(id);
            var who = TokenAdd.NameOf(parsed.GetValue(by) ?? shell.User, "--by", texts);
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Write);
            if (opened.Tokens.Revoke(number, who, shell.Clock.GetUtcNow()) is { } token)
            {
                shell.WriteLine(TokenPage.Line(texts, "cli.token.revoked", token));
                return Exit.Done;
            }
            shell.Error.WriteLine(texts.Fill("cli.token.unknown", _ => Words.Count(number)));
            return Exit.InputRefused;
        });
        return command;
    }

    private static int? IdOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
