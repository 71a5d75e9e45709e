using System.Globalization;
using LandLedger.Disposal;
using LandLedger.Fields;
using Spectre.Console;

namespace LandLedger.Cli.Output;

/// <summary>An evaluation of the park as tables: classes and measures with plots and mu, missing facts, then the plots.</summary>
internal static class EvaluationTable
{
    private const int MostPlots = 300;

    public static void Write(Shell shell, OpenPark park, IEnumerable<Evaluation> evaluations)
    {
        var texts = park.Texts;
        var list = DisposalList.Of(evaluations, park.Basis, texts);
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(
            new()
            {
                Out = new AnsiConsoleOutput(output),
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
            }
        );
        console.Profile.Width = shell.OutIsTerminal ? Math.Max(80, Console.WindowWidth) : 160;
        output.WriteLine(texts.Fill("cli.basis", name => Basis(name, park)));
        WriteSums(console, texts, list);
        WriteMissing(console, texts, list);
        WritePlots(console, output, texts, list);
        shell.WriteLine(output.ToString().TrimEnd());
    }

    private static void WriteSums(IAnsiConsole console, Texts texts, DisposalList list)
    {
        var classes = new SumTable(texts, texts["column.category"]);
        foreach (var (category, sum) in list.ByCategory)
            classes.Add([texts["category." + Codes.Of(category)]], sum);
        classes.Close(list.Remainder(2), list.Total);
        console.Write(classes.Table);
        var measures = new SumTable(texts, texts["column.measures"]);
        foreach (var (measure, sum) in list.ByMeasure)
            measures.Add([Sentence.Of(measure.Kind, measure.IfCause, texts)], sum);
        console.Write(measures.Table);
    }

    private static void WriteMissing(IAnsiConsole console, Texts texts, DisposalList list)
    {
        var missing = list
            .Rows.SelectMany(row => row.Evaluation.Missing)
            .GroupBy(field => field)
            .OrderByDescending(group => group.Count())
            .ToList();
        if (missing.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(texts["column.missing"]);
        table.AddColumn(new TableColumn(texts["list.plots"]).RightAligned());
        foreach (var field in missing)
            table.AddRow(Markup.Escape(texts["field." + field.Key.Id]), Number(field.Count()));
        console.Write(table);
    }

    private static void WritePlots(IAnsiConsole console, StringWriter output, Texts texts, DisposalList list)
    {
        var rows = list.Rows.Where(row => row.Evaluation.Category != Category.InOrder).ToList();
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in (string[])["plot", "zone", "category", "stated_mu", "measured_mu", "measures", "reason"])
            table.AddColumn(texts["column." + column]);
        foreach (var row in rows.Take(MostPlots))
        {
            var evaluation = row.Evaluation;
            table.AddRow(
                Markup.Escape(row.Plot.Number),
                Markup.Escape(row.Plot.Zone ?? ""),
                Markup.Escape(texts["category." + Codes.Of(evaluation.Category)]),
                Mu(row.Plot.StatedArea, texts),
                Mu(row.Plot.Measured?.Plane, texts),
                Markup.Escape(
                    string.Join(
                        texts["list.comma"],
                        evaluation.Measures.Where(m => m.IfCause is null).Select(m => Sentence.Of(m.Kind, null, texts))
                    )
                ),
                Markup.Escape(Reason.Of(row) ?? "")
            );
        }
        console.Write(table);
        if (rows.Count > MostPlots)
            output.WriteLine(texts.Fill("cli.table.more", _ => Number(rows.Count - MostPlots)));
    }

    private static string? Basis(string name, OpenPark park) =>
        name switch
        {
            "asOf" => park.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "package" => park.Rules.Id,
            "version" => park.Rules.Version,
            "title" => park.Rules.Title[park.Texts.Language == Language.Chinese ? "zh" : "en"],
            _ => null,
        };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Mu(Area? area, Texts texts) =>
        area?.ToMu(2).ToString("0.00", CultureInfo.InvariantCulture) ?? texts["cli.table.none"];
}
