using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.Cli.Commands;

/// <summary>
/// <c>landledger history PLOT --store S [--on DATE] [--recorded TIME]</c>: what the ledger tells of one plot, entry by entry; with a day or
/// a time only the entries that count then, and the facts as they were held to be.
/// </summary>
internal static class HistoryCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var plot = new Argument<string>("PLOT") { Description = texts["field.plot"] };
        UsageProblems.NoOptions(plot, texts);
        var store = Asked.Store(texts);
        var county = Asked.County(texts, texts["cli.explain.county"]);
        var on = Asked.HeldOn(texts);
        var recorded = Asked.Recorded(texts, shell.Clock);
        var lang = Asked.Lang(texts);
        var command = new Command("history", texts["cli.history"]) { plot, store, county, on, recorded, lang };
        command.SetAction(parsed =>
        {
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Read);
            var key = OnePlot.Of(opened, parsed.GetValue(plot)!, parsed.GetValue(county), texts);
            var (day, time) = (parsed.GetValue(on), parsed.GetValue(recorded));
            var held = PlotHistory.At(opened.Ledger, key, day, time);
            HistoryPage.Write(shell, texts, held.Entries);
            if (day is not null || time is not null)
                HistoryPage.WriteHeld(shell, texts, held.State);
            return Exit.Done;
        });
        return command;
    }
}
