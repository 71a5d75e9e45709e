using System.CommandLine;
using LandLedger.Formats.PlotFiles;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger file PLOT --store S --as-of DATE [--county CODE] --format html|docx -o FILE</c></summary>
internal static class FileCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var plot = new Argument<string>("PLOT") { Description = texts["field.plot"] };
        UsageProblems.NoOptions(plot, texts);
        var store = Asked.Store(texts);
        var asOf = Asked.AsOf(texts);
        var county = Asked.County(texts, texts["cli.explain.county"]);
        var rules = Asked.Rules(texts);
        var recorded = Asked.Recorded(texts, shell.Clock);
        var format = Asked.Format(texts, "html", "docx");
        var output = Asked.Output(texts);
        var lang = Asked.Lang(texts);
        var command = new Command("file", texts["cli.file"])
        {
            plot,
            store,
            asOf,
            county,
            rules,
            recorded,
            format,
            output,
            lang,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                OutputPlace.Check(texts, parsed.GetValue(output)!, parsed.GetValue(store)!, [parsed.GetValue(rules)!]);
                using var park = OpenPark.Of(shell, texts, parsed, store, rules, asOf, recorded);
                var evaluation = park.Only(parsed.GetValue(plot)!, parsed.GetValue(county));
                var form = Enum.Parse<PlotFileForm>(parsed.GetValue(format)!, ignoreCase: true);
                var bytes = park.File(evaluation, form);
                await OutputFile.WriteAsync(
                    parsed.GetValue(output)!,
                    (stream, token) => stream.WriteAsync(bytes, token).AsTask(),
                    cancel
                );
                shell.WriteLine(texts.Fill("cli.file.written", _ => parsed.GetValue(output)));
                return Exit.Done;
            }
        );
        return command;
    }
}
