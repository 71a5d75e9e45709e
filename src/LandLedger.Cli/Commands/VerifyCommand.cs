using System.CommandLine;
using LandLedger.Cases;
using LandLedger.Cli.Output;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Office;
using LandLedger.Rules;

namespace LandLedger.Cli.Commands;

/// <summary>
/// <c>landledger verify --store S [--head NUMBER:HASH] [--rules PACKAGE ...]</c>: whether the ledger is whole, the store what it says, and the rules at hand
/// what was decided by.
/// </summary>
internal static class VerifyCommand
{
    /// <summary>Beyond so many faults they are only counted.</summary>
    private const int MostListed = 100;

    public static Command Of(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var head = new Option<string?>("--head") { Description = texts["cli.verify.head"], HelpName = "NUMBER:HASH" };
        var rules = new Option<string[]>("--rules") { Description = texts["cli.verify.rules"], HelpName = "PACKAGE" };
        var lang = Asked.Lang(texts);
        var command = new Command("verify", texts["cli.verify"]) { store, head, rules, lang };
        command.SetAction(parsed =>
        {
            var kept = HeadOf(parsed.GetValue(head), texts);
            var own = parsed.GetValue(rules)!.Select(asked => Asked.RuleSetOf(asked, texts)).ToList();
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Read);
            return Run(shell, texts, opened, kept, own);
        });
        return command;
    }

    private static int Run(Shell shell, Texts texts, IPlotStore store, LedgerHead? kept, IReadOnlyList<RuleSet> own)
    {
        var last = LedgerHead.None;
        long found = 0;
        var faults = LedgerCheck
            .Faults(store.Ledger, kept, (_, head) => last = head)
            .Concat(ProjectionCheck.Faults(store));
        var (notKept, untold) = RuleCheck.Of(store.Ledger);
        var others = RuleCheck.Others(store, own).ToList();
        foreach (var fault in faults.Concat(notKept).Concat(FileCheck.Faults(store)))
        {
            if (found++ < MostListed)
                shell.WriteLine(Words.Of(texts, fault));
        }
        if (found > MostListed)
            shell.WriteLine(texts.Fill("cli.verify.more", _ => Words.Count(found - MostListed)));
        shell.WriteLine(texts.Fill(found == 0 ? "cli.verify.whole" : "cli.verify.faults", Told));
        if (untold > 0)
            shell.WriteLine(texts.Fill("cli.verify.untold", _ => Words.Count(untold)));
        foreach (var other in others)
            shell.WriteLine(Words.Of(texts, other));
        foreach (var other in RuleCheck.OtherCalendars(store.Ledger, OfficeBook.CalendarOf(store.Ledger)))
            shell.WriteLine(Words.Of(texts, other));
        shell.WriteLine(texts["cli.verify.not-derived"]);
        return found > 0 ? Exit.StoreOrDisk
            : others.Count > 0 ? Exit.InputRefused
            : Exit.Done;

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
