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
        console.Write(
            Sums(
                texts,
                "column.category",
                list.ByCategory.Select(t => (texts["category." + Codes.Of(t.Of)], t.Sum)),
                list
            )
        );
        console.Write(
            Sums(texts, "column.measures", list.ByMeasure.Select(t => (MeasureName(t.Of, texts), t.Sum)), null)
        );
        WriteMissing(console, texts, list);
        WritePlots(console, output, texts, list);
        shell.WriteLine(output.ToString().TrimEnd());
    }

    public static Table Sums(
        Texts texts,
        string title,
        IEnumerable<(string Name, Acreage.AcreageSum Sum)> sums,
        DisposalList? total
    )
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(texts[title]);
        foreach (var column in (string[])["cli.table.plots", "column.stated_mu", "column.measured_mu"])
            table.AddColumn(new TableColumn(texts[column]).RightAligned());
        var rows = sums.ToList();
        foreach (var (name, sum) in rows)
            table.AddRow(Markup.Escape(name), Number(sum.Plots), Mu(sum.Stated), Mu(sum.Measured));
        if (total is not null)
        {
            var stated = Acreage.Remainder.Of(rows.Select(row => row.Sum.Stated), 2);
            var measured = Acreage.Remainder.Of(rows.Select(row => row.Sum.Measured), 2);
            if (stated != 0 || measured != 0)
                table.AddRow(texts["cli.table.remainder"], "", Two(stated), Two(measured));
            table.AddRow(
                texts["cli.table.total"],
                Number(total.Total.Plots),
                Mu(total.Total.Stated),
                Mu(total.Total.Measured)
            );
        }
        return table;
    }

    private static string MeasureName((MeasureKind Kind, Cause? IfCause) measure, Texts texts)
    {
        var name = texts["measure." + Codes.Of(measure.Kind)];
        return measure.IfCause is { } cause
            ? texts.Fill("cli.measure-if", place => place == "measure" ? name : texts["cause." + Codes.Of(cause)])
            : name;
    }

    private static void WriteMissing(IAnsiConsole console, Texts texts, DisposalList list)
    {
        var missing = list
            .Rows.SelectMany(row => row.Evaluation.Missing)
            .GroupBy(needed => needed.Id)
            .OrderByDescending(group => group.Count())
            .ToList();
        if (missing.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(texts["column.missing"]);
        table.AddColumn(new TableColumn(texts["cli.table.plots"]).RightAligned());
        foreach (var needed in missing)
            table.AddRow(Markup.Escape(Sentence.Needed(needed.Key, texts)), Number(needed.Count()));
        console.Write(table);
    }

    private static void WritePlots(IAnsiConsole console, StringWriter output, Texts texts, DisposalList list)
    {
        var rows = list.Rows.Where(row => row.Evaluation.Category != Category.InOrder).ToList();
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in (string[])["plot", "zone", "category", "stated_mu", "measures", "reason"])
            table.AddColumn(texts["column." + column]);
        foreach (var row in rows.Take(MostPlots))
        {
            var evaluation = row.Evaluation;
            table.AddRow(
                Markup.Escape(row.Plot.Number),
                Markup.Escape(row.Plot.Zone ?? ""),
                Markup.Escape(texts["category." + Codes.Of(evaluation.Category)]),
                row.Plot.StatedArea is { } stated ? Mu(stated) : "",
                Markup.Escape(
                    string.Join(
                        texts["list.comma"],
                        evaluation
                            .Measures.Where(m => m.IfCause is null)
                            .Select(m => MeasureName((m.Kind, null), texts))
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

    // No plot has an area of zero: such a sum has no part that is known.
    private static string Mu(Area area) => area.Mu == 0 ? "" : Two(area.ToMu(2));

    private static string Two(decimal number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
