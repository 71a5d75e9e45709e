using LandLedger.Import;
using Spectre.Console;

namespace LandLedger.Cli.Output;

/// <summary>A bar a file on a terminal, nothing elsewhere.</summary>
internal static class ImportProgressBar
{
    public static ImportReport Run(
        Shell shell,
        Texts texts,
        ImportOptions options,
        IReadOnlyList<ImportFile> files,
        Func<ImportOptions, ImportReport> import
    )
    {
        if (!shell.ErrorIsTerminal)
            return import(options);
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(shell.Error) });
        return console
            .Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .Start(context =>
            {
                var bars = files
                    .SelectMany(file => file.Parts)
                    .GroupBy(part => part.Name, StringComparer.Ordinal)
                    .ToDictionary(
                        part => part.Key,
                        part => context.AddTask(Markup.Escape(part.Key)),
                        StringComparer.Ordinal
                    );
                var progress = new Bars(bars);
                return import(options with { Progress = progress });
            });
    }

    private sealed class Bars(Dictionary<string, ProgressTask> bars) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (bars.TryGetValue(value.File, out var bar))
                bar.Value = value.Share * 100;
        }
    }
}
