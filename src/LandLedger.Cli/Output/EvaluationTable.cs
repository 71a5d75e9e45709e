using System.Globalization;
using LandLedger.Disposal;
using LandLedger.Fields;
using Spectre.Console;

namespace LandLedger.Cli.Output;

/// <summary>
/// An evaluation of the park as tables: classes and measures with plots and mu, missing facts, then the plots. Of the plots only
/// those that are printed are kept, however many come.
/// </summary>
internal static class EvaluationTable
{
    private const int MostPlots = 300;

    private static readonly Comparer<Evaluation> LastFirst = Comparer<Evaluation>.Create(
        (left, right) => DisposalOrder.Instance.Compare(right, left)
    );

    public static void Write(Shell shell, OpenPark park, IEnumerable<Evaluation> evaluations)
    {
        var totals = new DisposalTotals();
        var first = new PriorityQueue<Evaluation, Evaluation>(LastFirst);
        var more = 0;
        foreach (var evaluation in evaluations)
        {
            totals.Add(evaluation);
            if (evaluation.Category == Category.InOrder)
                continue;
            first.Enqueue(evaluation, evaluation);
            if (first.Count <= MostPlots)
                continue;
            first.Dequeue();
            more++;
        }
        var page = new Page(shell);
        page.Line(Words.Basis(park));
        WriteSums(page, park.Texts, totals);
        WriteMissing(page, park.Texts, totals);
        var rows = first.UnorderedItems.Select(item => item.Element).Order(DisposalOrder.Instance);
        WritePlots(page, park.Texts, rows);
        if (more > 0)
            page.Line(park.Texts.Fill("cli.table.more", _ => Number(more)));
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
