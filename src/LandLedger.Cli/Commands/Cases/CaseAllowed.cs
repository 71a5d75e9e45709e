using System.CommandLine;
using LandLedger.Cases;
using LandLedger.Cli.Output;
using LandLedger.Formats.Json;
using LandLedger.Import;
using LandLedger.Office;

namespace LandLedger.Cli.Commands.Cases;

/// <summary><c>landledger case allowed NUMBER --on DATE --store S</c>: the steps that may be taken on a day, with what they ask for.</summary>
internal static class CaseAllowed
{
    public static Command Of(Shell shell, Texts texts)
    {
        var number = CaseCommand.Number(texts);
        var store = Asked.Store(texts);
        var on = Asked.Day("--on", texts["cli.case.on"], texts);
        var format = Asked.Format(texts, "table", "json");
        var lang = Asked.Lang(texts);
        var command = new Command("allowed", texts["cli.case.allowed"]) { number, store, on, format, lang };
        command.SetAction(parsed =>
        {
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Read);
            if (CaseCommand.Judged(shell, texts, opened, parsed.GetValue(number)) is not { } filed)
                return Exit.InputRefused;
            var allowed = filed.Case.Allowed(parsed.GetValue(on), OfficeBook.CalendarOf(opened.Ledger)).ToList();
            if (parsed.GetValue(format) == "json")
                CaseJson.WriteTo(
                    shell.Out,
                    json =>
                    {
                        json.WriteStartObject();
                        CaseJson.WriteAllowed(json, allowed);
                        json.WriteEndObject();
                    }
                );
            else
                CaseTable.Write(shell, texts, allowed);
            return Exit.Done;
        });
        return command;
    }
}
