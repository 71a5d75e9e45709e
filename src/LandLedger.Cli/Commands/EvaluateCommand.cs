using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Formats.Json;
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
        var recorded = Asked.Recorded(texts, shell.Clock);
        var format = Asked.Format(texts, "table", "json", "ndjson");
        var sentences = new Option<bool>("--sentences") { Description = texts["cli.sentences"] };
        var lang = Asked.Lang(texts);
        var command = new Command("evaluate", texts["cli.evaluate"])
        {
            store,
            asOf,
            rules,
            recorded,
            format,
            sentences,
            lang,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                using var park = OpenPark.Of(shell, texts, parsed, store, rules, asOf, recorded);
                var form = parsed.GetValue(format);
                var evaluations = park.Evaluations(
                    shapes: false,
                    toFile: false,
                    form == "table" ? KeptFindings.None : KeptFindings.All
                );
                var spoken = parsed.GetValue(sentences);
                switch (form)
                {
                    case "json":
                        await EvaluationJson.WriteArrayAsync(shell.Out, evaluations, spoken, cancel);
                        break;
                    case "ndjson":
                        await EvaluationJson.WriteLinesAsync(shell.Out, evaluations, spoken, cancel);
                        break;
                    default:
                        EvaluationTable.Write(shell, park, evaluations);
                        break;
                }
                await shell.Out.FlushAsync(cancel);
                return Exit.Done;
            }
        );
        return command;
    }
}
