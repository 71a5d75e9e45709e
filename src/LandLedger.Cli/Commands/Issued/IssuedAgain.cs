using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Import;
using LandLedger.Issuing;

namespace LandLedger.Cli.Commands.Issued;

/// <summary>
/// <c>landledger issued again NUMBER [--rules PACKAGE] --store S</c>: judges the plots again by what was known when the list was issued and by the rules of
/// then, and says whether the same rows come of it.
/// </summary>
internal static class IssuedAgain
{
    public static Command Of(Shell shell, Texts texts)
    {
        var number = IssuedCommand.Number(texts);
        var store = Asked.Store(texts);
        var rules = Asked.Text("--rules", texts["cli.issued.again.rules"], "PACKAGE");
        var lang = Asked.Lang(texts);
        var command = new Command("again", texts["cli.issued.again"]) { number, store, rules, lang };
        command.SetAction(parsed =>
        {
            var atHand = parsed.GetValue(rules) is { } asked ? Asked.RuleSetOf(asked, texts) : null;
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Read);
            if (IssuedCommand.Find(shell, texts, opened, parsed.GetValue(number)) is not { } list)
                return Exit.InputRefused;
            var (again, refusal) = ListAgain.Of(opened, list, atHand);
            if (again is null)
            {
                shell.Error.WriteLine(refusal!.In(texts.Language));
                return Exit.InputRefused;
            }
            shell.WriteLine(Told(texts, "cli.issued.again.by", list, again));
            if (list.Rules is null)
                shell.WriteLine(texts["cli.issued.again.untold"]);
            shell.WriteLine(
                Told(texts, again.Differs is null ? "cli.issued.again.same" : "cli.issued.again.differs", list, again)
            );
            return again.Differs is null ? Exit.Done : Exit.InputRefused;
        });
        return command;
    }

    private static string Told(Texts texts, string key, IssuedList list, ListAgain again) =>
        texts.Fill(
            key,
            name =>
                name switch
                {
                    "number" => list.Number.ToString(),
                    "rules" => again.Rules.Text.Name,
                    "digest" => again.Rules.Text.Digest,
                    "entry" => Words.Count(list.Facts.Number),
                    "asOf" => Words.Day(list.AsOf),
                    "rows" => Words.Count(again.Rows),
                    "issued" => Words.Count(list.Rows),
                    _ => again.Differs is { } row ? Words.Count(row) : null,
                }
        );
}
