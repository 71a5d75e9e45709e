using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Disposal;
using LandLedger.Formats.Lists;
using LandLedger.Import;
using LandLedger.Issuing;
using LandLedger.Rules;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger issue-list --store S --as-of DATE</c>: freezes a disposal list under the next number of the year.</summary>
internal static class IssueListCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var asOf = Asked.AsOf(texts);
        var rules = Asked.Rules(texts);
        var categories = Asked.Categories(texts);
        var by = Asked.By(texts, shell.User);
        var reason = Asked.Text("--reason", texts["cli.issued.reason"], "TEXT");
        var document = Asked.Text("--document", texts["cli.issued.document"], "NUMBER");
        var key = Asked.Text("--key", texts["cli.issued.key"], "KEY");
        var lang = Asked.Lang(texts);
        var command = new Command("issue-list", texts["cli.issue-list"])
        {
            store,
            asOf,
            rules,
            categories,
            by,
            reason,
            document,
            key,
            lang,
        };
        command.SetAction(parsed =>
        {
            var place = parsed.GetValue(store)!;
            var asked = Asked.CategoriesOf(parsed.GetValue(categories)!);
            using var opened = place.Open(StoreMode.Write);
            var set = AskedRules.OfNow(parsed.GetValue(rules)!, opened.Ledger, texts);
            var (list, refusal) = new ListBook(opened).Issue(
                new()
                {
                    Categories = [.. asked.Order()],
                    Who = parsed.GetValue(by) ?? shell.User,
                    Reason = parsed.GetValue(reason),
                    Document = parsed.GetValue(document),
                    Judge = () =>
                    {
                        using var park = new OpenPark(shell, texts, place, set, parsed.GetValue(asOf));
                        var judged = park.Evaluations(shapes: true, toFile: true, KeptFindings.None);
                        return DisposalList.Of(judged, park.Basis, texts, asked);
                    },
                    Digests = ListFile.Digests,
                },
                new() { At = shell.Clock.GetLocalNow(), Key = parsed.GetValue(key) }
            );
            var exit = IssuedPage.Tell(shell, texts, "cli.issued.issued", list, refusal);
            if (list is not null)
                IssuedPage.HeldBack(shell, texts, list);
            return exit;
        });
        return command;
    }
}
