using System.CommandLine;
using LandLedger.Disposal;
using LandLedger.Formats.Lists;
using LandLedger.Rules;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger list --store S --as-of DATE --format xlsx|csv|json|geojson -o FILE</c></summary>
internal static class ListCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var asOf = Asked.AsOf(texts);
        var rules = Asked.Rules(texts);
        var recorded = Asked.Recorded(texts, shell.Clock);
        var categories = Asked.Categories(texts);
        var held = new Option<bool>("--held") { Description = texts["cli.list.held"] };
        var format = Asked.Format(texts, "xlsx", "csv", "json", "geojson");
        var output = Asked.Output(texts);
        var lang = Asked.Lang(texts);
        var command = new Command("list", texts["cli.list"])
        {
            store,
            asOf,
            rules,
            recorded,
            categories,
            held,
            format,
            output,
            lang,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                OutputPlace.Check(texts, parsed.GetValue(output)!, parsed.GetValue(store)!, [parsed.GetValue(rules)!]);
                using var park = OpenPark.Of(shell, texts, parsed, store, rules, asOf, recorded);
                var form = Enum.Parse<ListForm>(parsed.GetValue(format)!, ignoreCase: true);
                var asked = Asked.CategoriesOf(parsed.GetValue(categories)!);
                var list = DisposalList.Of(
                    park.Evaluations(shapes: form == ListForm.GeoJson, toFile: true, KeptFindings.None),
                    park.Basis,
                    texts,
                    asked,
                    parsed.GetValue(held)
                );
                await OutputFile.WriteAsync(
                    parsed.GetValue(output)!,
                    (stream, token) => ListFile.WriteAsync(stream, list, form, token),
                    cancel
                );
                shell.WriteLine(Output.Words.Written(texts, parsed.GetValue(output)!, list.Totals.Total));
                if (list.Totals.HeldBack.Plots > 0)
                    shell.WriteLine(
                        texts.Fill("cli.list.held-back", name => Output.Words.Of(list.Totals.HeldBack, name))
                    );
                return Exit.Done;
            }
        );
        return command;
    }
}
