using System.CommandLine;
using LandLedger.Cli.Commands;
using LandLedger.Import;

namespace LandLedger.Cli;

/// <summary>The commands of <c>landledger</c>, and the one place where trouble becomes an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, Shell shell)
    {
        var texts = LanguageOf(args);
        var parsed = Root(shell, texts).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                shell.Error.WriteLine(error.Message);
            shell.Error.WriteLine(texts["cli.usage"]);
            return Exit.WrongUsage;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException e)
        {
            shell.Error.WriteLine(e.Message);
            return Exit.WrongUsage;
        }
        catch (StoreException e)
        {
            shell.Error.WriteLine(e.In(texts));
            return Exit.StoreOrDisk;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            shell.Error.WriteLine(texts.Fill("cli.disk", _ => e.Message));
            return Exit.StoreOrDisk;
        }
        catch (OperationCanceledException)
        {
            shell.Error.WriteLine(texts["cli.cancelled"]);
            return Exit.Cancelled;
        }
        catch (Exception e) when (Environment.GetEnvironmentVariable("LANDLEDGER_TRACE") is null)
        {
            shell.Error.WriteLine(texts.Fill("cli.bug", _ => $"{e.GetType().Name}: {e.Message}"));
            return Exit.StoreOrDisk;
        }
    }

    private static RootCommand Root(Shell shell, Texts texts) =>
        new(texts["cli.root"])
        {
            ImportCommand.Of(shell, texts),
            CheckCommand.Of(shell, texts),
            EvaluateCommand.Of(shell, texts),
            ExplainCommand.Of(shell, texts),
            ListCommand.Of(shell, texts),
            MapCommand.Of(shell, texts),
            AcreageCommand.Of(shell, texts),
            ServeCommand.Of(shell, texts),
            DemoCommand.Of(shell, texts),
        };

    /// <summary>Help and errors are in the language asked for too: --lang, else LANDLEDGER_LANG, else Chinese.</summary>
    private static Texts LanguageOf(string[] args)
    {
        var at = Array.IndexOf(args, "--lang");
        var asked =
            at >= 0 && at + 1 < args.Length ? args[at + 1] : Environment.GetEnvironmentVariable("LANDLEDGER_LANG");
        return asked == "en" ? Texts.English : Texts.Chinese;
    }
}
