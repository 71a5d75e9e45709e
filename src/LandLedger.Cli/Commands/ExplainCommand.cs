using System.CommandLine;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger explain PLOT --store S --as-of DATE</c></summary>
internal static class ExplainCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var plot = new Argument<string>("PLOT") { Description = texts["field.plot"] };
        UsageProblems.NoOptions(plot, texts);
        var store = Asked.Store(texts);
        var asOf = Asked.AsOf(texts);
        var rules = Asked.Rules(texts);
        var lang = Asked.Lang(texts);
        var command = new Command("explain", texts["cli.explain"]) { plot, store, asOf, rules, lang };
        command.SetAction(parsed =>
        {
            var set = Asked.RuleSetOf(parsed.GetValue(rules)!, texts);
            using var park = new OpenPark(shell, texts, parsed.GetValue(store)!, set, parsed.GetValue(asOf));
            var number = parsed.GetValue(plot)!;
            var evaluations = park.Find(number);
            if (evaluations.Count == 0)
                throw new UsageException(texts.Fill("cli.no-plot", _ => number));
            foreach (var evaluation in evaluations)
            {
                foreach (var line in Explanation.Of(evaluation, texts.Language).Lines)
                    shell.WriteLine(line);
            }
            return Exit.Done;
        });
        return command;
    }
}
