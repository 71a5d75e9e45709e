using System.CommandLine;
using LandLedger.Cases;
using LandLedger.Cli.Output;
using LandLedger.Formats.Json;
using LandLedger.Import;
using LandLedger.Office;

namespace LandLedger.Cli.Commands.Cases;

/// <summary><c>landledger case show NUMBER --store S</c>: state, periods with due days, what was said, and each step.</summary>
internal static class CaseShow
{
    public static Command Of(Shell shell, Texts texts)
    {
        var number = CaseCommand.Number(texts);
        var store = Asked.Store(texts);
        var format = Asked.Format(texts, "table", "json");
        var lang = Asked.Lang(texts);
        var command = new Command("show", texts["cli.case.show"]) { number, store, format, lang };
        command.SetAction(parsed =>
        {
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Read);
            if (CaseCommand.Find(shell, texts, opened, parsed.GetValue(number)) is not { } booked)
                return Exit.InputRefused;
            if (parsed.GetValue(format) == "json")
                CaseJson.WriteTo(shell.Out, json => CaseJson.Write(json, booked, OfficeBook.CalendarOf(opened.Ledger)));
            else
                CasePage.Write(shell, texts, booked, OfficeBook.CalendarOf(opened.Ledger));
            return Exit.Done;
        });
        return command;
    }
}
