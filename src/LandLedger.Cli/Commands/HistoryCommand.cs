using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger history PLOT --store S</c>: what the ledger tells of one plot, entry by entry.</summary>
internal static class HistoryCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var plot = new Argument<string>("PLOT") { Description = texts["field.plot"] };
        UsageProblems.NoOptions(plot, texts);
        var store = Asked.Store(texts);
        var county = Asked.County(texts, texts["cli.explain.county"]);
        var lang = Asked.Lang(texts);
        var command = new Command("history", texts["cli.history"]) { plot, store, county, lang };
        command.SetAction(parsed =>
        {
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Read);
            var asked = parsed.GetValue(plot)!;
            var key = OnePlot.Of(OnePlot.Named(opened, asked), asked, parsed.GetValue(county), texts);
            HistoryPage.Write(shell, texts, PlotHistory.Of(opened.Ledger, key));
            return Exit.Done;
        });
        return command;
    }
}
