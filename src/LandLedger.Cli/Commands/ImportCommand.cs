using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Formats;
using LandLedger.Formats.Json;
using LandLedger.Import;
using LandLedger.Service;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger import FILE... --store PARK.gpkg</c></summary>
internal static class ImportCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = texts["cli.import.files"],
            Arity = ArgumentArity.OneOrMore,
        };
        UsageProblems.NoOptions(files, texts);
        var store = Asked.Store(texts);
        var layout = new Option<string?>("--layout") { Description = texts["cli.import.layout"], HelpName = "NAME" };
        var crs = Asked.Crs(texts);
        var county = Asked.County(texts, texts["cli.import.county"]);
        var keepGood = new Option<bool>("--keep-good") { Description = texts["cli.import.keep-good"] };
        var endAll = new Option<bool>("--end-all") { Description = texts["cli.import.end-all"] };
        var earlier = new Option<bool>("--earlier") { Description = texts["cli.import.earlier"] };
        var report = new Option<string?>("--report")
        {
            Description = texts["cli.import.report"],
            HelpName = "FILE.json",
        };
        var on = Asked.On(texts, shell.Today);
        var by = Asked.By(texts, shell.User);
        var why = new Option<string?>("--why") { Description = texts["cli.why"], HelpName = "TEXT" };
        var lang = Asked.Lang(texts);
        var command = new Command("import", texts["cli.import"])
        {
            files,
            store,
            layout,
            crs,
            county,
            keepGood,
            endAll,
            earlier,
            report,
            on,
            by,
            why,
            lang,
        };
        command.SetAction(
            (parsed, cancel) =>
            {
                var options = new ImportOptions
                {
                    On = parsed.GetValue(on) ?? shell.Today,
                    RecordedAt = shell.Clock.GetUtcNow(),
                    By = parsed.GetValue(by) ?? shell.User,
                    Why = parsed.GetValue(why),
                    Layout = LayoutOf(parsed.GetValue(layout), texts),
                    Crs = Asked.CrsOf(parsed.GetValue(crs), texts),
                    County = parsed.GetValue(county),
                    KeepGood = parsed.GetValue(keepGood),
                    EndAll = parsed.GetValue(endAll),
                    Earlier = parsed.GetValue(earlier),
                };
                if (parsed.GetValue(report) is { } reportPath && parsed.GetValue(layout) is { } layoutPath)
                    OutputPlace.Check(texts, reportPath, parsed.GetValue(store)!, [layoutPath]);
                return RunAsync(
                    shell,
                    texts,
                    parsed.GetValue(files)!,
                    parsed.GetValue(store)!,
                    options,
                    parsed.GetValue(report),
                    cancel
                );
            }
        );
        return command;
    }

    public static async Task<int> RunAsync(
        Shell shell,
        Texts texts,
        IReadOnlyList<string> paths,
        StorePlace place,
        ImportOptions options,
        string? reportPath,
        CancellationToken cancel
    )
    {
        if (paths.FirstOrDefault(path => !File.Exists(path)) is { } missing)
            throw new UsageException(
                texts.Fill(
                    Directory.Exists(missing) ? "cli.file.folder" : "cli.file.missing",
                    _ => StorePlace.Shown(missing)
                )
            );
        foreach (var path in paths)
            OutputPlace.CheckInput(texts, path, place);
        if (reportPath is not null)
            OutputPlace.Check(texts, reportPath, place, paths);
        if (Directory.Exists(reportPath))
            throw new UsageException(texts.Fill("cli.file.folder", _ => reportPath));
        var newStore = NewStore.Of(place, texts);
        ImportReport report;
        var files = paths
            .SelectMany(path => FileException.At(path, () => ImportFiles.Open([path], options.Crs)))
            .ToList();
        try
        {
            using var store = place.Open(StoreMode.Create);
            report = ImportProgressBar.Run(
                shell,
                texts,
                options,
                files,
                asked => Importer.Import(store, files, asked, cancel)
            );
        }
        finally
        {
            foreach (var part in files.SelectMany(file => file.Parts))
                part.Dispose();
        }
        newStore.Tell(shell, texts);
        ReportTable.Write(shell, texts, report, hasFile: reportPath is not null);
        if (reportPath is not null)
            await WriteReportAsync(shell, texts, reportPath, report, cancel);
        return report.Outcome == ImportOutcome.Refused || HasTakenNone(report) ? Exit.InputRefused : Exit.Done;
    }

    /// <summary>Whether all that was kept of the good is nothing: every record was refused.</summary>
    private static bool HasTakenNone(ImportReport report) =>
        report.Refused > 0
        && report is { Added: 0, Changed: 0, Same: 0, Ended: 0 }
        && report is { FirmsAdded: 0, FirmsChanged: 0, FirmsSame: 0, FirmsEnded: 0 };

    /// <summary>The import stands whether its report can be written or not, and so is told first.</summary>
    private static async Task WriteReportAsync(
        Shell shell,
        Texts texts,
        string path,
        ImportReport report,
        CancellationToken cancel
    )
    {
        try
        {
            await OutputFile.WriteAsync(
                path,
                (stream, token) => ImportReportJson.WriteAsync(stream, report, token),
                cancel
            );
        }
        catch (FileException)
        {
            if (report.Outcome != ImportOutcome.Refused)
                shell.Error.WriteLine(texts["cli.import.report-lost"]);
            throw;
        }
    }

    /// <summary>Asked before the import: a report that cannot be written must not leave a changed store behind an error.</summary>
    private static Layout? LayoutOf(string? asked, Texts texts)
    {
        if (asked is null)
            return null;
        if (Layouts.Find(asked) is { } known)
            return known;
        if (!File.Exists(asked))
        {
            var ids = string.Join(", ", Layouts.All.Select(layout => layout.Id));
            throw new UsageException(texts.Fill("cli.layout.unknown", name => name == "value" ? asked : ids));
        }
        using var file = FileException.At(asked, () => File.OpenRead(asked));
        try
        {
            return Layouts.Read(file);
        }
        catch (LayoutException e)
        {
            throw new UsageException(texts.Fill("cli.layout.refused", name => name == "value" ? asked : e.In(texts)));
        }
    }
}
