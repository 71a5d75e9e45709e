using System.Globalization;
using LandLedger.Turns;
using Spectre.Console;

namespace LandLedger.Cli.Output;

/// <summary>Plots that turned, for a reader, as they are found; below them the sums by both classes.</summary>
internal static class TurnPage
{
    public static void Write(Shell shell, Texts texts, ClassTurns turns, TurnSide from, TurnSide to)
    {
        shell.WriteLine(texts.Fill("cli.diff.basis", name => name == "from" ? Side(from, texts) : Side(to, texts)));
        foreach (var turn in turns.All())
        {
            shell.WriteLine(
                texts.Fill(
                    "cli.diff.plot",
                    name =>
                        name switch
                        {
                            "plot" => turn.Plot.Number,
                            "county" => turn.Plot.County,
                            "from" => TurnWords.Class(turn.From, texts),
                            _ => TurnWords.Class(turn.To, texts),
                        }
                )
            );
            foreach (var step in turn.Steps)
                Write(shell, texts, step);
        }
        WriteSums(shell, texts, turns.Sums);
    }

    private static void Write(Shell shell, Texts texts, TurnStep step)
    {
        shell.WriteLine(
            texts.Fill(
                "cli.diff.step",
                name =>
                    name switch
                    {
                        "by" => TurnWords.By(step.By, texts),
                        "from" => TurnWords.Class(step.From, texts),
                        _ => TurnWords.Class(step.To, texts),
                    }
            )
        );
        foreach (var line in TurnWords.Of(step, texts))
            shell.WriteLine("        " + line);
    }

    private static void WriteSums(Shell shell, Texts texts, TurnSums sums)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(texts["turn.from"]);
        table.AddColumn(texts["turn.to"]);
        foreach (var title in (string[])["list.plots", "column.stated_mu", "column.measured_mu"])
        {
            foreach (var side in (string[])["cli.diff.before", "cli.diff.after"])
                table.AddColumn(new TableColumn(texts.Fill(side, _ => texts[title])).RightAligned());
        }
        foreach (var row in sums.Rows)
            Add(TurnWords.Class(row.From, texts), TurnWords.Class(row.To, texts), row.Before, row.After);
        Add(texts["list.total"], "", sums.Before, sums.After);
        var page = new Page(shell);
        page.Add(table);
        page.Print();

        void Add(string from, string to, Acreage.AcreageSum before, Acreage.AcreageSum after) =>
            table.AddRow(
                Markup.Escape(from),
                Markup.Escape(to),
                Words.Count(before.Plots),
                Words.Count(after.Plots),
                Mu(before.Stated),
                Mu(after.Stated),
                Mu(before.Measured),
                Mu(after.Measured)
            );
    }

    private static string Side(TurnSide side, Texts texts) =>
        texts.Fill(
            "cli.diff.side",
            name =>
                name switch
                {
                    "asOf" => Words.Day(side.AsOf),
                    "number" => Words.Count(side.Park.Ledger.Head().Number),
                    "package" => side.Rules.Id,
                    _ => side.Rules.Version,
                }
        );

    private static string Mu(Area area) => area.ToMu(SumTable.Decimals).ToString("0.00", CultureInfo.InvariantCulture);
}
