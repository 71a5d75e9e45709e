using System.CommandLine;
using System.CommandLine.Help;
using LandLedger.Cli.Commands;
using LandLedger.Cli.Commands.Cases;
using LandLedger.Cli.Commands.Issued;
using LandLedger.Cli.Commands.Tokens;
using LandLedger.Import;

namespace LandLedger.Cli;

/// <summary>The commands of <c>landledger</c>, and the one place where trouble becomes an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, Shell shell)
    {
        var texts = LanguageOf(args);
        var parsed = Root(shell, texts).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in UsageProblems.Of(parsed, texts))
                shell.Error.WriteLine(problem);
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
        catch (FileException e)
        {
            shell.Error.WriteLine(e.In(texts));
            return Exit.StoreOrDisk;
        }
        catch (Exception e) when (FileException.IsTrouble(e))
        {
            shell.Error.WriteLine(new FileException(texts["cli.file.stream"], e).In(texts));
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

    private static RootCommand Root(Shell shell, Texts texts)
    {
        var root = new RootCommand(texts["cli.root"])
        {
            ImportCommand.Of(shell, texts),
            LayerCommand.Of(shell, texts),
            CheckCommand.Of(shell, texts),
            HistoryCommand.Of(shell, texts),
            ClassesCommand.Of(shell, texts),
            LedgerCommand.Of(shell, texts),
            VerifyCommand.Of(shell, texts),
            EvaluateCommand.Of(shell, texts),
            DiffCommand.Of(shell, texts),
            ExplainCommand.Of(shell, texts),
            FileCommand.Of(shell, texts),
            ListCommand.Of(shell, texts),
            FormCommand.Of(shell, texts),
            IssueListCommand.Of(shell, texts),
            IssuedCommand.Of(shell, texts),
            MapCommand.Of(shell, texts),
            AcreageCommand.Of(shell, texts),
            AppraiseCommand.Of(shell, texts),
            ChargesCommand.Of(shell, texts),
            CaseCommand.Of(shell, texts),
            ProgressCommand.Of(shell, texts),
            TokenCommand.Of(shell, texts),
            ServeCommand.Of(shell, texts),
            DemoCommand.Of(shell, texts),
        };
        StoreOption.Complete(root);
        foreach (var option in root.Options)
        {
            option.Description = texts[option is VersionOption ? "cli.version" : "cli.help"];
            if (option is HelpOption help)
                help.Action = new HelpText(shell, texts);
        }
        return root;
    }

    /// <summary>Help and errors are in the language asked for too: --lang, else LANDLEDGER_LANG, else Chinese.</summary>
    private static Texts LanguageOf(string[] args)
    {
        var at = Array.IndexOf(args, "--lang");
        var asked =
            at >= 0 && at + 1 < args.Length ? args[at + 1] : Environment.GetEnvironmentVariable("LANDLEDGER_LANG");
        return asked == "en" ? Texts.English : Texts.Chinese;
    }
}
