using System.CommandLine;
using LandLedger.Cases;
using LandLedger.Cli.Output;
using LandLedger.Formats.Json;
using LandLedger.Import;
using LandLedger.Office;

namespace LandLedger.Cli.Commands.Cases;

/// <summary><c>landledger case due --on DATE [--overdue] --store S</c>: what is due, and what is late, most days over first.</summary>
internal static class CaseDue
{
    public static Command Of(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var on = Asked.Day("--on", texts["cli.case.on"], texts);
        var overdue = new Option<bool>("--overdue") { Description = texts["cli.case.overdue"] };
        var filter = new CaseOptions(texts);
        var format = Asked.Format(texts, "table", "json");
        var lang = Asked.Lang(texts);
        var command = new Command("due", texts["cli.case.due"]) { store, on, overdue, format, lang };
        filter.AddTo(command, withClosed: false);
        command.SetAction(parsed =>
        {
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Read);
            var due = new CaseBook(opened, OfficeBook.CalendarOf(opened.Ledger)).Due(
                filter.Query(parsed, parsed.GetValue(store)!.Procedures),
                parsed.GetValue(on),
                parsed.GetValue(overdue)
            );
            if (parsed.GetValue(format) == "json")
                CaseJson.WriteTo(shell.Out, due, CaseJson.WriteDue);
            else
                CaseTable.Write(shell, texts, due);
            return Exit.Done;
        });
        return command;
    }
}
