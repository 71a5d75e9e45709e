using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Formats.Json;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Rules;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger evaluate --store S --as-of DATE</c></summary>
internal static class EvaluateCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var asOf = Asked.AsOf(texts);
        var rules = Asked.Rules(texts);
        var format = Asked.Format(texts, "table", "json", "ndjson");
        var lang = Asked.Lang(texts);
        var command = new Command("evaluate", texts["cli.evaluate"]) { store, asOf, rules, format, lang };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var set = Asked.RuleSetOf(parsed.GetValue(rules)!, texts);
                using var opened = GeoPackageStore.Open(parsed.GetValue(store)!, StoreMode.Read);
                var evaluations = ParkEvaluation.Of(opened, set, parsed.GetValue(asOf), PlotQuery.All);
                switch (parsed.GetValue(format))
                {
                    case "json":
                        await EvaluationJson.WriteArrayAsync(shell.Out, evaluations, cancel: cancel);
                        break;
                    case "ndjson":
                        await EvaluationJson.WriteLinesAsync(shell.Out, evaluations, cancel: cancel);
                        break;
                    default:
                        EvaluationTable.Write(shell, texts, set, parsed.GetValue(asOf), evaluations);
                        break;
                }
                await shell.Out.FlushAsync(cancel);
                return Exit.Done;
            }
        );
        return command;
    }
}
