using System.CommandLine;
using LandLedger.Import;

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
        var lang = Asked.Lang(texts);
        var command = new Command("explain", texts["cli.explain"]) { plot, store, asOf, county, rules, lang };
        command.SetAction(parsed =>
        {
            var set = Asked.RuleSetOf(parsed.GetValue(rules)!, texts);
            using var park = new OpenPark(shell, texts, parsed.GetValue(store)!, set, parsed.GetValue(asOf));
            var evaluation = Only(park, parsed.GetValue(plot)!, parsed.GetValue(county), texts);
            foreach (var line in Explanation.Of(evaluation, texts.Language).Lines)
                shell.WriteLine(line);
            return Exit.Done;
        });
        return command;
    }

    /// <summary>The one plot that is meant; which of several is not for us to choose.</summary>
    private static Evaluation Only(OpenPark park, string number, string? county, Texts texts)
    {
        var all = park.Find(number);
        var meant = county is null ? all : [.. all.Where(evaluation => evaluation.Plot.County == county)];
        if (meant is [var only])
            return only;
        var counties = string.Join(texts["list.comma"], all.Select(evaluation => County(evaluation.Plot, texts)));
        throw new UsageException(
            all.Count == 0
                ? texts.Fill("cli.no-plot", _ => number)
                : texts.Fill(
                    meant.Count == 0 ? "cli.plot-elsewhere" : "cli.plot-ambiguous",
                    place =>
                        place switch
                        {
                            "value" => number,
                            "county" => county,
                            _ => counties,
                        }
                )
        );
    }

    /// <summary>Its code; a plot without one is named as its id names it, by which it can be asked for.</summary>
    private static string County(Plot plot, Texts texts) =>
        plot.County.Length > 0
            ? plot.County
            : texts.Fill("cli.plot-no-county", _ => new PlotKey(plot.County, plot.Number).ToString());
}
