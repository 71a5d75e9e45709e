using System.CommandLine;
using LandLedger.Acreage;
using LandLedger.Cli.Output;
using LandLedger.Formats.Json;
using LandLedger.Formats.Lists;
using LandLedger.Rules;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger acreage --store S --as-of DATE --by zone,use,category,year</c>: plots and mu by what the planner asks.</summary>
internal static class AcreageCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var asOf = Asked.AsOf(texts);
        var rules = Asked.Rules(texts);
        var recorded = Asked.Recorded(texts, shell.Clock);
        var by = Asked.By(texts);
        var plots = new Option<bool>("--plots") { Description = texts["cli.acreage.plots"] };
        var format = Asked.Format(texts, "table", "json", "csv");
        var lang = Asked.Lang(texts);
        var command = new Command("acreage", texts["cli.acreage"])
        {
            store,
            asOf,
            rules,
            recorded,
            by,
            plots,
            format,
            lang,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                using var park = OpenPark.Of(shell, texts, parsed, store, rules, asOf, recorded);
                var evaluations = park.Evaluations(shapes: false, toFile: false, KeptFindings.None);
                var dimensions = parsed.GetValue(by) ?? [AcreageBy.Category];
                var table = AcreageTable.Of(evaluations, dimensions, parsed.GetValue(plots));
                switch (parsed.GetValue(format))
                {
                    case "json":
                        await AcreageJson.WriteAsync(shell.Out, table, park.Basis, cancel);
                        break;
                    case "csv":
                        await AcreageCsv.WriteAsync(shell.Out, table, park.Basis, texts, cancel);
                        break;
                    default:
                        AcreagePage.Write(shell, park, table);
                        break;
                }
                await shell.Out.FlushAsync(cancel);
                return Exit.Done;
            }
        );
        return command;
    }
}
