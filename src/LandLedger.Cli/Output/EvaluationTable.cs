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
        WriteMissing(page, park.Texts, summary.Totals);
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
        var measures = new SumTable(texts, [texts["column.measures"]]);
        foreach (var (measure, sum) in totals.ByMeasure)
            measures.Add([Sentence.Of(measure.Kind, measure.IfCause, texts)], sum);
        page.Add(measures.Table);
    }

    private static void WriteMissing(Page page, Texts texts, DisposalTotals totals)
    {
        if (totals.ByMissing.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(texts["column.missing"]);
        table.AddColumn(new TableColumn(texts["list.plots"]).RightAligned());
        foreach (var (needed, plots) in totals.ByMissing)
            table.AddRow(Markup.Escape(Sentence.Needed(needed.Id, texts)), Number(plots));
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
                Markup.Escape(texts["category." + Codes.Of(evaluation.Category)]),
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

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Mu(Area? area, Texts texts) =>
        area?.ToMu(SumTable.Decimals).ToString("0.00", CultureInfo.InvariantCulture) ?? texts["cli.table.none"];
}
