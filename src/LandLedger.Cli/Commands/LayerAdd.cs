using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Formats;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Layers;
using LandLedger.Service;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger layer add NAME FILE --store PARK.gpkg</c></summary>
internal static class LayerAdd
{
    public static Command Of(Shell shell, Texts texts)
    {
        var name = LayerCommand.Name(texts);
        var file = new Argument<string>("FILE") { Description = texts["cli.layer.file"] };
        UsageProblems.NoOptions(file, texts);
        var store = Asked.Store(texts);
        var table = new Option<string?>("--table") { Description = texts["cli.layer.table"], HelpName = "TABLE" };
        var title = new Option<string?>("--title") { Description = texts["cli.layer.title"], HelpName = "TEXT" };
        var crs = Asked.Crs(texts);
        var keepGood = new Option<bool>("--keep-good") { Description = texts["cli.layer.keep-good"] };
        var lang = Asked.Lang(texts);
        var command = new Command("add", texts["cli.layer.add"])
        {
            name,
            file,
            store,
            table,
            title,
            crs,
            keepGood,
            lang,
        };
        command.SetAction(
            (parsed, cancel) =>
            {
                var options = new LayerOptions
                {
                    Name = Checked(parsed.GetValue(name)!, texts),
                    Title = parsed.GetValue(title),
                    Crs = Asked.CrsOf(parsed.GetValue(crs), texts),
                    KeepGood = parsed.GetValue(keepGood),
                    RecordedAt = shell.Clock.GetUtcNow(),
                };
                var place = parsed.GetValue(store)!;
                var newStore = NewStore.Of(place, texts);
                var report = Add(texts, parsed.GetValue(file)!, parsed.GetValue(table), place, options, cancel);
                newStore.Tell(shell, texts);
                LayerTable.Write(shell, texts, report);
                return Task.FromResult(report.Outcome == ImportOutcome.Refused ? Exit.InputRefused : Exit.Done);
            }
        );
        return command;
    }

    private static LayerReport Add(
        Texts texts,
        string path,
        string? table,
        StorePlace place,
        LayerOptions options,
        CancellationToken cancel
    )
    {
        if (!File.Exists(path))
            throw new UsageException(
                texts.Fill(Directory.Exists(path) ? "cli.file.folder" : "cli.file.missing", _ => StorePlace.Shown(path))
            );
        OutputPlace.CheckInput(texts, path, place);
        using var file = FileException.At(path, () => LayerFile.Open(path, table, options.Crs));
        using var store = place.Open(StoreMode.Create);
        return LayerImporter.Add(store, options, file, cancel);
    }

    private static string Checked(string name, Texts texts)
    {
        if (!LayerName.IsWellFormed(name))
            throw new UsageException(
                texts.Fill("cli.layer.name.wrong", place => place == "value" ? name : $"{LayerName.Longest}")
            );
        return LayerName.Taken.Contains(name)
            ? throw new UsageException(texts.Fill("cli.layer.name.taken", _ => name))
            : name;
    }
}
