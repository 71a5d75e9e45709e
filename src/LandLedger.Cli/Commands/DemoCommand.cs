using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Disposal;
using LandLedger.Formats.Lists;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Rules;
using LandLedger.Service;

namespace LandLedger.Cli.Commands;

/// <summary>
/// <c>landledger demo</c>: the main job on the sample park. Imports its files, judges the plots as of the stated day, prints what
/// came out, writes lists and maps, and serves them.
/// </summary>
internal static class DemoCommand
{
    private static readonly DateOnly StatedDay = new(2026, 6, 30);

    public static Command Of(Shell shell, Texts texts)
    {
        var folder = new Option<string>("--out")
        {
            Description = texts["cli.demo.out"],
            HelpName = "DIR",
            DefaultValueFactory = _ => "demo-out",
        };
        var noServe = new Option<bool>("--no-serve") { Description = texts["cli.demo.no-serve"] };
        var urls = Asked.Urls(texts, "http://127.0.0.1:5080");
        var lang = Asked.Lang(texts);
        var command = new Command("demo", texts["cli.demo"]) { folder, noServe, urls, lang };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var asked = parsed.GetValue(folder)!;
                var output = FileException.At(asked, () => EmptyPlace(asked, texts));
                var store = Path.Combine(output, "park.gpkg");
                var rules = RuleSets.Find("default")!;
                if (await ImportAsync(shell, texts, store, output, cancel) is var refused and not Exit.Done)
                    return refused;
                await WriteAsync(shell, texts, store, rules, output, cancel);
                if (!parsed.GetValue(noServe))
                    await ServeCommand.RunAsync(
                        shell,
                        texts,
                        new()
                        {
                            Store = store,
                            Urls = parsed.GetValue(urls)!,
                            Rules = rules,
                            Texts = texts,
                        },
                        cancel
                    );
                return Exit.Done;
            }
        );
        return command;
    }

    /// <summary>The folder, made if need be, without the store of an earlier demo.</summary>
    /// <exception cref="UsageException">The store there is not of a demo.</exception>
    private static string EmptyPlace(string folder, Texts texts)
    {
        var output = Directory.CreateDirectory(folder).FullName;
        var store = Path.Combine(output, "park.gpkg");
        if (File.Exists(store) && !IsOfDemo(store))
            throw new UsageException(texts.Fill("cli.demo.taken", _ => store));
        foreach (var end in OutputPlace.StoreEnds)
            File.Delete(store + end);
        return output;
    }

    /// <summary>Whether nothing but files of the sample park was ever imported into a store.</summary>
    private static bool IsOfDemo(string path)
    {
        var names = SampleFiles().Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        try
        {
            using var store = GeoPackageStore.Open(path, StoreMode.Read);
            return store.Imports().All(import => import.Sources.All(source => names.Contains(source.Name)));
        }
        catch (StoreException)
        {
            return false;
        }
    }

    private static List<string> SampleFiles()
    {
        string[] kinds = [".txt", ".xlsx"];
        return
        [
            .. Directory
                .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "park"))
                .Where(file => kinds.Contains(Path.GetExtension(file)))
                .OrderBy(file => Array.IndexOf(kinds, Path.GetExtension(file)))
                .ThenBy(file => file, StringComparer.Ordinal),
        ];
    }

    private static Task<int> ImportAsync(
        Shell shell,
        Texts texts,
        StorePlace store,
        string output,
        CancellationToken cancel
    )
    {
        var options = new ImportOptions
        {
            On = StatedDay,
            By = shell.User,
            RecordedAt = shell.Clock.GetUtcNow(),
            KeepGood = true,
        };
        var report = Path.Combine(output, "import.json");
        return ImportCommand.RunAsync(shell, texts, SampleFiles(), store, options, report, cancel);
    }

    private static async Task WriteAsync(
        Shell shell,
        Texts texts,
        StorePlace place,
        RuleSet rules,
        string output,
        CancellationToken cancel
    )
    {
        using var park = new OpenPark(shell, texts, place, rules, StatedDay);
        var evaluations = park.Evaluations(shapes: false, toFile: true, KeptFindings.Reasons);
        EvaluationTable.Write(shell, park, evaluations);
        var list = DisposalList.Of(evaluations, park.Basis, texts, []);
        foreach (var form in (ListForm[])[ListForm.Xlsx, ListForm.Csv])
        {
            var file = Path.Combine(output, texts["demo.list"] + "." + form.ToString().ToLowerInvariant());
            await OutputFile.WriteAsync(
                file,
                (stream, token) => ListFile.WriteAsync(stream, list, form, token),
                cancel
            );
            shell.WriteLine(Words.Written(texts, file, list.Totals.Total));
        }
        foreach (var format in (string[])["geojson", "gpkg"])
        {
            var file = Path.Combine(output, texts["demo.map"] + "." + format);
            var plots = await MapCommand.WriteAsync(park, format, file, cancel);
            shell.WriteLine(Words.Written(texts, file, plots));
        }
    }
}
