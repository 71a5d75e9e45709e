using System.CommandLine;
using LandLedger.Formats.Map;
using LandLedger.Rules;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger map --store S --as-of DATE --format geojson|gpkg -o FILE</c></summary>
internal static class MapCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var asOf = Asked.AsOf(texts);
        var rules = Asked.Rules(texts);
        var recorded = Asked.Recorded(texts, shell.Clock);
        var format = Asked.Format(texts, "geojson", "gpkg");
        var output = Asked.Output(texts);
        var lang = Asked.Lang(texts);
        var command = new Command("map", texts["cli.map"]) { store, asOf, rules, recorded, format, output, lang };
        command.SetAction(
            async (parsed, cancel) =>
            {
                OutputPlace.Check(texts, parsed.GetValue(output)!, parsed.GetValue(store)!, [parsed.GetValue(rules)!]);
                using var park = OpenPark.Of(shell, texts, parsed, store, rules, asOf, recorded);
                var path = parsed.GetValue(output)!;
                var plots = await WriteAsync(park, parsed.GetValue(format)!, path, cancel);
                shell.WriteLine(Output.Words.Written(texts, path, plots));
                return Exit.Done;
            }
        );
        return command;
    }

    public static async Task<long> WriteAsync(OpenPark park, string format, string path, CancellationToken cancel)
    {
        var evaluations = park.Evaluations(shapes: true, toFile: true, KeptFindings.Reasons);
        long plots = 0;
        if (format == "gpkg")
        {
            if (OutputFile.IsDevice(path))
                throw new UsageException(park.Texts.Fill("cli.output.device", _ => path));
            plots = FileException.At(
                path,
                () => GeoPackageMap.Write(path, evaluations, park.Basis, park.Texts, cancel)
            );
        }
        else
        {
            await OutputFile.WriteAsync(
                path,
                async (stream, token) =>
                    plots = await GeoJsonMap.WriteAsync(
                        stream,
                        evaluations,
                        park.Basis,
                        new() { Texts = park.Texts },
                        token
                    ),
                cancel
            );
        }
        return plots;
    }
}
