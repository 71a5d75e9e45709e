using System.CommandLine;
using LandLedger.Cases;
using LandLedger.Cli.Output;
using LandLedger.Formats.Json;
using LandLedger.Import;
using LandLedger.Office;

namespace LandLedger.Cli.Commands.Cases;

/// <summary><c>landledger case list --store S</c>: cases in order of their numbers.</summary>
internal static class CaseList
{
    public static Command Of(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var filter = new CaseOptions(texts);
        var due = Asked.DayOrNone("--due-by", texts["cli.case.due-by"], texts);
        var overdue = Asked.DayOrNone("--overdue-on", texts["cli.case.overdue-on"], texts);
        var format = Asked.Format(texts, "table", "json");
        var lang = Asked.Lang(texts);
        var command = new Command("list", texts["cli.case.list"]) { store, due, overdue, format, lang };
        filter.AddTo(command, withClosed: true);
        command.SetAction(parsed =>
        {
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Read);
            var query = filter.Query(parsed, parsed.GetValue(store)!.Procedures) with
            {
                DueBy = parsed.GetValue(due),
                OverdueOn = parsed.GetValue(overdue),
            };
            var found = new CaseBook(opened, OfficeBook.CalendarOf(opened.Ledger)).List(query);
            if (parsed.GetValue(format) == "json")
                CaseJson.WriteTo(shell.Out, found, CaseJson.WriteRow);
            else
                CaseTable.Write(shell, texts, [.. found]);
            return Exit.Done;
        });
        return command;
    }
}
