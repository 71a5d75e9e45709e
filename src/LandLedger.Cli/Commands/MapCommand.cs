using System.CommandLine;
using LandLedger.Disposal;
using LandLedger.Formats.Map;
using LandLedger.GeoPackage;
using LandLedger.Import;
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
        var format = Asked.Format(texts, "geojson", "gpkg");
        var output = Asked.Output(texts);
        var lang = Asked.Lang(texts);
        var command = new Command("map", texts["cli.map"]) { store, asOf, rules, format, output, lang };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var set = Asked.RuleSetOf(parsed.GetValue(rules)!, texts);
                using var opened = GeoPackageStore.Open(parsed.GetValue(store)!, StoreMode.Read);
                var day = parsed.GetValue(asOf);
                var path = parsed.GetValue(output)!;
                var plots = await WriteAsync(
                    opened,
                    Path.GetFileName(parsed.GetValue(store)!),
                    set,
                    day,
                    texts,
                    parsed.GetValue(format)!,
                    path,
                    cancel
                );
                shell.WriteLine(Output.Words.Written(texts, path, plots));
                return Exit.Done;
            }
        );
        return command;
    }

    public static async Task<long> WriteAsync(
        GeoPackageStore store,
        string data,
        RuleSet rules,
        DateOnly asOf,
        Texts texts,
        string format,
        string path,
        CancellationToken cancel
    )
    {
        var evaluations = ParkEvaluation.Of(store, rules, asOf, new PlotQuery { Shapes = true });
        var basis = ListBasis.Of(rules, asOf, data);
        long plots = 0;
        if (format == "gpkg")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            plots = GeoPackageMap.Write(path, evaluations, basis, texts, cancel);
        }
        else
        {
            await OutputFile.WriteAsync(
                path,
                async (stream, token) =>
                    plots = await GeoJsonMap.WriteAsync(stream, evaluations, basis, new() { Texts = texts }, token),
                cancel
            );
        }
        return plots;
    }
}
