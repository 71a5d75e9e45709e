using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Formats.Json;
using LandLedger.Import;
using LandLedger.Issuing;

namespace LandLedger.Cli.Commands.Issued;

/// <summary><c>landledger issued list --store S</c> and <c>landledger issued show NUMBER --store S</c></summary>
internal static class IssuedShow
{
    /// <summary>All of them, in order of their numbers.</summary>
    public static Command ListOf(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var format = Asked.Format(texts, "table", "json");
        var lang = Asked.Lang(texts);
        var command = new Command("list", texts["cli.issued.list"]) { store, format, lang };
        command.SetAction(parsed =>
        {
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Read);
            var lists = new ListBook(opened).List();
            if (parsed.GetValue(format) == "json")
                CaseJson.WriteTo(shell.Out, lists, IssuedListJson.WriteRow);
            else
                IssuedPage.Write(shell, texts, [.. lists]);
            return Exit.Done;
        });
        return command;
    }

    /// <summary>One: what it was made by, what it adds up to, and what was done about it.</summary>
    public static Command Of(Shell shell, Texts texts)
    {
        var number = IssuedCommand.Number(texts);
        var store = Asked.Store(texts);
        var format = Asked.Format(texts, "table", "json");
        var lang = Asked.Lang(texts);
        var command = new Command("show", texts["cli.issued.show"]) { number, store, format, lang };
        command.SetAction(parsed =>
        {
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Read);
            if (IssuedCommand.Find(shell, texts, opened, parsed.GetValue(number)) is not { } list)
                return Exit.InputRefused;
            if (parsed.GetValue(format) == "json")
                CaseJson.WriteTo(shell.Out, json => IssuedListJson.Write(json, list));
            else
                IssuedPage.Write(shell, texts, list);
            return Exit.Done;
        });
        return command;
    }
}
