using System.Globalization;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Streams;
using Spectre.Console;

namespace LandLedger.Cli.Output;

/// <summary>
/// An evaluation of the park as tables: classes and measures with plots and mu, missing facts, then the plots that come first.
/// </summary>
internal static class EvaluationTable
{
    private const int MostPlots = 300;

    public static void Write(Shell shell, OpenPark park, Stretched<Evaluation> evaluations)
    {
        var summary = DisposalSummary.Of(evaluations, MostPlots);
        var page = new Page(shell);
        page.Line(Words.Basis(park));
        WriteSums(page, park.Texts, summary.Totals);
        WriteCases(page, park.Texts, summary.Totals);
        WriteFlags(page, park.Texts, summary.Totals);
        WriteMissing(page, park.Texts, summary.Totals);
        WriteNotJudged(page, park.Texts, summary.Totals);
        WritePlots(page, park.Texts, summary.First);
        if (summary.More > 0)
            page.Line(park.Texts.Fill("cli.table.more", _ => Number(summary.More)));
        page.Print();
    }

    private static void WriteSums(Page page, Texts texts, DisposalTotals totals)
    {
        var classes = new SumTable(texts, [texts["column.category"]]);
        foreach (var (category, sum) in totals.ByCategory)
            classes.Add([texts["category." + Codes.Of(category)]], sum);
        classes.Close(totals.Remainder(SumTable.Decimals), totals.Total);
        page.Add(classes.Table);
        var measures = new SumTable(texts, [texts["list.by-measure"]]);
        foreach (var (measure, sum) in totals.ByMeasure)
            measures.Add([Sentence.Of(measure.Kind, measure.IfCause, texts)], sum);
        page.Add(measures.Table);
    }

    /// <summary>What cases set, and what they hold off lists.</summary>
    private static void WriteCases(Page page, Texts texts, DisposalTotals totals)
    {
        if (totals.BySet.Count > 0)
        {
            var set = new SumTable(texts, [texts["list.by-set"]]);
            foreach (var (classes, sum) in totals.BySet)
                set.Add([CaseWords.Set(classes.Computed, classes.Set, texts)], sum);
            page.Add(set.Table);
        }
        if (totals.Held.Plots + totals.MayBeHeld.Plots == 0)
            return;
        var held = new SumTable(texts, [texts["column.cases"]]);
        if (totals.Held.Plots > 0)
            held.Add([texts["list.held"]], totals.Held);
        if (totals.MayBeHeld.Plots > 0)
            held.Add([texts["list.may-be-held"]], totals.MayBeHeld);
        page.Add(held.Table);
    }

    private static void WriteFlags(Page page, Texts texts, DisposalTotals totals)
    {
        if (totals.ByFlag.Count == 0)
            return;
        var flags = new SumTable(texts, [texts["list.by-flag"]]);
        foreach (var (flag, sum) in totals.ByFlag)
            flags.Add([texts["flag." + Codes.Of(flag)]], sum);
        page.Add(flags.Table);
    }

    private static void WriteMissing(Page page, Texts texts, DisposalTotals totals) =>
        WriteCounts(
            page,
            texts,
            "column.missing",
            totals.ByMissing.Select(missing => (Sentence.Needed(missing.Needed.Id, texts), missing.Plots))
        );

    private static void WriteNotJudged(Page page, Texts texts, DisposalTotals totals) =>
        WriteCounts(
            page,
            texts,
            "list.not-judged",
            totals.ByRuleNotJudged.Select(rule => (texts["rule." + rule.Rule], rule.Plots))
        );

    private static void WriteCounts(Page page, Texts texts, string title, IEnumerable<(string Name, int Plots)> counts)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(texts[title]);
        table.AddColumn(new TableColumn(texts["list.plots"]).RightAligned());
        foreach (var (name, plots) in counts)
            table.AddRow(Markup.Escape(name), Number(plots));
        if (table.Rows.Count > 0)
            page.Add(table);
    }

    private static void WritePlots(Page page, Texts texts, IEnumerable<Evaluation> evaluations)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in (string[])["plot", "zone", "category", "stated_mu", "measured_mu", "measures", "reason"])
            table.AddColumn(texts["column." + column]);
        foreach (var evaluation in evaluations)
        {
            var plot = evaluation.Plot;
            var open = evaluation.Measures.Where(measure => measure.IfCause is null);
            table.AddRow(
                Markup.Escape(plot.Number),
                Markup.Escape(plot.Zone ?? ""),
                Markup.Escape(CategoryOf(evaluation, texts)),
                Mu(plot.StatedArea, texts),
                Mu(plot.Measured?.Plane, texts),
                Markup.Escape(
                    string.Join(texts["list.comma"], open.Select(m => Sentence.Of(m.Kind, ifCause: null, texts)))
                ),
                Markup.Escape(Reason.Of(new(evaluation, texts)) ?? "")
            );
        }
        page.Add(table);
    }

    /// <summary>A plot in order that is late to start is told to be so, and one that a case keeps off lists.</summary>
    private static string CategoryOf(Evaluation evaluation, Texts texts)
    {
        var words = new List<string> { CaseWords.Class(evaluation, texts) };
        if (evaluation.Category == Category.InOrder && evaluation.Flags.HasFlag(PlotFlags.StartOverdue))
            words.Add(texts["flag." + Codes.Of(PlotFlags.StartOverdue)]);
        if (evaluation.Cases is { } cases && cases.IsHeld != false)
            words.Add(texts[cases.IsHeld == true ? "column.held" : "list.may-be-held.plot"]);
        return string.Join(texts["list.comma"], words);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Mu(Area? area, Texts texts) =>
        area?.ToMu(SumTable.Decimals).ToString("0.00", CultureInfo.InvariantCulture) ?? texts["cli.table.none"];
}
