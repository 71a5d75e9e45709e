using System.CommandLine;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger explain PLOT --store S --as-of DATE [--county CODE]</c></summary>
internal static class ExplainCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var plot = new Argument<string>("PLOT") { Description = texts["field.plot"] };
        UsageProblems.NoOptions(plot, texts);
        var store = Asked.Store(texts);
        var asOf = Asked.AsOf(texts);
        var county = Asked.County(texts, texts["cli.explain.county"]);
        var rules = Asked.Rules(texts);
        var recorded = Asked.Recorded(texts, shell.Clock);
        var lang = Asked.Lang(texts);
        var command = new Command("explain", texts["cli.explain"]) { plot, store, asOf, county, rules, recorded, lang };
        command.SetAction(parsed =>
        {
            using var park = OpenPark.Of(shell, texts, parsed, store, rules, asOf, recorded);
            var evaluation = park.Only(parsed.GetValue(plot)!, parsed.GetValue(county));
            foreach (var line in Explanation.Of(evaluation, texts.Language).Lines)
                shell.WriteLine(line);
            return Exit.Done;
        });
        return command;
    }
}
