using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger verify --store S [--head NUMBER:HASH]</c>: whether the ledger is whole, and the store what it says.</summary>
internal static class VerifyCommand
{
    /// <summary>Beyond so many faults they are only counted.</summary>
    private const int MostListed = 100;

    public static Command Of(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var head = new Option<string?>("--head") { Description = texts["cli.verify.head"], HelpName = "NUMBER:HASH" };
        var lang = Asked.Lang(texts);
        var command = new Command("verify", texts["cli.verify"]) { store, head, lang };
        command.SetAction(parsed =>
        {
            var kept = HeadOf(parsed.GetValue(head), texts);
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Read);
            return Run(shell, texts, opened, kept);
        });
        return command;
    }

    private static int Run(Shell shell, Texts texts, IPlotStore store, LedgerHead? kept)
    {
        var last = LedgerHead.None;
        long found = 0;
        var faults = LedgerCheck
            .Faults(store.Ledger, kept, (_, head) => last = head)
            .Concat(ProjectionCheck.Faults(store));
        foreach (var fault in faults)
        {
            if (found++ < MostListed)
                shell.WriteLine(Words.Of(texts, fault));
        }
        if (found > MostListed)
            shell.WriteLine(texts.Fill("cli.verify.more", _ => Words.Count(found - MostListed)));
        shell.WriteLine(texts.Fill(found == 0 ? "cli.verify.whole" : "cli.verify.faults", Told));
        return found == 0 ? Exit.Done : Exit.StoreOrDisk;

        string Told(string name) =>
            name switch
            {
                "faults" => Words.Count(found),
                "entries" => Words.Count(last.Number),
                _ => last.ToString(),
            };
    }

    private static LedgerHead? HeadOf(string? asked, Texts texts)
    {
        if (asked is null)
            return null;
        return LedgerHead.Parse(asked) ?? throw new UsageException(texts.Fill("cli.verify.no-head", _ => asked));
    }
}
